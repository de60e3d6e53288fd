package io.github.vaultrenderer.app.settings;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every place where Boot looks for properties, in its order, without the application that Boot would start. */
final class BootEnvironment {

    private BootEnvironment() {}

    /**
     * The environment.
     *
     * @param files whether there may be configuration files
     * @param defaults what counts where no other place says anything
     */
    static ConfigurableEnvironment of(
            List<String> arguments, Map<String, String> variables, Map<String, Object> defaults, boolean files) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        sources.addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        sources.addLast(new DefaultPropertiesPropertySource(defaults));
        if (files) {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        }
        return environment;
    }
}
