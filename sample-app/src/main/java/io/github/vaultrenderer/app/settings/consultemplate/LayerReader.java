package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.app.settings.hcl.HclException;
import io.github.vaultrenderer.app.settings.hcl.HclReader;
import io.github.vaultrenderer.app.settings.hcl.HclValue;
import io.github.vaultrenderer.app.settings.hcl.Position;
import io.github.vaultrenderer.failure.ConfigurationException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the settings of one file, or of {@code CT_LOCAL_CONFIG}. A name that consul-template does not know is an error.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/config/config.go">consul-template, Parse</a>
 */
final class LayerReader {

    private final String origin;

    /**
     * @param origin the file's name, for messages
     */
    LayerReader(String origin) {
        this.origin = origin;
    }

    /**
     * Reads a whole file.
     *
     * @throws ConfigurationException for what is no configuration, with file, line and column
     */
    Layer read(byte[] bytes) {
        HclValue.Structure file;
        try {
            file = HclReader.read(bytes);
        } catch (HclException wrong) {
            throw new ConfigurationException(
                    at(wrong.position()) + ": " + wrong.getMessage(), "Correct the file at this place.");
        }
        Layer.Builder layer = new Layer.Builder(origin);
        read(file, Schema.FILE, new Level("", true), layer);
        return layer.build();
    }

    /**
     * How far the reader is in.
     *
     * @param prefix the path of the block, with a point after it
     * @param unfolded whether blocks can stand in it: not in an object in a list
     */
    private record Level(String prefix, boolean unfolded) {}

    private void read(HclValue.Structure structure, Block block, Level level, Layer.Builder into) {
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, HclValue.Member> entry : structure.members().entrySet()) {
            HclValue.Member member = entry.getValue();
            Block.Key key = block.find(entry.getKey());
            if (key == null || !seen.add(key.name())) {
                throw unknown(entry.getKey(), member.position(), block, level);
            }
            boolean unfolded = level.unfolded() && key.unfolded() && key.name().equals(entry.getKey());
            try {
                read(member, key, new Level(level.prefix(), unfolded), into);
            } catch (MalformedValueException wrong) {
                throw new ConfigurationException(
                        at(member.position()) + ": " + level.prefix() + key.name() + " is "
                                + member.value().kind() + ", and should be " + wrong.getMessage(),
                        "Correct the value.");
            }
        }
    }

    private void read(HclValue.Member member, Block.Key key, Level level, Layer.Builder into)
            throws MalformedValueException {
        HclValue value = member.value();
        String path = level.prefix() + key.name();
        if (key.kind() == Kind.TEMPLATES && key.block() != null) {
            readTemplates(value, key.block(), level.unfolded(), into);
        } else if (key.block() != null && value instanceof HclValue.Blocks blocks && level.unfolded()) {
            remarkOnSeveral(blocks, path, into);
            List<HclValue.Structure> all = blocks.structures();
            read(all.get(all.size() - 1), key.block(), new Level(path + ".", true), into);
        } else if (key.kind() == Kind.WAIT && value instanceof HclValue.Text text) {
            WaitText.parse(text.value()).set(level.prefix(), into);
        } else if (key.kind() == Kind.CONSUL && value instanceof HclValue.Text text) {
            into.set("consul.address", text.value());
        } else {
            set(path, ValueReader.read(value, key.kind()), member, into);
        }
    }

    private void set(String path, Object value, HclValue.Member member, Layer.Builder into) {
        if (value instanceof Duration duration && !duration.isZero() && !(member.value() instanceof HclValue.Text)) {
            into.remark(at(member.position()) + ": " + path + " is a bare number, which counts nanoseconds");
        }
        // Once true, no later file makes it false.
        if (!path.equals("err_on_failed_lookup") || value.equals(true)) {
            into.set(path, value);
        }
    }

    private void remarkOnSeveral(HclValue.Blocks blocks, String path, Layer.Builder into) {
        if (blocks.structures().size() > 1) {
            into.remark(at(blocks.position()) + ": of " + blocks.structures().size() + " blocks " + path
                    + " in one file only the last counts");
        }
    }

    private void readTemplates(HclValue value, Block block, boolean unfolded, Layer.Builder into)
            throws MalformedValueException {
        if (value instanceof HclValue.Blocks blocks) {
            for (HclValue.Structure each : blocks.structures()) {
                into.addTemplate(template(each, block, unfolded));
            }
        } else if (value instanceof HclValue.Items items) {
            for (HclValue each : items.values()) {
                if (!(each instanceof HclValue.Structure structure)) {
                    throw new MalformedValueException("a block, or a list of objects");
                }
                into.addTemplate(template(structure, block, false));
            }
        } else if (!(value instanceof HclValue.Text text) || !text.value().isEmpty()) {
            throw new MalformedValueException("a block");
        }
    }

    private Layer template(HclValue.Structure structure, Block block, boolean unfolded) {
        Layer.Builder template = new Layer.Builder(at(structure.position()));
        read(structure, block, new Level("", unfolded), template);
        return template.build();
    }

    private ConfigurationException unknown(String name, Position position, Block block, Level level) {
        String nearest = NearestName.to(name, block.keys().keySet());
        String where = level.prefix().isEmpty()
                ? ""
                : " in " + level.prefix().substring(0, level.prefix().length() - 1);
        return new ConfigurationException(
                at(position) + ": there is no setting \"" + name + "\"" + where,
                nearest.isEmpty() ? "Take it out, or correct its name." : "Did you mean " + nearest + "?");
    }

    private String at(Position position) {
        return origin + ":" + position;
    }
}
