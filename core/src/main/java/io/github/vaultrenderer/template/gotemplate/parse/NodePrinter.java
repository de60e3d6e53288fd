package io.github.vaultrenderer.template.gotemplate.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a node as template source, as Go's {@code Node.String} does: for messages, and to check the parser. */
public final class NodePrinter
        implements Node.Statement.Visitor<StringBuilder>, Node.Expression.Visitor<StringBuilder> {

    private final StringBuilder out = new StringBuilder();

    private NodePrinter() {}

    /** The source of a node. */
    public static String print(Node node) {
        NodePrinter printer = new NodePrinter();
        printer.append(node);
        return printer.out.toString();
    }

    private void append(Node node) {
        if (node instanceof Node.Statement statement) {
            statement.accept(this);
        } else {
            ((Node.Expression) node).accept(this);
        }
    }

    private void appendAll(List<? extends Node> nodes, String separator) {
        for (int i = 0; i < nodes.size(); i++) {
            out.append(i > 0 ? separator : "");
            append(nodes.get(i));
        }
    }

    @Override
    public StringBuilder visit(Node.Sequence node) {
        appendAll(node.nodes(), "");
        return out;
    }

    @Override
    public StringBuilder visit(Node.Text node) {
        return out.append(node.text());
    }

    @Override
    public StringBuilder visit(Node.Action node) {
        out.append("{{");
        append(node.pipeline());
        return out.append("}}");
    }

    @Override
    public StringBuilder visit(Node.If node) {
        return control("if", node.pipeline(), node.then(), node.otherwise());
    }

    @Override
    public StringBuilder visit(Node.With node) {
        return control("with", node.pipeline(), node.then(), node.otherwise());
    }

    @Override
    public StringBuilder visit(Node.Range node) {
        return control("range", node.pipeline(), node.body(), node.otherwise());
    }

    private StringBuilder control(String keyword, Node pipeline, Node then, @Nullable Node otherwise) {
        out.append("{{").append(keyword).append(' ');
        append(pipeline);
        out.append("}}");
        append(then);
        if (otherwise != null) {
            out.append("{{else}}");
            append(otherwise);
        }
        return out.append("{{end}}");
    }

    @Override
    public StringBuilder visit(Node.Break node) {
        return out.append("{{break}}");
    }

    @Override
    public StringBuilder visit(Node.Continue node) {
        return out.append("{{continue}}");
    }

    @Override
    public StringBuilder visit(Node.Call node) {
        out.append("{{template ").append(quoted(node.name()));
        if (node.pipeline() != null) {
            out.append(' ');
            append(node.pipeline());
        }
        return out.append("}}");
    }

    @Override
    public StringBuilder visit(Node.Pipeline node) {
        appendAll(node.variables(), ", ");
        out.append(node.variables().isEmpty() ? "" : node.assigns() ? " = " : " := ");
        appendAll(node.commands(), " | ");
        return out;
    }

    @Override
    public StringBuilder visit(Node.Command node) {
        for (int i = 0; i < node.arguments().size(); i++) {
            out.append(i > 0 ? " " : "");
            argument(node.arguments().get(i));
        }
        return out;
    }

    private void argument(Node node) {
        boolean parentheses = node instanceof Node.Pipeline;
        out.append(parentheses ? "(" : "");
        append(node);
        out.append(parentheses ? ")" : "");
    }

    @Override
    public StringBuilder visit(Node.Identifier node) {
        return out.append(node.name());
    }

    @Override
    public StringBuilder visit(Node.Dot node) {
        return out.append('.');
    }

    @Override
    public StringBuilder visit(Node.Nil node) {
        return out.append("nil");
    }

    @Override
    public StringBuilder visit(Node.Field node) {
        return fields(node.names());
    }

    @Override
    public StringBuilder visit(Node.Variable node) {
        out.append(node.name());
        return fields(node.fields());
    }

    @Override
    public StringBuilder visit(Node.Chain node) {
        argument(node.node());
        return fields(node.fields());
    }

    @Override
    public StringBuilder visit(Node.Constant node) {
        return out.append(node.source());
    }

    private StringBuilder fields(List<String> names) {
        for (String name : names) {
            out.append('.').append(name);
        }
        return out;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
