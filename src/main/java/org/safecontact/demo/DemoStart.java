package org.safecontact.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safecontact.start.CannotStart;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ConfigurableBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Decides whether this is the demonstration: it is when nobody named a database. Then profile {@code demo} is switched
 * on and the embedded database is started before anything asks for one; it stops after everything else has.
 */
class DemoStart implements EnvironmentPostProcessor, Ordered {

    static final String PROFILE = "demo";

    private final ConfigurableBootstrapContext bootstrap;

    DemoStart(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** After all settings were read, wherever they stand. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean asked = environment.acceptsProfiles(Profiles.of(PROFILE));
        String url = environment.getProperty("spring.datasource.url");
        if (url == null) {
            environment.addActiveProfile(PROFILE);
            start(environment);
        } else if (asked) {
            throw new CannotStart(
                    "The profile demo brings its own database and invented people; it does not go together"
                            + " with SPRING_DATASOURCE_URL: leave out one of the two.");
        }
    }

    private void start(ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(load(new ClassPathResource("demo.yaml")));
        Path directory = Path.of(environment.getProperty("safe-contact.data-directory", "data"));
        Path binaries = Path.of(environment.getProperty(
                "safe-contact.demo.programs-directory",
                directory.resolve("postgresql-programs").toString()));
        EmbeddedDatabase database = EmbeddedDatabase.start(directory, binaries);
        stopLast(database);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("embedded database", settings(database, directory)));
    }

    private static Map<String, Object> settings(EmbeddedDatabase database, Path directory) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", EmbeddedDatabase.APPLICATION);
        settings.put("spring.datasource.password", database.passwords().application());
        settings.put("spring.flyway.user", EmbeddedDatabase.OWNER);
        settings.put("spring.flyway.password", database.passwords().owner());
        try {
            settings.put("safe-contact.draft-key", DraftKey.of(directory));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return settings;
    }

    private void stopLast(EmbeddedDatabase database) {
        // Whatever is registered first is destroyed last.
        bootstrap.addCloseListener(event -> {
            ConfigurableApplicationContext context = event.getApplicationContext();
            context.getBeanFactory().registerSingleton("embeddedDatabase", database);
            ((DefaultListableBeanFactory) context.getBeanFactory())
                    .registerDisposableBean("embeddedDatabase", database::close);
        });
        // For a start that fails before there is a context. Runs after all contexts are closed.
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                database.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static PropertySource<?> load(Resource settings) {
        try {
            return new YamlPropertySourceLoader()
                    .load("demonstration", settings)
                    .get(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
