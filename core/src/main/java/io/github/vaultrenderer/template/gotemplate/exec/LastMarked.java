package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.gotemplate.parse.Node;

/** The node that an expression's evaluation comes to last: Go names it when the expression's value is of a wrong type. */
final class LastMarked {

    private LastMarked() {}

    static Node of(Node.Expression node) {
        if (node instanceof Node.Pipeline pipeline) {
            return of(pipeline.commands().get(pipeline.commands().size() - 1));
        }
        if (node instanceof Node.Command command) {
            Node.Expression last = command.arguments().get(command.arguments().size() - 1);
            return command.arguments().get(0) instanceof Node.Identifier
                            && command.arguments().size() == 1
                    ? command.arguments().get(0)
                    : of(last);
        }
        return node instanceof Node.Chain chain ? of(chain.node()) : node;
    }
}
