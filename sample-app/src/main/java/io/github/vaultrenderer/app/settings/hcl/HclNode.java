package io.github.vaultrenderer.app.settings.hcl;

import java.util.List;

/** What was read, before settings of the same name come together. */
sealed interface HclNode {

    Position position();

    /**
     * A string, a number or a truth value.
     *
     * @param token as it was written
     */
    record Literal(Token token) implements HclNode {
        @Override
        public Position position() {
            return token.position();
        }
    }

    /**
     * {@code [a, b]}.
     *
     * @param position where it begins
     * @param nodes in their order
     */
    record Array(Position position, List<HclNode> nodes) implements HclNode {}

    /**
     * {@code { a = b }}.
     *
     * @param position where it begins
     * @param items in their order
     */
    record Body(Position position, List<Item> items) implements HclNode {}

    /**
     * A setting or a block.
     *
     * @param keys the name, and after it a block's labels
     * @param value what it is set to; a body where there are labels
     */
    record Item(List<Token> keys, HclNode value) {}
}
