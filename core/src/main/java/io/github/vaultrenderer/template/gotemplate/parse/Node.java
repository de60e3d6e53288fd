package io.github.vaultrenderer.template.gotemplate.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a parsed template. Texts in it are {@linkplain GoText Go strings}.
 *
 * @see <a href="https://pkg.go.dev/text/template/parse#Node">Go's parse.Node</a>
 */
public sealed interface Node {

    /** The byte of the template where it starts. */
    int position();

    /** What a template does, in order. */
    sealed interface Statement extends Node {

        /** Calls the method of the visitor that is for this statement. */
        <R> R accept(Statement.Visitor<R> visitor);

        /** One method for each kind of statement. */
        interface Visitor<R> {
            R visit(Sequence node);

            R visit(Text node);

            R visit(Action node);

            R visit(If node);

            R visit(With node);

            R visit(Range node);

            R visit(Break node);

            R visit(Continue node);

            R visit(Call node);
        }
    }

    /** What has a value. */
    sealed interface Expression extends Node {

        /** Calls the method of the visitor that is for this expression. */
        <R> @Nullable R accept(Expression.Visitor<R> visitor);

        /** One method for each kind of expression. */
        interface Visitor<R> {
            @Nullable
            R visit(Pipeline node);

            @Nullable
            R visit(Command node);

            @Nullable
            R visit(Identifier node);

            @Nullable
            R visit(Dot node);

            @Nullable
            R visit(Nil node);

            @Nullable
            R visit(Field node);

            @Nullable
            R visit(Variable node);

            @Nullable
            R visit(Chain node);

            @Nullable
            R visit(Constant node);
        }
    }

    /** Nodes one after another. */
    record Sequence(int position, List<Statement> nodes) implements Statement {
        public Sequence {
            nodes = List.copyOf(nodes);
        }

        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Text outside of actions. */
    record Text(int position, String text) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A pipeline whose value is printed, unless it declares or assigns. */
    record Action(int position, Pipeline pipeline) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code if}. */
    record If(
            int position,
            Pipeline pipeline,
            Sequence then,
            @Nullable Sequence otherwise) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code with}. */
    record With(
            int position,
            Pipeline pipeline,
            Sequence then,
            @Nullable Sequence otherwise) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code range}. */
    record Range(
            int position,
            Pipeline pipeline,
            Sequence body,
            @Nullable Sequence otherwise) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code break}. */
    record Break(int position) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code continue}. */
    record Continue(int position) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code template} and {@code block}: runs a defined template. */
    record Call(int position, String name, @Nullable Pipeline pipeline) implements Statement {
        @Override
        public <R> R accept(Statement.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Commands, each of which gets the value of the one before it as its last argument. */
    record Pipeline(int position, List<Variable> variables, boolean assigns, List<Command> commands)
            implements Expression {
        public Pipeline {
            variables = List.copyOf(variables);
            commands = List.copyOf(commands);
        }

        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An operand, or a function with its arguments. */
    record Command(int position, List<Expression> arguments) implements Expression {
        public Command {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A function's name. */
    record Identifier(int position, String name) implements Expression {
        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code .}, the current value. */
    record Dot(int position) implements Expression {
        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code nil}. */
    record Nil(int position) implements Expression {
        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code .a.b}: fields of the current value. */
    record Field(int position, List<String> names) implements Expression {
        public Field {
            names = List.copyOf(names);
        }

        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code $x.a.b}: a variable, and fields of it. */
    record Variable(int position, String name, List<String> fields) implements Expression {
        public Variable {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code (…).a.b}: fields of what is in parentheses. */
    record Chain(int position, Expression node, List<String> fields) implements Expression {
        public Chain {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A constant: {@code Boolean}, {@code Long}, {@code Double}, {@link GoComplex}, a string, or a {@code BigInteger} that is
     * too great for an {@code int}; {@code source} as it was written. A number's type is the one that it has where any type
     * will do: where another is wanted, {@code 2.0} can be an integer.
     */
    record Constant(int position, Object value, String source) implements Expression {
        @Override
        public <R> @Nullable R accept(Expression.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
