package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.gotemplate.parse.Node;
import io.github.vaultrenderer.template.gotemplate.parse.NodePrinter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions. Nodes are marked in the order in which Go marks them, so that errors name the same. A nil that was
 * held by something is {@link Scope#NIL_ELEMENT} until a pipeline ends or a function takes it.
 */
final class Expressions implements Node.Expression.Visitor<Object> {

    private final Executor walk;

    Expressions(Executor walk) {
        this.walk = walk;
    }

    /** A pipeline's value, which its variables get. */
    @Nullable
    Object pipeline(Node.Pipeline node) {
        walk.at(node);
        List<Node.Command> commands = node.commands();
        // What a pipeline gives is a value or nothing: that it was a nil which something held is forgotten.
        Object value = Scope.known(command(commands.get(0), false, null));
        for (int i = 1; i < commands.size(); i++) {
            value = Scope.known(command(commands.get(i), true, value));
        }
        List<Node.Variable> variables = node.variables();
        for (int i = 0; i < variables.size(); i++) {
            if (node.assigns()) {
                walk.assign(variables.get(i).name(), value);
            } else {
                walk.scope().declare(variables.get(i).name(), value);
            }
        }
        return value;
    }

    private @Nullable Object command(Node.Command node, boolean piped, @Nullable Object input) {
        Node.Expression first = node.arguments().get(0);
        if (first instanceof Node.Identifier function) {
            return call(function, node, piped, input);
        }
        if (!(first instanceof Node.Pipeline)) {
            walk.at(first);
        }
        boolean arguments = piped || node.arguments().size() > 1;
        if (!arguments) {
            if (first instanceof Node.Nil) {
                throw walk.failure("nil is not a command");
            }
            return first.accept(this);
        }
        if (first instanceof Node.Field field) {
            return chain(field, walk.dot(), field.names(), new Call(node, piped, input));
        }
        if (first instanceof Node.Variable variable && !variable.fields().isEmpty()) {
            return chain(variable, walk.variable(variable.name()), variable.fields(), new Call(node, piped, input));
        }
        if (first instanceof Node.Chain chain) {
            return chain(chain, start(chain), chain.fields(), new Call(node, piped, input));
        }
        throw walk.failure("can't give argument to non-function " + NodePrinter.print(first));
    }

    /** A command's arguments, and what is piped to it. */
    private record Call(
            Node.Command command, boolean piped, @Nullable Object input) {}

    private @Nullable Object call(Node.Identifier node, Node.Command command, boolean piped, @Nullable Object input) {
        walk.at(node);
        boolean or = node.name().equals("or");
        if (or || node.name().equals("and")) {
            return shortCircuit(node, command, piped, input, or);
        }
        Function function = walk.function(node.name());
        List<@Nullable Object> values = arguments(function.signature(), node.name(), command, piped, input);
        try {
            return walk.bounded(function.call(walk.execution(), values));
        } catch (FunctionException reason) {
            throw failure(reason, node.name(), command, node);
        }
    }

    private List<@Nullable Object> arguments(
            Signature signature, String name, Node.Command command, boolean piped, @Nullable Object input) {
        List<Node.Expression> nodes = command.arguments();
        int given = nodes.size() - 1;
        @Nullable Object[] values = new @Nullable Object[piped ? given + 1 : given];
        if (!signature.takes(values.length)) {
            // Go does not count what is piped in where any number will do.
            int got = signature.isVariadic() ? given : values.length;
            throw walk.failure("wrong number of args for " + name + ": want " + signature.wanted() + " got " + got);
        }
        for (int i = 0; i < given; i++) {
            values[i] = argument(signature.parameter(i), nodes.get(i + 1));
        }
        if (piped) {
            values[given] = checked(signature.parameter(given), input);
        }
        return Arrays.asList(values);
    }

    private List<@Nullable Object> none(Signature signature, String name) {
        if (!signature.takes(0)) {
            throw walk.failure("wrong number of args for " + name + ": want " + signature.wanted() + " got 0");
        }
        return List.of();
    }

    private @Nullable Object argument(Parameter parameter, Node.Expression node) {
        walk.at(node);
        if (!parameter.isAny()) {
            if (node instanceof Node.Constant literal) {
                return literal(parameter, literal);
            }
            if (node instanceof Node.Nil && parameter.nil() == null) {
                throw walk.failure("cannot assign nil to " + parameter);
            }
        }
        return checked(parameter, node.accept(this));
    }

    private Object literal(Parameter parameter, Node.Constant literal) {
        Object value = parameter.literal(literal);
        if (value == null) {
            throw walk.failure(parameter.refusal(literal.source()));
        }
        return value;
    }

    /** An argument that its parameter takes. Go tells a nil that something held from nothing at all. */
    private @Nullable Object checked(Parameter parameter, @Nullable Object value) {
        if (parameter.isAny()) {
            return Scope.known(value);
        }
        if (value == null) {
            if (parameter.nil() == null) {
                throw walk.failure("invalid value; expected " + parameter);
            }
            return parameter.nil();
        }
        if (!parameter.accepts(value)) {
            String type = Scope.NIL_ELEMENT.equals(value) ? Parameter.ANY.type() : Values.type(value);
            throw walk.failure("wrong type for value; expected " + parameter + "; got " + type);
        }
        return value;
    }

    /** What a function or method failed with, at the node that Go would name: where it was called, or come upon. */
    private TemplateException failure(FunctionException reason, String name, Node called, Node comeUpon) {
        if (!reason.isWrongCall()) {
            walk.at(called);
            TemplateException inner = reason.inner();
            if (inner != null) {
                return walk.failure(name, inner);
            }
            return walk.failure("error calling " + name + ": " + reason.getMessage());
        }
        walk.at(comeUpon);
        return walk.failure(String.valueOf(reason.getMessage()));
    }

    /** {@code and} and {@code or} evaluate no more arguments than they need. */
    private @Nullable Object shortCircuit(
            Node.Identifier node, Node.Command command, boolean piped, @Nullable Object input, boolean decides) {
        List<Node.Expression> nodes = command.arguments();
        if (nodes.size() == 1 && !piped) {
            throw walk.failure("wrong number of args for " + node.name() + ": want at least 1 got 0");
        }
        Object value = null;
        for (int i = 1; i < nodes.size(); i++) {
            value = argument(Parameter.ANY, nodes.get(i));
            if (Values.truth(value) == decides) {
                return value;
            }
        }
        return piped ? input : value;
    }

    @Override
    public @Nullable Object visit(Node.Pipeline node) {
        return pipeline(node);
    }

    @Override
    public @Nullable Object visit(Node.Command node) {
        return command(node, false, null);
    }

    @Override
    public @Nullable Object visit(Node.Identifier node) {
        return held(call(node, new Node.Command(node.position(), List.of(node)), false, null));
    }

    @Override
    public @Nullable Object visit(Node.Dot node) {
        return walk.dot();
    }

    @Override
    public @Nullable Object visit(Node.Nil node) {
        return null;
    }

    @Override
    public @Nullable Object visit(Node.Field node) {
        return chain(node, walk.dot(), node.names(), null);
    }

    @Override
    public @Nullable Object visit(Node.Variable node) {
        Object value = walk.variable(node.name());
        return node.fields().isEmpty() ? value : chain(node, value, node.fields(), null);
    }

    @Override
    public @Nullable Object visit(Node.Chain node) {
        return chain(node, start(node), node.fields(), null);
    }

    private @Nullable Object start(Node.Chain node) {
        if (node.node() instanceof Node.Nil) {
            throw walk.failure("indirection through explicit nil in " + NodePrinter.print(node));
        }
        walk.at(node.node());
        return node.node().accept(this);
    }

    @Override
    public Object visit(Node.Constant node) {
        if (node.value() instanceof BigInteger) {
            throw walk.failure(node.source() + " overflows int");
        }
        return node.value();
    }

    /** Field after field; the last one gets the arguments, if it is a method. */
    private @Nullable Object chain(
            Node.Expression node, @Nullable Object start, List<String> names, @Nullable Call call) {
        Object value = start;
        int last = names.size() - 1;
        for (int i = 0; i < last; i++) {
            value = field(node, value, names.get(i), null);
        }
        return field(node, value, names.get(last), call);
    }

    private @Nullable Object field(Node.Expression node, @Nullable Object value, String name, @Nullable Call call) {
        if (value instanceof Map<?, ?> map) {
            return held(element(map, name, call));
        }
        if (value instanceof Secret secret) {
            return held(field(secret, name, call));
        }
        if (value instanceof GoObject object) {
            return held(method(node, object, name, call));
        }
        if (Scope.NIL_ELEMENT.equals(value)) {
            throw walk.failure("nil pointer evaluating interface {}." + name);
        }
        if (value instanceof VaultNumber number) {
            return method(node, new JsonNumber(number), name, call);
        }
        if (value != null) {
            throw walk.failure("can't evaluate field " + name + " in type " + Values.type(value));
        }
        // Nothing is known yet in a pass that misses secrets: only what is really missing is an error.
        if (walk.missingKeyFails() && walk.execution().missing().isEmpty()) {
            throw walk.failure("nil data; no entry for key \"" + name + "\"");
        }
        return null;
    }

    /** What a map, an object or a function gives, where nil is one that it held, or that it has for a missing key. */
    private static Object held(@Nullable Object value) {
        return value == null ? Scope.NIL_ELEMENT : value;
    }

    private @Nullable Object element(Map<?, ?> map, String name, @Nullable Call call) {
        if (map instanceof GoMap typed && !typed.hasTextKeys()) {
            throw walk.failure("can't evaluate field " + name + " in type " + Values.type(map));
        }
        if (call != null) {
            throw walk.failure(name + " is not a method but has arguments");
        }
        Object value = map.get(name);
        // A map of texts has one for every key.
        boolean absent = (value == null || map instanceof GoMap) && walk.missingKeyFails() && !map.containsKey(name);
        if (absent) {
            throw walk.missingKey(name);
        }
        return value;
    }

    private @Nullable Object field(Secret secret, String name, @Nullable Call call) {
        if (call != null) {
            throw walk.failure(name + " has arguments but cannot be invoked as function");
        }
        try {
            return switch (name) {
                case "Data" -> walk.execution().data(secret);
                case "WrapInfo" -> walk.execution().wrapInfo(secret);
                default -> Values.field(secret, name);
            };
        } catch (FunctionException reason) {
            throw walk.failure(String.valueOf(reason.getMessage()));
        }
    }

    private @Nullable Object method(Node.Expression node, GoObject object, String name, @Nullable Call call) {
        // Arguments come after it.
        Node before = walk.place();
        Signature signature = object.signature(name);
        boolean method = signature != Signature.NO_METHOD;
        List<@Nullable Object> values = call == null || !method
                ? none(signature, name)
                : arguments(signature, name, call.command(), call.piped(), call.input());
        try {
            Object value = object.call(name, values);
            if (call != null && !method) {
                throw walk.failure(name + " has arguments but cannot be invoked as function");
            }
            return value;
        } catch (FunctionException reason) {
            throw failure(reason, name, node, before);
        }
    }
}
