package org.safecontact.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Before anything starts on a database of the agency's own: is everything there that only the agency can give? Says all
 * that is missing at once, and leaves no half-made tables behind when it refuses.
 */
class RealDatabase implements EnvironmentPostProcessor, Ordered {

    private static final String URL = "spring.datasource.url";
    private static final String USER = "spring.datasource.username";
    private static final String PASSWORD = "spring.datasource.password";

    /** After the demonstration had its chance to say that this is it. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 20;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        // Verifying the record only reads the database: it needs no mail, no agency and no administrator.
        if (environment.acceptsProfiles(Profiles.of("demo")) || environment.containsProperty("safe-contact.verify")) {
            return;
        }
        List<String> missing = missing(environment);
        boolean canConnect = missing.isEmpty();
        boolean firstStart = !canConnect || isFirstStart(environment);
        if (firstStart && !has(environment, "safe-contact.admin.password")) {
            missing.add("SAFE_CONTACT_ADMIN_PASSWORD (of the administrator whom the first start makes)");
        }
        if (!missing.isEmpty()) {
            throw new CannotStart("Missing: " + String.join(", ", missing) + ".");
        }
    }

    private static List<String> missing(ConfigurableEnvironment environment) {
        List<String> missing = new ArrayList<>();
        if (!environment.getProperty(URL, "").startsWith("jdbc:postgresql:")) {
            missing.add("a SPRING_DATASOURCE_URL that begins with jdbc:postgresql:");
        }
        require(environment, USER, "SPRING_DATASOURCE_USERNAME", missing);
        require(environment, PASSWORD, "SPRING_DATASOURCE_PASSWORD", missing);
        require(environment, "spring.mail.host", "SPRING_MAIL_HOST", missing);
        require(environment, "safe-contact.mail.from", "SAFE_CONTACT_MAIL_FROM (who messages come from)", missing);
        require(
                environment,
                "safe-contact.base-url",
                "SAFE_CONTACT_BASE_URL (where people log in, for the link in messages)",
                missing);
        require(
                environment,
                "safe-contact.draft-key",
                "SAFE_CONTACT_DRAFT_KEY (seals what people type: openssl rand -base64 32)",
                missing);
        String folder = environment.getProperty("safe-contact.agency.folder", "");
        if (folder.isBlank() || folder.startsWith("classpath:demo-")) {
            missing.add("SAFE_CONTACT_AGENCY_FOLDER (the agency's people and places)");
        } else if (!folder.startsWith("classpath:") && !Files.isDirectory(Path.of(folder.replaceFirst("^file:", "")))) {
            missing.add("the folder " + folder + " that SAFE_CONTACT_AGENCY_FOLDER names");
        }
        return missing;
    }

    private static void require(
            ConfigurableEnvironment environment, String property, String variable, List<String> missing) {
        if (!has(environment, property)) {
            missing.add(variable);
        }
    }

    private static boolean has(ConfigurableEnvironment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }

    /** Whether nobody has made the tables yet. Connects as the product will, and as the owner where there is one. */
    private static boolean isFirstStart(ConfigurableEnvironment environment) {
        String owner = has(environment, "spring.flyway.user")
                ? environment.getProperty("spring.flyway.user")
                : environment.getProperty(USER);
        String password = has(environment, "spring.flyway.user")
                ? environment.getProperty("spring.flyway.password", "")
                : environment.getProperty(PASSWORD);
        if (!ask(environment, owner, password, "select has_schema_privilege(current_schema(), 'create')")) {
            throw new CannotStart("In the database " + address(environment) + " " + owner
                    + " may not make tables: make it the owner of the database, or grant it create on the schema.");
        }
        return ask(
                environment,
                environment.getProperty(USER),
                environment.getProperty(PASSWORD),
                "select to_regclass('flyway_schema_history') is null");
    }

    private static boolean ask(ConfigurableEnvironment environment, String user, String password, String question) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        try (Connection connection = DriverManager.getConnection(environment.getRequiredProperty(URL), properties);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException failure) {
            throw new CannotStart(
                    "The database " + address(environment) + " does not let " + user + " in: "
                            + failure.getMessage().lines().findFirst().orElse("it did not say why"),
                    failure);
        }
    }

    /** Without what follows the question mark: some people put the password there. */
    private static String address(ConfigurableEnvironment environment) {
        return environment.getRequiredProperty(URL).replaceFirst("\\?.*", "");
    }
}
