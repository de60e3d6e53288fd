package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.gotemplate.parse.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what statements say. */
final class Statements implements Node.Statement.Visitor<Flow> {

    private final Executor walk;
    private final Expressions expressions;

    Statements(Executor walk, Expressions expressions) {
        this.walk = walk;
        this.expressions = expressions;
    }

    @Override
    public Flow visit(Node.Sequence node) {
        walk.enter();
        Flow flow = Flow.NEXT;
        List<Node.Statement> children = node.nodes();
        for (int i = 0; i < children.size() && flow == Flow.NEXT; i++) {
            flow = children.get(i).accept(this);
        }
        walk.leave();
        return flow;
    }

    @Override
    public Flow visit(Node.Text node) {
        walk.at(node);
        walk.print(node.text());
        return Flow.NEXT;
    }

    @Override
    public Flow visit(Node.Action node) {
        Object value = expressions.pipeline(node.pipeline());
        if (node.pipeline().variables().isEmpty()) {
            walk.at(node);
            if (value instanceof GoChannel) {
                throw walk.failure("can't print a value of type " + Values.type(value));
            }
            walk.printValue(value);
        }
        return Flow.NEXT;
    }

    @Override
    public Flow visit(Node.If node) {
        int mark = walk.scope().mark();
        boolean chosen = Values.truth(expressions.pipeline(node.pipeline()));
        Flow flow = branch(chosen ? node.then() : node.otherwise());
        walk.scope().pop(mark);
        return flow;
    }

    @Override
    public Flow visit(Node.With node) {
        int mark = walk.scope().mark();
        Object value = expressions.pipeline(node.pipeline());
        Flow flow;
        if (Values.truth(value)) {
            Object outer = walk.dot();
            walk.dot(value);
            flow = node.then().accept(this);
            walk.dot(outer);
        } else {
            flow = branch(node.otherwise());
        }
        walk.scope().pop(mark);
        return flow;
    }

    private Flow branch(Node.@Nullable Sequence body) {
        return body == null ? Flow.NEXT : body.accept(this);
    }

    @Override
    public Flow visit(Node.Range node) {
        walk.at(node);
        int mark = walk.scope().mark();
        Object outer = walk.dot();
        Object value = expressions.pipeline(node.pipeline());
        boolean any = iterate(node, value);
        walk.dot(outer);
        Flow flow = any ? Flow.NEXT : branch(node.otherwise());
        walk.scope().pop(mark);
        return flow;
    }

    /** Walks the body for each element; tells whether there was one. */
    private boolean iterate(Node.Range node, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return iterate(node, map);
        }
        if (value instanceof List<?> list) {
            return iterate(node, list);
        }
        if (value instanceof GoChannel channel) {
            return iterate(node, channel);
        }
        if (value instanceof Long count) {
            return iterate(node, count, null);
        }
        if (value instanceof GoInteger count) {
            return iterate(node, count.bits(), count.type());
        }
        if (value != null) {
            throw walk.failure("range can't iterate over a value of type " + Values.type(value));
        }
        return false;
    }

    /** What the body does to the map does not change what the range goes over, as in Go. */
    private boolean iterate(Node.Range node, Map<?, ?> map) {
        Map.Entry<?, ?>[] entries = GoMap.sortedEntries(map);
        int mark = walk.scope().mark();
        for (Map.Entry<?, ?> entry : entries) {
            if (!once(node, mark, entry.getKey(), entry.getValue())) {
                break;
            }
        }
        return entries.length > 0;
    }

    private boolean iterate(Node.Range node, List<?> list) {
        int size = list.size();
        int mark = walk.scope().mark();
        for (int i = 0; i < size; i++) {
            if (!once(node, mark, (long) i, list.get(i))) {
                break;
            }
        }
        return size > 0;
    }

    private boolean iterate(Node.Range node, GoChannel channel) {
        int mark = walk.scope().mark();
        long count = 0;
        boolean more = true;
        for (GoInteger number = channel.receive(); number != null && more; number = more ? channel.receive() : null) {
            more = once(node, mark, count++, number);
        }
        return count > 0;
    }

    /** Numbers from 0 on, of the type of the count. */
    private boolean iterate(Node.Range node, long count, GoInteger.@Nullable Type type) {
        if (node.pipeline().variables().size() > 1) {
            throw walk.failure("can't use a number to iterate over more than one variable");
        }
        boolean unsigned = type != null && !type.isSigned();
        int mark = walk.scope().mark();
        for (long i = 0; unsigned ? Long.compareUnsigned(i, count) < 0 : i < count; i++) {
            Object number = type == null ? (Object) i : new GoInteger(type, i);
            if (!once(node, mark, number, number)) {
                break;
            }
        }
        return unsigned ? count != 0 : count > 0;
    }

    /** Walks the body once; {@code false} when it broke off. */
    private boolean once(Node.Range node, int mark, @Nullable Object key, @Nullable Object element) {
        Object value = element == null ? Scope.NIL_ELEMENT : element;
        List<Node.Variable> variables = node.pipeline().variables();
        if (!variables.isEmpty()) {
            bind(node.pipeline(), variables, key, value);
        }
        walk.dot(value);
        Flow flow = node.body().accept(this);
        walk.scope().pop(mark);
        return flow != Flow.BREAK;
    }

    /** Declared variables are there since the pipeline was evaluated: the newest ones. */
    private void bind(Node.Pipeline pipeline, List<Node.Variable> variables, @Nullable Object key, Object value) {
        Scope scope = walk.scope();
        int last = variables.size() - 1;
        if (pipeline.assigns()) {
            if (last > 0) {
                walk.assign(variables.get(0).name(), key);
            }
            walk.assign(variables.get(last).name(), value);
        } else {
            scope.replaceNewest(0, value);
            if (last > 0) {
                scope.replaceNewest(1, key);
            }
        }
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
        walk.at(node);
        Node.Sequence body = walk.callable(node.name());
        Object argument = node.pipeline() == null ? null : expressions.pipeline(node.pipeline());
        walk.call(node.name(), body, argument);
        return Flow.NEXT;
    }
}
