package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplateException.Position;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Node;
import io.github.vaultrenderer.template.gotemplate.parse.NodePrinter;
import io.github.vaultrenderer.template.gotemplate.parse.TemplateTree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree once and writes its output. Holds the state of that one walk, which {@link Statements} and
 * {@link Expressions} share; the tree has none.
 *
 * @see <a href="https://cs.opensource.google/go/go/+/master:src/text/template/exec.go">Go's exec.go</a>
 */
public final class Executor {

    /** The most bytes that one template may render to. */
    public static final int LONGEST_OUTPUT = RenderLimits.DEFAULT_OUTPUT_SIZE;

    /** Blocks that are entered between two looks at the clock. */
    private static final int BLOCKS_PER_LOOK = 256;

    /** How deep templates may call one another. */
    public static final int MOST_CALLS = 500;

    /** How deep blocks may be within one another while they are executed, those of called templates included. */
    static final int MOST_NESTED = 1_000;

    private static final int LONGEST_EXPRESSION = 60;

    /** Templates that execute one another do not make a message without end. */
    private static final int LONGEST_REASON = 1_000;

    private final TemplateTree tree;
    private final Map<String, Function> functions;
    private final MissingKey missingKey;
    private final Execution execution;
    private final StringBuilder output = new StringBuilder();
    private final Statements statements;
    private Scope scope = new Scope(null);
    private @Nullable Object dot;
    private String template;
    private Node at;
    private int calls;
    private int depth;
    private final RenderLimits limits;
    private final long start = System.nanoTime();
    private int blocks;

    /**
     * A walk that is to come.
     *
     * @param functions the functions that the tree names
     */
    public Executor(TemplateTree tree, Map<String, Function> functions, MissingKey missingKey, Execution execution) {
        this.tree = tree;
        this.functions = functions;
        this.missingKey = missingKey;
        this.execution = execution;
        this.limits = execution.limits();
        this.template = tree.source().name();
        this.at = tree.main();
        this.statements = new Statements(this, new Expressions(this));
        execution.use(this::execute);
    }

    /** What a template gets for a key that a map does not have. */
    public enum MissingKey {
        /** nil, printed as {@code <no value>}: Go's and consul-template's way. */
        NIL,
        /** An error. */
        ERROR
    }

    /**
     * Walks the tree.
     *
     * @return the output, a Go string
     * @throws TemplateException for an error, with its place
     */
    public String run() {
        try {
            tree.main().accept(statements);
        } catch (StackOverflowError tooDeep) {
            // Blocks and calls are counted. Values that functions put into one another, loop after loop, are not, nor
            // what the caller has used of the stack.
            throw failure("templates or values are nested too deep");
        } catch (OutOfMemoryError tooMuch) {
            // What the walk held is garbage now.
            throw TemplateException.limit(position(), "outputSize", "there is not enough memory for its values");
        }
        return output.toString();
    }

    /** A defined template's output, for the function that executes one by name. */
    private String execute(String name, @Nullable Object argument) throws FunctionException {
        Node.Sequence body = tree.defined().get(name);
        if (body == null) {
            throw FunctionException.failed("template: no template " + GoFormat.quote(name) + " defined");
        }
        if (calls >= MOST_CALLS) {
            throw FunctionException.failed("exceeded maximum template depth (" + MOST_CALLS + ")");
        }
        int start = output.length();
        int outerDepth = depth;
        Node caller = at;
        try {
            call(name, body, argument);
            return output.substring(start);
        } catch (TemplateException failure) {
            throw FunctionException.within(failure);
        } finally {
            output.setLength(start);
            depth = outerDepth;
            at = caller;
        }
    }

    /** Walks a defined template. It sees no variables but its own. */
    void call(String name, Node.Sequence body, @Nullable Object argument) {
        Object outerDot = dot;
        Scope outerScope = scope;
        String outerTemplate = template;
        dot = argument;
        scope = new Scope(argument);
        template = name.isEmpty() ? tree.source().name() : name;
        calls++;
        try {
            body.accept(statements);
        } finally {
            calls--;
            template = outerTemplate;
            scope = outerScope;
            dot = outerDot;
        }
    }

    /** The template that a call names, when one more call may be made. */
    Node.Sequence callable(String name) {
        Node.Sequence body = tree.defined().get(name);
        if (body == null) {
            throw failure("template " + GoFormat.quote(name) + " not defined");
        }
        if (calls >= MOST_CALLS) {
            throw failure("exceeded maximum template depth (" + MOST_CALLS + ")");
        }
        return body;
    }

    void enter() {
        if (++depth > MOST_NESTED) {
            throw failure("blocks are nested deeper than " + MOST_NESTED + " levels");
        }
        // Every repetition and every call enters a block.
        if (++blocks % BLOCKS_PER_LOOK == 0
                && System.nanoTime() - start > limits.time().toNanos()) {
            throw TemplateException.limit(position(), "time", "it takes longer than " + limits.time());
        }
    }

    void leave() {
        depth--;
    }

    /** Tells where the walk is, for errors. */
    void at(Node node) {
        at = node;
    }

    /** Where the walk is. */
    Node place() {
        return at;
    }

    @Nullable
    Object variable(String name) {
        Object value = scope.get(name);
        if (Scope.UNDEFINED.equals(value)) {
            throw failure("undefined variable: " + name);
        }
        return value;
    }

    void assign(String name, @Nullable Object value) {
        if (!scope.assign(name, value)) {
            throw failure("undefined variable: " + name);
        }
    }

    Scope scope() {
        return scope;
    }

    /** The current value; {@link Scope#NIL_ELEMENT} for a nil that a range came upon. */
    @Nullable
    Object dot() {
        return dot;
    }

    void dot(@Nullable Object value) {
        dot = value;
    }

    Execution execution() {
        return execution;
    }

    boolean missingKeyFails() {
        return missingKey == MissingKey.ERROR;
    }

    Function function(String name) {
        Function function = functions.get(name);
        if (function == null) {
            throw failure(GoFormat.quote(name) + " is not a defined function");
        }
        return function;
    }

    void print(String text) {
        output.append(text);
        limit();
    }

    void printValue(@Nullable Object value) {
        if (value == null) {
            output.append("<no value>");
        } else {
            GoFormat.print(output, value instanceof String ? value : GoStruct.printable(value));
        }
        limit();
    }

    private void limit() {
        if (output.length() > limits.outputSize()) {
            throw TemplateException.limit(
                    position(), "outputSize", "the output is longer than " + limits.outputSize() + " bytes");
        }
    }

    /** A function's value, when it is no longer than an output may be: texts that double must end. */
    @Nullable
    Object bounded(@Nullable Object value) {
        if (value instanceof String text && text.length() > limits.outputSize()) {
            throw TemplateException.limit(
                    position(), "outputSize", "a text is longer than " + limits.outputSize() + " bytes");
        }
        return value;
    }

    /** An error at the node where the walk is. */
    TemplateException failure(String reason) {
        return TemplateException.execution(position(), template, expression(), GoText.decode(reason));
    }

    /** The failure of a function that executed another template, where that one is called, as Go tells it. */
    TemplateException failure(String function, TemplateException inner) {
        String reason = String.valueOf(inner.getMessage());
        return reason.length() > LONGEST_REASON
                ? inner
                : TemplateException.within(
                        position(), template, expression(), "error calling " + function + ": ", inner);
    }

    /** A key that a map lacks. */
    TemplateException missingKey(String key) {
        return TemplateException.missingKey(position(), template, expression(), GoText.decode(key));
    }

    private Position position() {
        return tree.source().ofNode(at.position());
    }

    private String expression() {
        String source = GoText.decode(NodePrinter.print(at));
        // What a write has in it can only be taken out of the message when it is there as a whole.
        boolean writes = source.contains("secret ");
        return source.length() > LONGEST_EXPRESSION && !writes
                ? source.substring(0, LONGEST_EXPRESSION) + "..."
                : source;
    }
}
