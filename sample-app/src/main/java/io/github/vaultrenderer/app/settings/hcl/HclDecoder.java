package io.github.vaultrenderer.app.settings.hcl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings settings of one name together, as HCL 1's decoder does when it is asked for a map: blocks and lists of one name
 * add up; of other settings the last counts, if it is of the first one's type or can be read as it; labels are blocks in
 * blocks.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/hcl1/decoder.go">HCL 1, decodeMap</a>
 */
final class HclDecoder {

    private HclDecoder() {}

    static HclValue.Structure structure(HclNode.Body body) throws HclException {
        return structure(body.items(), body.position());
    }

    private static HclValue.Structure structure(List<HclNode.Item> items, Position position) throws HclException {
        Map<String, HclValue.Member> members = new LinkedHashMap<>();
        Set<String> done = new HashSet<>();
        for (HclNode.Item item : items) {
            Token key = item.keys().get(0);
            if (done.contains(key.text())) {
                continue;
            }
            HclValue.Member before = members.get(key.text());
            HclValue old = before == null ? null : before.value();
            if (item.keys().size() > 1) {
                done.add(key.text());
                members.put(key.text(), new HclValue.Member(key.position(), labelled(old, items, key)));
            } else {
                members.put(key.text(), new HclValue.Member(key.position(), merged(old, item.value())));
            }
        }
        return new HclValue.Structure(Collections.unmodifiableMap(members), position);
    }

    /** All blocks of this name, however they write it, each with the first label as a block in it. */
    private static HclValue labelled(@Nullable HclValue old, List<HclNode.Item> items, Token key) throws HclException {
        List<HclValue.Structure> structures = new ArrayList<>();
        for (HclNode.Item item : items) {
            Token name = item.keys().get(0);
            if (!name.text().equalsIgnoreCase(key.text())) {
                continue;
            }
            if (item.keys().size() == 1 || old != null) {
                throw new HclException(name.position(), "blocks of one name all have labels, or none has");
            }
            List<Token> labels = item.keys().subList(1, item.keys().size());
            structures.add(structure(List.of(new HclNode.Item(labels, item.value())), name.position()));
        }
        return new HclValue.Blocks(structures, key.position());
    }

    private static HclValue merged(@Nullable HclValue old, HclNode node) throws HclException {
        if (old instanceof HclValue.Blocks blocks) {
            List<HclValue.Structure> all = new ArrayList<>(blocks.structures());
            all.addAll(bodies(node));
            return new HclValue.Blocks(all, blocks.position());
        }
        if (old instanceof HclValue.Items list) {
            List<HclValue> all = new ArrayList<>(list.values());
            all.addAll(elements(node));
            return new HclValue.Items(all, list.position());
        }
        if (old != null) {
            return again(old, node);
        }
        if (node instanceof HclNode.Body body) {
            return new HclValue.Blocks(List.of(structure(body)), body.position());
        }
        return element(node);
    }

    private static List<HclValue.Structure> bodies(HclNode node) throws HclException {
        List<HclNode> nodes = node instanceof HclNode.Array array ? array.nodes() : List.of(node);
        List<HclValue.Structure> bodies = new ArrayList<>();
        for (HclNode each : nodes) {
            if (!(each instanceof HclNode.Body body)) {
                throw new HclException(each.position(), "a setting that was a block before");
            }
            bodies.add(structure(body));
        }
        return bodies;
    }

    private static List<HclValue> elements(HclNode node) throws HclException {
        if (node instanceof HclNode.Literal) {
            throw new HclException(node.position(), "a setting that was a list before");
        }
        List<HclNode> nodes = node instanceof HclNode.Array array ? array.nodes() : List.of(node);
        List<HclValue> elements = new ArrayList<>();
        for (HclNode each : nodes) {
            elements.add(element(each));
        }
        return elements;
    }

    private static HclValue element(HclNode node) throws HclException {
        if (node instanceof HclNode.Literal literal) {
            return literal(literal.token());
        }
        if (node instanceof HclNode.Body body) {
            return structure(body);
        }
        return new HclValue.Items(elements(node), node.position());
    }

    private static HclValue literal(Token token) throws HclException {
        return switch (token.type()) {
            case TRUTH -> new HclValue.Truth(token.text().equals("true"), token.position());
            case WHOLE -> new HclValue.Whole(whole(token), token.position());
            case REAL -> new HclValue.Real(real(token), token.position());
            default -> new HclValue.Text(token.text(), token.position());
        };
    }

    /** A setting that was made before: read as what it was. */
    private static HclValue again(HclValue old, HclNode node) throws HclException {
        if (node instanceof HclNode.Literal literal) {
            Token token = literal.token();
            boolean text = token.is(TokenType.TEXT) || token.is(TokenType.HEREDOC);
            boolean whole = token.is(TokenType.WHOLE);
            if (old instanceof HclValue.Text && (text || whole)) {
                return new HclValue.Text(token.text(), token.position());
            }
            if (old instanceof HclValue.Whole && (whole || token.is(TokenType.TEXT))) {
                return new HclValue.Whole(whole(token), token.position());
            }
            if (old instanceof HclValue.Real && (whole || token.is(TokenType.REAL))) {
                return new HclValue.Real(real(token), token.position());
            }
            if (old instanceof HclValue.Truth && token.is(TokenType.TRUTH)) {
                return literal(token);
            }
        }
        throw new HclException(node.position(), "a setting that was " + old.kind() + " before");
    }

    /** As Go's {@code strconv.ParseInt} reads it with base 0, without underscores. */
    private static long whole(Token token) throws HclException {
        String text = token.text();
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = sign;
        int radix = 10;
        if (text.length() > sign + 1 && text.charAt(sign) == '0') {
            boolean hexadecimal = text.charAt(sign + 1) == 'x' || text.charAt(sign + 1) == 'X';
            radix = hexadecimal ? 16 : 8;
            digits = sign + (hexadecimal ? 2 : 1);
        }
        try {
            if (digits < text.length() && Characters.isHexadecimal(text.charAt(digits))) {
                return Long.parseLong(text.substring(0, sign) + text.substring(digits), radix);
            }
        } catch (NumberFormatException wrong) {
            // Told below, with the place.
        }
        throw new HclException(token.position(), "a number that is too large, or an octal one with an 8 or 9");
    }

    private static double real(Token token) throws HclException {
        try {
            double value = Double.parseDouble(token.text());
            if (!Double.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException wrong) {
            // Told below, with the place.
        }
        throw new HclException(token.position(), "a number that is too large, or has no digits in its exponent");
    }
}
