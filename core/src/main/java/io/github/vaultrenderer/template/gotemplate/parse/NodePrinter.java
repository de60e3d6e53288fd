package io.github.vaultrenderer.template.gotemplate.parse;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a node as template source, as Go's {@code Node.String} does: for messages, and to check the parser. */
public final class NodePrinter implements Node.Statement.Visitor<String>, Node.Expression.Visitor<String> {

    private static final NodePrinter INSTANCE = new NodePrinter();

    private NodePrinter() {}

    /** The source of a node. */
    public static String print(Node node) {
        return node instanceof Node.Statement statement
                ? statement.accept(INSTANCE)
                : Objects.requireNonNull(((Node.Expression) node).accept(INSTANCE));
    }

    @Override
    public String visit(Node.Sequence node) {
        return node.nodes().stream().map(NodePrinter::print).collect(Collectors.joining());
    }

    @Override
    public String visit(Node.Text node) {
        return node.text();
    }

    @Override
    public String visit(Node.Action node) {
        return "{{" + print(node.pipeline()) + "}}";
    }

    @Override
    public String visit(Node.If node) {
        return control("if", node.pipeline(), node.then(), node.otherwise());
    }

    @Override
    public String visit(Node.With node) {
        return control("with", node.pipeline(), node.then(), node.otherwise());
    }

    @Override
    public String visit(Node.Range node) {
        return control("range", node.pipeline(), node.body(), node.otherwise());
    }

    private static String control(String keyword, Node pipeline, Node then, @Nullable Node otherwise) {
        return "{{" + keyword + " " + print(pipeline) + "}}" + print(then)
                + (otherwise == null ? "" : "{{else}}" + print(otherwise)) + "{{end}}";
    }

    @Override
    public String visit(Node.Break node) {
        return "{{break}}";
    }

    @Override
    public String visit(Node.Continue node) {
        return "{{continue}}";
    }

    @Override
    public String visit(Node.Call node) {
        return "{{template " + quoted(node.name()) + (node.pipeline() == null ? "" : " " + print(node.pipeline()))
                + "}}";
    }

    @Override
    public String visit(Node.Pipeline node) {
        String variables = node.variables().stream().map(NodePrinter::print).collect(Collectors.joining(", "));
        String sign = node.variables().isEmpty() ? "" : node.assigns() ? " = " : " := ";
        return variables
                + sign
                + node.commands().stream().map(NodePrinter::print).collect(Collectors.joining(" | "));
    }

    @Override
    public String visit(Node.Command node) {
        return node.arguments().stream().map(NodePrinter::argument).collect(Collectors.joining(" "));
    }

    private static String argument(Node node) {
        return node instanceof Node.Pipeline ? "(" + print(node) + ")" : print(node);
    }

    @Override
    public String visit(Node.Identifier node) {
        return node.name();
    }

    @Override
    public String visit(Node.Dot node) {
        return ".";
    }

    @Override
    public String visit(Node.Nil node) {
        return "nil";
    }

    @Override
    public String visit(Node.Field node) {
        return fields(node.names());
    }

    @Override
    public String visit(Node.Variable node) {
        return node.name() + fields(node.fields());
    }

    @Override
    public String visit(Node.Chain node) {
        return argument(node.node()) + fields(node.fields());
    }

    @Override
    public String visit(Node.Constant node) {
        return node.source();
    }

    private static String fields(List<String> names) {
        return names.stream().map(name -> "." + name).collect(Collectors.joining());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
