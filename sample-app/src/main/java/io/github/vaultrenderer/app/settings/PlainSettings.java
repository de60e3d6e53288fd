package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.spring.VaultRendererProperties;
import io.github.vaultrenderer.spring.VaultRendererProperties.Defaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Our settings where they are spelled as the documentation spells them, which a pod's are: read without Spring Boot's
 * binding, which would take a sixth of the run. Whatever is unusual is left to Boot: another spelling, a placeholder, a
 * repeated argument, a value that wants to be converted with care.
 */
final class PlainSettings {

    private static final String PREFIX = "vault-renderer.";
    private static final String VARIABLE_PREFIX = "VAULT_RENDERER_";
    private static final String JOBS = "jobs[";

    /** The program's own, which are no properties. */
    private static final Set<String> NO_PROPERTIES =
            Set.of("VAULT_RENDERER_LOG_LEVEL", "VAULT_RENDERER_TEMPLATE_PERMISSIONS");

    private static final List<String> PROPERTIES = List.of(
            "address",
            "namespace",
            "role",
            "mount-path",
            "service-account-token-file",
            "token",
            "token-file",
            "tls.ca-pem",
            "tls.ca-file",
            "tls.ca-folder",
            "tls.server-name",
            "tls.skip-verify",
            "tls.client-certificate",
            "tls.client-key",
            "timeout",
            "connect-timeout",
            "read-timeout",
            "max-in-flight",
            "limits.output-size",
            "limits.time");

    private static final List<String> JOB_PROPERTIES = List.of(
            "template",
            "destination",
            "mode",
            "owner",
            "group",
            "backup",
            "create-folders",
            "engine",
            "left-delimiter",
            "right-delimiter");

    private final Map<String, String> values = new HashMap<>();
    private int jobs;
    private boolean unusual;

    private PlainSettings() {}

    /**
     * The properties; empty when Boot has to read them.
     *
     * @param arguments come before the variables
     * @param variables the environment
     * @param systemProperties the names of Java's, which Boot reads too
     * @param defaults whole names of properties, for what neither sets
     */
    static Optional<VaultRendererProperties> read(
            List<String> arguments,
            Map<String, String> variables,
            Set<String> systemProperties,
            Map<String, Object> defaults) {
        PlainSettings settings = new PlainSettings();
        for (Map.Entry<String, Object> entry : defaults.entrySet()) {
            settings.put(
                    entry.getKey().substring(PREFIX.length()), entry.getValue().toString());
        }
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            settings.variable(variable.getKey(), variable.getValue());
        }
        settings.arguments(arguments);
        for (String name : systemProperties) {
            settings.unusual |= isOurs(name);
        }
        VaultRendererProperties properties = settings.unusual ? null : settings.properties();
        return settings.unusual ? Optional.empty() : Optional.ofNullable(properties);
    }

    private void variable(String name, String value) {
        if (NO_PROPERTIES.contains(name) || !isOurs(name)) {
            return;
        }
        String property = name.startsWith(VARIABLE_PREFIX) ? property(name.substring(VARIABLE_PREFIX.length())) : null;
        if (property == null) {
            unusual = true;
        } else {
            put(property, value);
        }
    }

    private void arguments(List<String> arguments) {
        boolean variableJobs = jobs > 0;
        List<String> seen = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.startsWith("--") || !isOurs(name.substring(2))) {
                continue;
            }
            boolean known = equals > 0 && name.startsWith(PREFIX, 2) && isProperty(name.substring(2 + PREFIX.length()));
            if (!known || seen.contains(name)) {
                unusual = true;
                return;
            }
            // Boot takes a whole list from one place.
            unusual |= variableJobs && name.startsWith(JOBS, 2 + PREFIX.length());
            seen.add(name);
            put(name.substring(2 + PREFIX.length()), argument.substring(equals + 1));
        }
    }

    /** Whether Boot could take a name for one of ours, in whatever spelling. */
    private static boolean isOurs(String name) {
        int matched = 0;
        String ours = "vaultrenderer";
        for (int i = 0; i < name.length() && matched < ours.length(); i++) {
            char letter = name.charAt(i);
            if (letter == '_' || letter == '-') {
                continue;
            }
            if (Character.toLowerCase(letter) != ours.charAt(matched)) {
                return false;
            }
            matched++;
        }
        return matched == ours.length();
    }

    private void put(String property, String value) {
        // Boot resolves placeholders, and knows what an empty text means to each type.
        unusual |= value.isEmpty() || value.contains("${");
        values.put(property, value);
        if (property.startsWith(JOBS)) {
            jobs = Math.max(jobs, Integer.parseInt(property, JOBS.length(), property.indexOf(']'), 10) + 1);
        }
    }

    /** The property that the rest of a variable's name stands for; {@code null} for none. */
    private static @Nullable String property(String variable) {
        if (!variable.startsWith("JOBS_")) {
            return matching(PROPERTIES, variable);
        }
        int end = variable.indexOf('_', 5);
        String inner = end < 0 ? null : matching(JOB_PROPERTIES, variable.substring(end + 1));
        return inner == null || !isIndex(variable.substring(5, end))
                ? null
                : JOBS + variable.substring(5, end) + "]." + inner;
    }

    private static @Nullable String matching(List<String> properties, String variable) {
        for (String property : properties) {
            String spelled = property.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
            if (spelled.equals(variable)) {
                return property;
            }
        }
        return null;
    }

    private static boolean isProperty(String name) {
        if (!name.startsWith(JOBS)) {
            return PROPERTIES.contains(name);
        }
        int end = name.indexOf("].");
        return end > 0
                && isIndex(name.substring(JOBS.length(), end))
                && JOB_PROPERTIES.contains(name.substring(end + 2));
    }

    /** At most three digits, none of them in vain. */
    private static boolean isIndex(String text) {
        if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private VaultRendererProperties properties() {
        return new VaultRendererProperties(
                values.get("address"),
                values.get("namespace"),
                values.get("role"),
                text("mount-path", KubernetesLogin.DEFAULT_MOUNT_PATH),
                path("service-account-token-file", Defaults.SERVICE_ACCOUNT_TOKEN_FILE),
                values.get("token"),
                path("token-file"),
                new VaultRendererProperties.Tls(
                        values.get("tls.ca-pem"),
                        path("tls.ca-file"),
                        path("tls.ca-folder"),
                        values.get("tls.server-name"),
                        flag("tls.skip-verify", "false"),
                        path("tls.client-certificate"),
                        path("tls.client-key")),
                duration("timeout", Defaults.TIMEOUT),
                duration("connect-timeout", Defaults.CONNECT_TIMEOUT),
                duration("read-timeout", Defaults.READ_TIMEOUT),
                number("max-in-flight", Defaults.MAX_IN_FLIGHT),
                limits(),
                false,
                jobs());
    }

    private VaultRendererProperties.@Nullable Limits limits() {
        if (!values.containsKey("limits.output-size") && !values.containsKey("limits.time")) {
            return null;
        }
        return new VaultRendererProperties.Limits(
                size("limits.output-size", Defaults.OUTPUT_SIZE), duration("limits.time", Defaults.RENDERING_TIME));
    }

    private List<VaultRendererProperties.Job> jobs() {
        List<VaultRendererProperties.Job> made = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            String job = JOBS + i + "].";
            // Boot says what is wrong with a gap.
            unusual |= !values.containsKey(job + "template");
            made.add(new VaultRendererProperties.Job(
                    path(job + "template"),
                    path(job + "destination"),
                    text(job + "mode", Defaults.MODE),
                    text(job + "owner", ""),
                    text(job + "group", ""),
                    flag(job + "backup", "false"),
                    flag(job + "create-folders", Defaults.CREATE_FOLDERS),
                    values.get(job + "engine"),
                    text(job + "left-delimiter", Defaults.LEFT_DELIMITER),
                    text(job + "right-delimiter", Defaults.RIGHT_DELIMITER)));
        }
        return made;
    }

    private String text(String property, String otherwise) {
        return values.getOrDefault(property, otherwise);
    }

    private @Nullable Path path(String property) {
        String value = values.get(property);
        if (value == null) {
            return null;
        }
        // Boot takes URLs and class path resources too.
        unusual |= value.indexOf(':') >= 0 || !value.strip().equals(value);
        return unusual ? null : Path.of(value);
    }

    private Path path(String property, String otherwise) {
        Path path = path(property);
        return path == null ? Path.of(otherwise) : path;
    }

    private boolean flag(String property, String otherwise) {
        String value = text(property, otherwise);
        unusual |= !value.equals("true") && !value.equals("false");
        return value.equals("true");
    }

    private int number(String property, String otherwise) {
        return index(text(property, otherwise));
    }

    /** Whole kilobytes or megabytes; Boot knows more forms. */
    private DataSize size(String property, String otherwise) {
        String value = text(property, otherwise);
        int unit = Math.max(0, value.length() - 2);
        int amount = index(value.substring(0, unit));
        return switch (value.substring(unit)) {
            case "KB" -> DataSize.ofKilobytes(amount);
            case "MB" -> DataSize.ofMegabytes(amount);
            default -> {
                unusual = true;
                yield DataSize.ofBytes(0);
            }
        };
    }

    /** Whole milliseconds, seconds or minutes; Boot knows more forms. */
    private Duration duration(String property, String otherwise) {
        String value = text(property, otherwise);
        int unit = Math.max(0, value.endsWith("ms") ? value.length() - 2 : value.length() - 1);
        int amount = index(value.substring(0, unit));
        return switch (value.substring(unit)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> {
                unusual = true;
                yield Duration.ZERO;
            }
        };
    }

    private int index(String text) {
        boolean index = isIndex(text);
        unusual |= !index;
        return index ? Integer.parseInt(text) : 0;
    }
}
