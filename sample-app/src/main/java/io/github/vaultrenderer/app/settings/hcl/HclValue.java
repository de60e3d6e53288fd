package io.github.vaultrenderer.app.settings.hcl;

import java.util.List;
import java.util.Map;

/** What a setting is set to. */
public sealed interface HclValue {

    /** Where it begins. */
    Position position();

    /** What to call it in a message. */
    String kind();

    /**
     * A string or a heredoc.
     *
     * @param value its content
     * @param position where it begins
     */
    record Text(String value, Position position) implements HclValue {
        @Override
        public String kind() {
            return "a string";
        }

        /** Says nothing of the content, which may be a secret. */
        @Override
        public String toString() {
            return "Text[" + position + "]";
        }
    }

    /**
     * A whole number.
     *
     * @param value the number; {@code 0644} is octal, {@code 0x1F} hexadecimal
     * @param position where it begins
     */
    record Whole(long value, Position position) implements HclValue {
        @Override
        public String kind() {
            return "a whole number";
        }
    }

    /**
     * A number with a fraction or an exponent.
     *
     * @param value the number
     * @param position where it begins
     */
    record Real(double value, Position position) implements HclValue {
        @Override
        public String kind() {
            return "a number with a point";
        }
    }

    /**
     * True or false.
     *
     * @param value which of both
     * @param position where it begins
     */
    record Truth(boolean value, Position position) implements HclValue {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /**
     * {@code [a, b]}; objects in it are {@link Structure}s.
     *
     * @param values in their order
     * @param position where the first list of that name begins
     */
    record Items(List<HclValue> values, Position position) implements HclValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * All blocks of one name: {@code name { … } name { … }}.
     *
     * @param structures in their order; at least one
     * @param position where the first begins
     */
    record Blocks(List<Structure> structures, Position position) implements HclValue {
        public Blocks {
            structures = List.copyOf(structures);
        }

        @Override
        public String kind() {
            return "a block";
        }
    }

    /**
     * A whole file, a block, or an object in a list.
     *
     * @param members by name, in the order of their first appearance
     * @param position where it begins
     */
    record Structure(Map<String, Member> members, Position position) implements HclValue {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /**
     * A setting.
     *
     * @param position where its name stands last
     * @param value what it is set to
     */
    record Member(Position position, HclValue value) {}
}
