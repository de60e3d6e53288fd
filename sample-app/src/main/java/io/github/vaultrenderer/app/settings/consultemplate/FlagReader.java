package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.redact.Sensitive;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads arguments by the rules of Go's package flag: one dash or two; a value after {@code =} or in the next argument, but
 * for a flag that is true or false only after {@code =}; nothing is a flag after the first argument that is none.
 *
 * @see <a href="https://pkg.go.dev/flag#hdr-Command_line_flag_syntax">Go, command line flag syntax</a>
 */
final class FlagReader {

    private final List<String> arguments;
    private final List<String> configPaths = new ArrayList<>();
    private final Layer.Builder layer = new Layer.Builder("the flags");

    private int index;
    private boolean help;
    private boolean version;
    private boolean dry;
    /** The last flag read, without its value. */
    private String last = "";

    private FlagReader(List<String> arguments) {
        this.arguments = arguments;
    }

    /**
     * Reads all arguments.
     *
     * @throws FlagException for one that is unknown, malformed or none
     */
    static Flags read(List<String> arguments) {
        FlagReader reader = new FlagReader(arguments);
        while (!reader.help && reader.atFlag()) {
            reader.readFlag();
        }
        if (!reader.help && reader.index < arguments.size()) {
            throw reader.extra();
        }
        return new Flags(reader.help, reader.version, reader.dry, reader.configPaths, reader.layer.build());
    }

    private boolean atFlag() {
        if (index == arguments.size()) {
            return false;
        }
        String argument = arguments.get(index);
        if (argument.equals("--")) {
            index++;
            return false;
        }
        return argument.length() > 1 && argument.charAt(0) == '-';
    }

    private void readFlag() {
        String argument = arguments.get(index++);
        String body = argument.substring(argument.startsWith("--") ? 2 : 1);
        if (body.startsWith("-") || body.startsWith("=")) {
            throw new FlagException("an argument begins with neither one dash nor two and a name: the one after "
                    + (last.isEmpty() ? "the program's name" : last));
        }
        int equals = body.indexOf('=');
        String name = equals < 0 ? body : body.substring(0, equals);
        Flag flag = Flag.named(name);
        if (flag == null) {
            readUnknown(name);
            return;
        }
        last = "-" + name;
        String value = equals < 0 ? next(flag) : body.substring(equals + 1);
        try {
            set(flag, value);
        } catch (MalformedValueException wrong) {
            throw new FlagException(last + shown(flag, value) + " should be " + wrong.getMessage());
        }
    }

    private void readUnknown(String name) {
        if (!name.equals("h") && !name.equals("help")) {
            String nearest = NearestName.to(name, Usage.flags());
            throw new FlagException("there is no flag -" + name
                    + (nearest.isEmpty() ? "; -h lists them" : "; did you mean -" + nearest + "?"));
        }
        help = true;
    }

    private String next(Flag flag) {
        if (flag.kind() == Kind.TRUTH) {
            return "true";
        }
        if (index == arguments.size()) {
            throw new FlagException(last + " needs a value");
        }
        return arguments.get(index++);
    }

    private static String shown(Flag flag, String value) {
        return flag.kind() == Kind.SECRET ? "" : " is \"" + value + "\", and";
    }

    private void set(Flag flag, String value) throws MalformedValueException {
        switch (flag.path()) {
            case "config" -> configPaths.add(value);
            case "version" -> version = GoText.truth(value);
            case "dry" -> dry = GoText.truth(value);
            case "template" -> layer.addTemplate(TemplateText.parse(value));
            case "wait" -> WaitText.parse(value).set("", layer);
            case "exec" -> {
                layer.set("exec.enabled", true);
                layer.set("exec.command", List.of(value));
            }
            case "consul.auth" -> setConsulAuth(value);
            default -> layer.set(flag.path(), value(flag.kind(), value));
        }
    }

    private void setConsulAuth(String value) throws MalformedValueException {
        if (value.isEmpty()) {
            throw new MalformedValueException("username or username:password");
        }
        layer.set("consul.auth", Sensitive.of(value));
    }

    private static Object value(Kind kind, String value) throws MalformedValueException {
        return switch (kind) {
            case TRUTH -> GoText.truth(value);
            case WHOLE -> GoText.whole(value);
            case DURATION -> GoDuration.parse(value);
            case SIGNAL -> GoText.signal(value);
            case SECRET -> Sensitive.of(value);
            case WORDS -> List.of(value);
            default -> value;
        };
    }

    /** Does not show the argument: after {@code -vault-token=} and a blank it is the token. */
    private FlagException extra() {
        String hint = last.isEmpty() ? "" : " (a flag that is true or false takes its value only after =)";
        return new FlagException(
                "an argument is no flag: the one after " + (last.isEmpty() ? "the program's name" : last) + hint);
    }
}
