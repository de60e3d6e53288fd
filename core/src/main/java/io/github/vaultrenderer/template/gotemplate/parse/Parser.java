package io.github.vaultrenderer.template.gotemplate.parse;

import io.github.vaultrenderer.template.TemplateSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of tokens, by recursive descent.
 *
 * @see <a href="https://cs.opensource.google/go/go/+/master:src/text/template/parse/parse.go">Go's parse.go</a>
 */
final class Parser {

    /** How deep actions and parentheses may nest: far from what overflows a thread's stack, far above what people write. */
    static final int MOST_NESTED = 400;

    /** How many commands most pipelines have, and arguments most commands. */
    private static final int FEW = 3;

    /** The template itself, for templates that call it or define it: consul-template's have no other name. */
    private static final String MAIN = "";

    private final TokenStream tokens;
    private final Predicate<String> functions;
    private final Map<String, Node.Sequence> defined = new LinkedHashMap<>();
    private final List<String> variables = new ArrayList<>(List.of("$"));
    private int ranges;
    private int depth;

    private Parser(TokenStream tokens, Predicate<String> functions) {
        this.tokens = tokens;
        this.functions = functions;
    }

    /** The end of a list of nodes: {@code end} or {@code else}. */
    private record Block(Node.Sequence nodes, Token end) {}

    /** What {@code if}, {@code with} and {@code range} have in common. */
    private record Control(Node.Pipeline pipeline, Node.Sequence then, Node.@Nullable Sequence otherwise) {}

    static TemplateTree parse(TemplateSource source, Predicate<String> functions) {
        SourceText text = new SourceText(source.name(), GoText.encode(source.text()));
        TokenStream tokens = new TokenStream(text, Lexer.tokens(text.text(), source.delimiters()));
        Parser parser = new Parser(tokens, functions);
        Node.Sequence main = parser.define(MAIN, parser.topLevel(), 0);
        return new TemplateTree(text, main, parser.defined);
    }

    /**
     * <pre>
     * template: (definition | textOrAction)* EOF
     * </pre>
     */
    private Node.Sequence topLevel() {
        List<Node.Statement> nodes = new ArrayList<>();
        while (tokens.peek().type() != TokenType.EOF) {
            Token token = tokens.next();
            if (token.type() == TokenType.LEFT_DELIMITER
                    && tokens.peekNonSpace().type() == TokenType.DEFINE) {
                tokens.next();
                definition();
            } else {
                nodes.add(textOrAction(token));
            }
        }
        return new Node.Sequence(0, nodes);
    }

    /**
     * <pre>
     * definition: "{{" "define" string "}}" itemList "{{" "end" "}}"
     * </pre>
     */
    private void definition() {
        String context = "define clause";
        Token name = tokens.nextNonSpace();
        String text = templateName(name, context);
        tokens.expect(TokenType.RIGHT_DELIMITER, context);
        define(text, ownScope(context), name.position());
    }

    private Node.Sequence ownScope(String context) {
        List<String> outer = new ArrayList<>(variables);
        int outerRanges = ranges;
        variables.clear();
        variables.add("$");
        ranges = 0;
        Block block = itemList();
        if (block.end.type() != TokenType.END) {
            throw tokens.unexpected(block.end, context);
        }
        tokens.expect(TokenType.RIGHT_DELIMITER, "end");
        variables.clear();
        variables.addAll(outer);
        ranges = outerRanges;
        return block.nodes;
    }

    /** A name is for one template. One that holds nothing but space gives way to another. Gives the one that stays. */
    private Node.Sequence define(String name, Node.Sequence body, int position) {
        Node.Sequence known = defined.get(name);
        if (known == null || isBlank(known)) {
            defined.put(name, body);
            return body;
        }
        if (!isBlank(body)) {
            throw tokens.syntax(position, "multiple definition of template \"" + name + "\"");
        }
        return known;
    }

    private static boolean isBlank(Node.Sequence body) {
        for (Node.Statement node : body.nodes()) {
            if (!(node instanceof Node.Text text)
                    || !Runes.trimSpace(text.text()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * <pre>
     * itemList: textOrAction*
     * </pre>
     *
     * Ends at {@code end} or {@code else}, which is taken and given with the nodes.
     */
    private Block itemList() {
        int start = tokens.peek().position();
        List<Node.Statement> nodes = new ArrayList<>();
        while (tokens.peek().type() != TokenType.EOF) {
            Token token = tokens.next();
            if (token.type() == TokenType.LEFT_DELIMITER) {
                Token keyword = tokens.peekNonSpace();
                if (keyword.type() == TokenType.END || keyword.type() == TokenType.ELSE) {
                    return new Block(new Node.Sequence(start, nodes), tokens.next());
                }
            }
            nodes.add(textOrAction(token));
        }
        throw tokens.syntax(tokens.peek().position(), "unexpected EOF");
    }

    /**
     * <pre>
     * textOrAction: text | "{{" action
     * </pre>
     */
    private Node.Statement textOrAction(Token token) {
        return switch (token.type()) {
            case TEXT -> new Node.Text(token.position(), token.text());
            case LEFT_DELIMITER -> nestedAction();
            default -> throw tokens.unexpected(token, "input");
        };
    }

    /**
     * <pre>
     * action: control | "break" | "continue" | "template" … | "block" … | pipeline "}}"
     * </pre>
     */
    private Node.Statement action() {
        Token token = tokens.nextNonSpace();
        return switch (token.type()) {
            case BLOCK -> block();
            case BREAK -> loopControl(token, new Node.Break(token.position()));
            case CONTINUE -> loopControl(token, new Node.Continue(token.position()));
            case IF -> {
                Control control = control(token, "if");
                yield new Node.If(control.pipeline.position(), control.pipeline, control.then, control.otherwise);
            }
            case RANGE -> {
                Control control = control(token, "range");
                yield new Node.Range(control.pipeline.position(), control.pipeline, control.then, control.otherwise);
            }
            case WITH -> {
                Control control = control(token, "with");
                yield new Node.With(control.pipeline.position(), control.pipeline, control.then, control.otherwise);
            }
            case TEMPLATE -> call();
            case ELSE, END, DEFINE -> throw tokens.unexpected(token, "command");
            default -> {
                tokens.back();
                yield new Node.Action(token.position(), pipeline("command", TokenType.RIGHT_DELIMITER));
            }
        };
    }

    private Node.Statement loopControl(Token token, Node.Statement node) {
        Token end = tokens.nextNonSpace();
        if (end.type() != TokenType.RIGHT_DELIMITER) {
            throw tokens.unexpected(end, "{{" + token.text() + "}}");
        }
        if (ranges == 0) {
            throw tokens.syntax(token.position(), "{{" + token.text() + "}} outside {{range}}");
        }
        return node;
    }

    /**
     * <pre>
     * control: ("if" | "with" | "range") pipeline "}}" itemList
     *          ("{{" "else" "}}" itemList | "{{" "else" ("if" | "with") …)? "{{" "end" "}}"
     * </pre>
     */
    private Control control(Token keyword, String context) {
        int mark = variables.size();
        Node.Pipeline pipeline = pipeline(context, TokenType.RIGHT_DELIMITER);
        boolean loop = keyword.type() == TokenType.RANGE;
        ranges += loop ? 1 : 0;
        Block then = itemList();
        ranges -= loop ? 1 : 0;
        Node.Sequence otherwise = null;
        if (then.end.type() == TokenType.ELSE) {
            otherwise = elseBranch(keyword, context);
        } else {
            tokens.expect(TokenType.RIGHT_DELIMITER, "end");
        }
        truncate(mark);
        return new Control(pipeline, then.nodes, otherwise);
    }

    /** {@code {{else if …}}} is {@code {{else}}{{if …}}} whose end is shared. */
    private Node.Sequence elseBranch(Token keyword, String context) {
        Token next = tokens.peekNonSpace();
        if (next.type() == keyword.type() && keyword.type() != TokenType.RANGE) {
            tokens.next();
            deeper();
            Control control = control(next, context);
            depth--;
            Node.Statement chained = keyword.type() == TokenType.IF
                    ? new Node.If(control.pipeline.position(), control.pipeline, control.then, control.otherwise)
                    : new Node.With(control.pipeline.position(), control.pipeline, control.then, control.otherwise);
            return new Node.Sequence(next.position(), List.of(chained));
        }
        tokens.expect(TokenType.RIGHT_DELIMITER, "else");
        Block branch = itemList();
        if (branch.end.type() != TokenType.END) {
            throw tokens.syntax(branch.end.position(), "expected end; found {{else}}");
        }
        tokens.expect(TokenType.RIGHT_DELIMITER, "end");
        return branch.nodes;
    }

    /**
     * <pre>
     * call: "template" string pipeline? "}}"
     * </pre>
     */
    private Node.Statement call() {
        String context = "template clause";
        Token token = tokens.nextNonSpace();
        String name = templateName(token, context);
        if (tokens.peekNonSpace().type() == TokenType.RIGHT_DELIMITER) {
            tokens.next();
            return new Node.Call(token.position(), name, null);
        }
        return new Node.Call(token.position(), name, pipeline(context, TokenType.RIGHT_DELIMITER));
    }

    /**
     * <pre>
     * block: "block" string pipeline "}}" itemList "{{" "end" "}}"
     * </pre>
     */
    private Node.Statement block() {
        String context = "block clause";
        Token token = tokens.nextNonSpace();
        String name = templateName(token, context);
        Node.Pipeline pipeline = pipeline(context, TokenType.RIGHT_DELIMITER);
        define(name, ownScope(context), token.position());
        return new Node.Call(token.position(), name, pipeline);
    }

    private String templateName(Token token, String context) {
        if (token.type() == TokenType.STRING || token.type() == TokenType.RAW_STRING) {
            return text(token);
        }
        throw tokens.unexpected(token, context);
    }

    /**
     * <pre>
     * pipeline: (variable ("," variable)? (":=" | "="))? command ("|" command)*
     * </pre>
     *
     * Ends at the given token, which is taken.
     */
    private Node.Pipeline pipeline(String context, TokenType end) {
        int position = tokens.peekNonSpace().position();
        List<Node.Variable> declared = new ArrayList<>(0);
        boolean assigns = declarations(context, declared);
        List<Node.Command> commands = new ArrayList<>(FEW);
        while (true) {
            Token token = tokens.nextNonSpace();
            if (token.type() == end) {
                check(commands, context, token);
                return new Node.Pipeline(position, declared, assigns, commands);
            }
            tokens.back();
            if (!startsOperand(token.type())) {
                throw tokens.unexpected(token, context);
            }
            commands.add(command());
        }
    }

    private static boolean startsOperand(TokenType type) {
        return switch (type) {
            case BOOL,
                    CHARACTER,
                    COMPLEX,
                    DOT,
                    FIELD,
                    IDENTIFIER,
                    NUMBER,
                    NIL,
                    RAW_STRING,
                    STRING,
                    VARIABLE,
                    LEFT_PARENTHESIS -> true;
            default -> false;
        };
    }

    private void check(List<Node.Command> commands, String context, Token end) {
        if (commands.isEmpty()) {
            throw tokens.syntax(end.position(), "missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            Node first = commands.get(i).arguments().get(0);
            if (first instanceof Node.Constant || first instanceof Node.Dot || first instanceof Node.Nil) {
                throw tokens.syntax(first.position(), "non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    /** Takes the variables and the sign behind them, if that is what comes; tells whether they are assigned to. */
    private boolean declarations(String context, List<Node.Variable> declared) {
        while (tokens.peekNonSpace().type() == TokenType.VARIABLE) {
            Token variable = tokens.next();
            boolean space = tokens.peek().type() == TokenType.SPACE;
            Token sign = tokens.peekNonSpace();
            switch (sign.type()) {
                case ASSIGN, DECLARE -> {
                    tokens.next();
                    declare(variable, declared);
                    return sign.type() == TokenType.ASSIGN;
                }
                case COMMA -> {
                    tokens.next();
                    declare(variable, declared);
                    oneMoreVariable(variable, context, declared.size());
                }
                default -> {
                    tokens.back(space ? 2 : 1);
                    return false;
                }
            }
        }
        return false;
    }

    private void oneMoreVariable(Token variable, String context, int declared) {
        if (!context.equals("range") || declared > 1) {
            throw tokens.syntax(variable.position(), "too many declarations in " + context);
        }
        TokenType next = tokens.peekNonSpace().type();
        if (next != TokenType.VARIABLE && next != TokenType.RIGHT_DELIMITER && next != TokenType.RIGHT_PARENTHESIS) {
            throw tokens.syntax(variable.position(), "range can only initialize variables");
        }
    }

    /** What is assigned to counts as declared, as in Go: whether it is shows when the template is executed. */
    private void declare(Token variable, List<Node.Variable> declared) {
        variables.add(variable.text());
        declared.add(new Node.Variable(variable.position(), variable.text(), List.of()));
    }

    private void known(Token variable) {
        if (!variables.contains(variable.text())) {
            throw tokens.syntax(variable.position(), "undefined variable \"" + variable.text() + "\"");
        }
    }

    /**
     * <pre>
     * command: operand (space operand)*
     * </pre>
     *
     * Ends before what ends the pipeline, or behind a pipe.
     */
    private Node.Command command() {
        int position = tokens.peekNonSpace().position();
        List<Node.Expression> arguments = new ArrayList<>(FEW);
        while (true) {
            tokens.peekNonSpace();
            Node.Expression operand = operand();
            if (operand != null) {
                arguments.add(operand);
            }
            Token token = tokens.next();
            if (token.type() == TokenType.SPACE) {
                continue;
            }
            if (token.type() == TokenType.RIGHT_DELIMITER || token.type() == TokenType.RIGHT_PARENTHESIS) {
                tokens.back();
            } else if (token.type() != TokenType.PIPE) {
                throw tokens.unexpected(token, "operand");
            }
            if (arguments.isEmpty()) {
                throw tokens.syntax(position, "empty command");
            }
            return new Node.Command(position, arguments);
        }
    }

    /**
     * <pre>
     * operand: term field*
     * </pre>
     */
    private Node.@Nullable Expression operand() {
        Node.Expression term = term();
        if (term == null || tokens.peek().type() != TokenType.FIELD) {
            return term;
        }
        int position = tokens.peek().position();
        List<String> fields = new ArrayList<>(FEW);
        while (tokens.peek().type() == TokenType.FIELD) {
            fields.add(tokens.next().text().substring(1));
        }
        if (term instanceof Node.Field field) {
            return new Node.Field(position, joined(field.names(), fields));
        }
        if (term instanceof Node.Variable variable) {
            return new Node.Variable(position, variable.name(), joined(variable.fields(), fields));
        }
        if (term instanceof Node.Constant || term instanceof Node.Dot || term instanceof Node.Nil) {
            throw tokens.syntax(position, "unexpected . after term " + NodePrinter.print(term));
        }
        return new Node.Chain(position, term, fields);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /**
     * <pre>
     * term: literal | function | "." | ".field" | "$variable" | "nil" | "(" pipeline ")"
     * </pre>
     */
    private Node.@Nullable Expression term() {
        Token token = tokens.nextNonSpace();
        int position = token.position();
        return switch (token.type()) {
            case IDENTIFIER -> function(token);
            case DOT -> new Node.Dot(position);
            case NIL -> new Node.Nil(position);
            case VARIABLE -> {
                known(token);
                yield new Node.Variable(position, token.text(), List.of());
            }
            case FIELD -> new Node.Field(position, List.of(token.text().substring(1)));
            case BOOL, NUMBER, COMPLEX, CHARACTER, STRING, RAW_STRING -> constant(token);
            case LEFT_PARENTHESIS -> parentheses();
            default -> {
                tokens.back();
                yield null;
            }
        };
    }

    private Node.Expression function(Token token) {
        if (!functions.test(token.text())) {
            throw tokens.syntax(token.position(), "function \"" + token.text() + "\" not defined");
        }
        return new Node.Identifier(token.position(), token.text());
    }

    private Node.Expression constant(Token token) {
        Object value = switch (token.type()) {
            case BOOL -> token.text().equals("true");
            case NUMBER -> Literals.number(token.text());
            case COMPLEX -> Literals.complex(token.text());
            case CHARACTER -> Literals.character(token.text());
            default -> text(token);
        };
        if (value == null) {
            throw tokens.syntax(
                    token.position(),
                    token.type() == TokenType.CHARACTER
                            ? "malformed character constant: " + token.text()
                            : "bad number syntax: \"" + token.text() + "\"");
        }
        return new Node.Constant(token.position(), value, token.text());
    }

    private String text(Token token) {
        String text =
                token.type() == TokenType.RAW_STRING ? Literals.rawString(token.text()) : Literals.string(token.text());
        if (text == null) {
            throw tokens.syntax(token.position(), "invalid syntax in string " + token.text());
        }
        return text;
    }

    private void truncate(int mark) {
        while (variables.size() > mark) {
            variables.remove(variables.size() - 1);
        }
    }

    private Node.Statement nestedAction() {
        deeper();
        Node.Statement action = action();
        depth--;
        return action;
    }

    private Node.Pipeline parentheses() {
        deeper();
        Node.Pipeline pipeline = pipeline("parenthesized pipeline", TokenType.RIGHT_PARENTHESIS);
        depth--;
        return pipeline;
    }

    private void deeper() {
        if (++depth > MOST_NESTED) {
            throw tokens.syntax(tokens.peek().position(), "nested deeper than " + MOST_NESTED + " levels");
        }
    }
}
