package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Node;
import io.github.vaultrenderer.template.gotemplate.parse.NodePrinter;
import io.github.vaultrenderer.template.gotemplate.parse.TemplateTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree once and writes its output. Holds the state of that one walk; the tree has none.
 *
 * @see <a href="https://cs.opensource.google/go/go/+/master:src/text/template/exec.go">Go's exec.go</a>
 */
public final class Executor {

    /** The most bytes that one template may render to. */
    public static final int LONGEST_OUTPUT = 64 * 1024 * 1024;

    /** How deep templates may call one another. */
    public static final int MOST_CALLS = 500;

    private static final int LONGEST_EXPRESSION = 60;

    private final TemplateTree tree;
    private final FunctionTable functions;
    private final MissingKey missingKey;
    private final Execution execution;
    private final StringBuilder output = new StringBuilder();
    private final Statements statements = new Statements();
    private final Expressions expressions = new Expressions();
    private Scope scope = new Scope(null);
    private @Nullable Object dot;
    private int calls;

    /** A walk that is to come. */
    public Executor(TemplateTree tree, FunctionTable functions, MissingKey missingKey, Execution execution) {
        this.tree = tree;
        this.functions = functions;
        this.missingKey = missingKey;
        this.execution = execution;
        execution.use(this::execute);
    }

    /** What a template gets for a key that a map does not have. */
    public enum MissingKey {
        /** nil, printed as {@code <no value>}: Go's and consul-template's way. */
        NIL,
        /** An error. */
        ERROR
    }

    /** How a statement ended. */
    private enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    /**
     * Walks the tree.
     *
     * @return the output, a Go string
     * @throws TemplateException for an error, with its place
     */
    public String run() {
        tree.main().accept(statements);
        return output.toString();
    }

    /** A defined template's output, for the function that executes one by name. */
    private String execute(String name, @Nullable Object argument) throws FunctionException {
        Node.Sequence body = tree.defined().get(name);
        if (body == null) {
            throw FunctionException.failed("template: no template " + GoFormat.quote(name) + " defined");
        }
        if (++calls > MOST_CALLS) {
            throw FunctionException.failed("exceeded maximum template depth (" + MOST_CALLS + ")");
        }
        int start = output.length();
        Object outerDot = dot;
        Scope outerScope = scope;
        dot = argument;
        scope = new Scope(argument);
        body.accept(statements);
        scope = outerScope;
        dot = outerDot;
        calls--;
        String text = output.substring(start);
        output.setLength(start);
        return text;
    }

    private final class Statements implements Node.Statement.Visitor<Flow> {

        @Override
        public Flow visit(Node.Sequence node) {
            for (Node.Statement child : node.nodes()) {
                Flow flow = child.accept(this);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            return Flow.NEXT;
        }

        @Override
        public Flow visit(Node.Text node) {
            print(node, node.text());
            return Flow.NEXT;
        }

        @Override
        public Flow visit(Node.Action node) {
            Object value = node.pipeline().accept(expressions);
            if (node.pipeline().variables().isEmpty()) {
                print(node, value == null ? "<no value>" : GoFormat.print(value));
            }
            return Flow.NEXT;
        }

        @Override
        public Flow visit(Node.If node) {
            int mark = scope.mark();
            boolean chosen = Values.truth(node.pipeline().accept(expressions));
            Flow flow = branch(chosen ? node.then() : node.otherwise());
            scope.pop(mark);
            return flow;
        }

        @Override
        public Flow visit(Node.With node) {
            int mark = scope.mark();
            Object outer = dot;
            Object value = node.pipeline().accept(expressions);
            Flow flow;
            if (Values.truth(value)) {
                dot = value;
                flow = node.then().accept(this);
                dot = outer;
            } else {
                flow = branch(node.otherwise());
            }
            scope.pop(mark);
            return flow;
        }

        private Flow branch(Node.@Nullable Sequence body) {
            return body == null ? Flow.NEXT : body.accept(this);
        }

        @Override
        public Flow visit(Node.Range node) {
            int mark = scope.mark();
            Object outer = dot;
            Object value = node.pipeline().accept(expressions);
            scope.pop(mark);
            boolean any = false;
            boolean broken = false;
            for (Map.Entry<Object, @Nullable Object> entry : entries(node, value)) {
                any = true;
                bind(node, entry);
                dot = entry.getValue();
                Flow flow = node.body().accept(this);
                scope.pop(mark);
                if (flow == Flow.BREAK) {
                    broken = true;
                }
                if (broken) {
                    break;
                }
            }
            dot = outer;
            Flow flow = any ? Flow.NEXT : branch(node.otherwise());
            scope.pop(mark);
            return flow;
        }

        private void bind(Node.Range node, Map.Entry<Object, @Nullable Object> entry) {
            List<Node.Variable> variables = node.pipeline().variables();
            for (int i = 0; i < variables.size(); i++) {
                boolean key = variables.size() == 2 && i == 0;
                Object value = key ? entry.getKey() : entry.getValue();
                if (node.pipeline().assigns()) {
                    scope.assign(variables.get(i).name(), value);
                } else {
                    scope.declare(variables.get(i).name(), value);
                }
            }
        }

        private Iterable<Map.Entry<Object, @Nullable Object>> entries(Node.Range node, @Nullable Object value) {
            List<Map.Entry<Object, @Nullable Object>> entries = new ArrayList<>();
            if (value instanceof Map<?, ?> map) {
                GoMap.sorted(map).forEach((key, element) -> entries.add(entry(key, element)));
            } else if (value instanceof List<?> list) {
                // One at a time: a loop's numbers can be many.
                return () -> IntStream.range(0, list.size())
                        .mapToObj(i -> entry((long) i, list.get(i)))
                        .iterator();
            } else if (value instanceof Long count) {
                if (node.pipeline().variables().size() > 1) {
                    throw failure(node.pipeline(), "can't use " + count + " to iterate over more than one variable");
                }
                for (long i = 0; i < count; i++) {
                    entries.add(entry(i, i));
                }
            } else if (value instanceof GoInteger count) {
                if (node.pipeline().variables().size() > 1) {
                    throw failure(node.pipeline(), "can't use " + count + " to iterate over more than one variable");
                }
                for (long i = 0; i < count.bits(); i++) {
                    GoInteger number = new GoInteger(count.type(), i);
                    entries.add(entry(number, number));
                }
            } else if (value != null) {
                throw failure(node.pipeline(), "range can't iterate over " + GoFormat.print(value));
            }
            return entries;
        }

        private static Map.Entry<Object, @Nullable Object> entry(Object key, @Nullable Object value) {
            return new java.util.AbstractMap.SimpleImmutableEntry<>(key, value);
        }

        @Override
        public Flow visit(Node.Break node) {
            return Flow.BREAK;
        }

        @Override
        public Flow visit(Node.Continue node) {
            return Flow.CONTINUE;
        }

        @Override
        public Flow visit(Node.Call node) {
            Node.Sequence body = tree.defined().get(node.name());
            if (body == null) {
                throw failure(node, "template \"" + node.name() + "\" not defined");
            }
            if (++calls > MOST_CALLS) {
                throw failure(node, "exceeded maximum template depth (" + MOST_CALLS + ")");
            }
            Object argument = node.pipeline() == null ? null : node.pipeline().accept(expressions);
            Object outerDot = dot;
            Scope outerScope = scope;
            dot = argument;
            scope = new Scope(argument);
            body.accept(this);
            scope = outerScope;
            dot = outerDot;
            calls--;
            return Flow.NEXT;
        }
    }

    private final class Expressions implements Node.Expression.Visitor<Object> {

        @Override
        public @Nullable Object visit(Node.Pipeline node) {
            Object value = null;
            boolean first = true;
            for (Node.Command command : node.commands()) {
                value = command(command, !first, value);
                first = false;
            }
            for (Node.Variable variable : node.variables()) {
                if (node.assigns()) {
                    scope.assign(variable.name(), value);
                } else {
                    scope.declare(variable.name(), value);
                }
            }
            return value;
        }

        @Override
        public @Nullable Object visit(Node.Command node) {
            return command(node, false, null);
        }

        private @Nullable Object command(Node.Command node, boolean piped, @Nullable Object input) {
            Node.Expression first = node.arguments().get(0);
            List<Node.Expression> arguments =
                    node.arguments().subList(1, node.arguments().size());
            if (first instanceof Node.Identifier function) {
                return call(function, arguments, piped, input);
            }
            if (piped || !arguments.isEmpty()) {
                return method(first, arguments, piped, input);
            }
            if (first instanceof Node.Nil) {
                throw failure(first, "nil is not a command");
            }
            return first.accept(this);
        }

        private @Nullable Object call(
                Node.Identifier node, List<Node.Expression> arguments, boolean piped, @Nullable Object input) {
            if (node.name().equals("and") || node.name().equals("or")) {
                return shortCircuit(node, arguments, piped, input);
            }
            List<@Nullable Object> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.accept(this)));
            if (piped) {
                values.add(input);
            }
            Function function = functions.get(node.name());
            if (function == null) {
                throw failure(node, "\"" + node.name() + "\" is not a defined function");
            }
            try {
                return function.call(execution, values);
            } catch (FunctionException reason) {
                throw failure(
                        node,
                        reason.isWrongCall()
                                ? String.valueOf(reason.getMessage())
                                : "error calling " + node.name() + ": " + reason.getMessage());
            }
        }

        /** Calls the method that the last of an expression's fields names. Nothing but a {@link GoObject} has any. */
        private @Nullable Object method(
                Node.Expression node, List<Node.Expression> arguments, boolean piped, @Nullable Object input) {
            List<String> names = node instanceof Node.Chain chain
                    ? chain.fields()
                    : node instanceof Node.Variable variable
                            ? variable.fields()
                            : node instanceof Node.Field field ? field.names() : List.of();
            Object receiver = names.isEmpty() ? node : receiver(node, names.subList(0, names.size() - 1));
            if (receiver == null) {
                // A field of nothing is nothing, whatever it is given.
                return node.accept(this);
            }
            if (!(receiver instanceof GoObject object)) {
                throw failure(node, "can't give argument to non-function " + NodePrinter.print(node));
            }
            List<@Nullable Object> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.accept(this)));
            if (piped) {
                values.add(input);
            }
            return invoke(node, object, names.get(names.size() - 1), values);
        }

        private @Nullable Object receiver(Node.Expression node, List<String> names) {
            Object start = node instanceof Node.Chain chain
                    ? chain.node().accept(this)
                    : node instanceof Node.Variable variable ? scope.get(variable.name()) : dot;
            return fields(node, start, names);
        }

        private @Nullable Object invoke(Node node, GoObject object, String name, List<@Nullable Object> values) {
            try {
                return object.call(name, values);
            } catch (FunctionException reason) {
                throw failure(
                        node,
                        reason.isWrongCall()
                                ? String.valueOf(reason.getMessage())
                                : "error calling " + name + ": " + reason.getMessage());
            }
        }

        /** {@code and} and {@code or} evaluate no more arguments than they need. */
        private @Nullable Object shortCircuit(
                Node.Identifier node, List<Node.Expression> arguments, boolean piped, @Nullable Object input) {
            if (arguments.isEmpty() && !piped) {
                throw failure(node, "wrong number of args for " + node.name() + ": want at least 1 got 0");
            }
            boolean decides = node.name().equals("or");
            Object value = null;
            for (Node.Expression argument : arguments) {
                value = argument.accept(this);
                if (Values.truth(value) == decides) {
                    return value;
                }
            }
            return piped ? input : value;
        }

        @Override
        public @Nullable Object visit(Node.Identifier node) {
            return call(node, List.of(), false, null);
        }

        @Override
        public @Nullable Object visit(Node.Dot node) {
            return dot;
        }

        @Override
        public @Nullable Object visit(Node.Nil node) {
            return null;
        }

        @Override
        public @Nullable Object visit(Node.Field node) {
            return fields(node, dot, node.names());
        }

        @Override
        public @Nullable Object visit(Node.Variable node) {
            return fields(node, scope.get(node.name()), node.fields());
        }

        @Override
        public @Nullable Object visit(Node.Chain node) {
            if (node.node() instanceof Node.Nil) {
                throw failure(node, "indirection through explicit nil in " + NodePrinter.print(node));
            }
            return fields(node, node.node().accept(this), node.fields());
        }

        @Override
        public Object visit(Node.Constant node) {
            return node.value();
        }

        /** A field of nothing is nothing; a field of a nil that a map held is an error, as Go tells the two apart. */
        private @Nullable Object fields(Node node, @Nullable Object start, List<String> names) {
            Object value = start;
            for (int i = 0; i < names.size(); i++) {
                if (value == null && i > 0 && start != null) {
                    throw failure(node, "nil pointer evaluating interface {}." + names.get(i));
                }
                value = field(node, value, names.get(i));
            }
            return value;
        }

        private @Nullable Object field(Node node, @Nullable Object value, String name) {
            if (value instanceof Map<?, ?> map) {
                if (!map.containsKey(name) && missingKey == MissingKey.ERROR) {
                    throw TemplateException.missingKey(
                            tree.source().at(node.position()), expression(node), GoText.decode(name));
                }
                return map.get(name);
            }
            if (value instanceof Secret secret) {
                try {
                    return Values.field(secret, name);
                } catch (FunctionException reason) {
                    throw failure(node, String.valueOf(reason.getMessage()));
                }
            }
            if (value instanceof GoObject object) {
                return invoke(node, object, name, List.of());
            }
            if (value != null) {
                throw failure(node, "can't evaluate field " + name + " in type " + Values.type(value));
            }
            // Nothing is known yet in a pass that misses secrets: only what is really missing is an error.
            if (missingKey == MissingKey.ERROR && execution.missing().isEmpty()) {
                throw failure(node, "nil data; no entry for key \"" + name + "\"");
            }
            return null;
        }
    }

    private void print(Node node, String text) {
        if (output.length() + text.length() > LONGEST_OUTPUT) {
            throw failure(node, "the output is longer than " + LONGEST_OUTPUT + " bytes");
        }
        output.append(text);
    }

    private TemplateException failure(Node node, String reason) {
        return TemplateException.execution(tree.source().at(node.position()), expression(node), GoText.decode(reason));
    }

    private static String expression(Node node) {
        String source = GoText.decode(NodePrinter.print(node));
        return source.length() > LONGEST_EXPRESSION ? source.substring(0, LONGEST_EXPRESSION) + "..." : source;
    }
}
