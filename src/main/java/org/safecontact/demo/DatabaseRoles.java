package org.safecontact.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.safecontact.start.CannotStart;

/** The two roles of the embedded database, and what must hold before anybody connects with them. */
final class DatabaseRoles {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final int port;
    private final DatabasePasswords passwords;

    DatabaseRoles(int port, DatabasePasswords passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Makes what is missing, so that a first start that was cut off is finished by the next one.
     *
     * @throws CannotStart when the running server would lose what it has accepted
     */
    void prepare() {
        try {
            try (Connection connection = connect("postgres", EmbeddedDatabase.SUPERUSER, passwords.superuser());
                    Statement statement = connection.createStatement()) {
                role(statement, EmbeddedDatabase.OWNER, passwords.owner());
                role(statement, EmbeddedDatabase.APPLICATION, passwords.application());
                database(statement);
            }
            try (Connection connection =
                            connect(EmbeddedDatabase.NAME, EmbeddedDatabase.APPLICATION, passwords.application());
                    Statement statement = connection.createStatement()) {
                for (String setting : DURABLE) {
                    requireOn(statement, setting);
                }
            }
        } catch (SQLException failure) {
            throw new CannotStart("The embedded PostgreSQL could not be prepared: " + failure.getMessage(), failure);
        }
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role);
        }
        statement.execute("alter role " + role + " with login nosuperuser nocreatedb nocreaterole noreplication"
                + " nobypassrls password '" + password + "'");
    }

    private static void database(Statement statement) throws SQLException {
        String name = EmbeddedDatabase.NAME;
        if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
            statement.execute("create database " + name + " owner " + EmbeddedDatabase.OWNER);
        }
        statement.execute("revoke all on database " + name + " from public");
        statement.execute("grant connect on database " + name + " to " + EmbeddedDatabase.APPLICATION);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet shown = statement.executeQuery("show " + setting)) {
            shown.next();
            if (!"on".equals(shown.getString(1))) {
                throw new CannotStart("The embedded PostgreSQL runs with " + setting + " = " + shown.getString(1)
                        + ": it would lose what it has accepted, so nothing is started.");
            }
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url(port, database), properties);
    }
}
