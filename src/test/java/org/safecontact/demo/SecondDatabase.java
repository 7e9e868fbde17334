package org.safecontact.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A PostgreSQL that stands for the agency's own, for tests of a start on a real database. */
public final class SecondDatabase implements AutoCloseable {

    static final Path TEST_DATA = Path.of("target", "test-data");
    static final Path PROGRAMS = TEST_DATA.resolve("postgresql-programs");

    private final EmbeddedDatabase database;

    private SecondDatabase(EmbeddedDatabase database) {
        this.database = database;
    }

    public static SecondDatabase start() {
        return new SecondDatabase(
                EmbeddedDatabase.start(TEST_DATA.resolve(UUID.randomUUID().toString()), PROGRAMS));
    }

    public String url() {
        return database.url();
    }

    public String application() {
        return EmbeddedDatabase.APPLICATION;
    }

    public String applicationPassword() {
        return database.passwords().application();
    }

    public String owner() {
        return EmbeddedDatabase.OWNER;
    }

    public String ownerPassword() {
        return database.passwords().owner();
    }

    /** The settings of a start on this database, tables owned by a role of their own, nothing missing. */
    public List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=" + application(),
                "--spring.datasource.password=" + applicationPassword(),
                "--spring.flyway.user=" + owner(),
                "--spring.flyway.password=" + ownerPassword(),
                "--spring.mail.host=127.0.0.1",
                "--safe-contact.mail.from=safe-contact@example.org",
                "--safe-contact.draft-key=" + "A".repeat(43) + "=",
                "--safe-contact.base-url=https://safe-contact.example.org",
                "--safe-contact.agency.folder=src/main/resources/demo-agency",
                "--safe-contact.admin.password=Real-secret-12",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false");
    }

    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url(), application(), applicationPassword());
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
