package org.safecontact.record;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A PostgreSQL with the record's tables, and those of what is verified too: as the application's role, as their owner, and as the superuser. */
final class RecordDatabase {

    static final String APPLICATION = "safe_contact";
    static final String OWNER = "safe_contact_owner";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final String name;
    private final TransactionTemplate transactions;
    private final RecordRepository repository;
    private final Checkpoints checkpoints;
    private final RecordVerifier verifier;
    private final DataSource application;

    RecordDatabase(Clock clock) throws IOException, SQLException {
        name = "record_" + COUNT.incrementAndGet();
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        superuser("grant create, usage on schema public to " + OWNER);
        try (var connection = as(OWNER).getConnection();
                var statement = connection.createStatement()) {
            for (String migration : List.of("V2__append_only", "V20__record", "V50__evidence")) {
                statement.execute(Files.readString(Path.of("src/main/resources/db/migration", migration + ".sql"))
                        .replace("${application}", APPLICATION));
            }
        }
        application = as(APPLICATION);
        var manager = new DataSourceTransactionManager(application);
        transactions = new TransactionTemplate(manager);
        JdbcClient jdbc = JdbcClient.create(application);
        repository = new RecordRepository(jdbc);
        checkpoints = new Checkpoints(jdbc, clock);
        verifier = new RecordVerifier(application, manager, List.of());
    }

    <T> T inTransaction(Callable<T> work) {
        return transactions.execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException problem) {
                throw problem;
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
        });
    }

    RecordRepository repository() {
        return repository;
    }

    Checkpoint checkpoint() {
        return inTransaction(() -> checkpoints.make().orElse(null));
    }

    Verdict verify() {
        return verifier.verify();
    }

    Verdict verify(Map<Integer, String> noted) {
        return verifier.verify(noted);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(application);
    }

    String url() {
        return server.getJdbcUrl(APPLICATION, name);
    }

    DataSource as(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl(user, name));
        source.setUser(user);
        return source;
    }

    /** What nobody can keep a superuser from: all triggers off, then the statements, in one session. */
    void tamper(String... statements) {
        try (var connection = server.getDatabase("postgres", name).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String table : new String[] {"entry", "content", "checkpoint", "checkpoint_head"}) {
                statement.execute("alter table record_" + table + " disable trigger only_grows");
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    void superuser(String sql) throws SQLException {
        try (var connection = server.getDatabase("postgres", name).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One server for all tests; the library stops it with the JVM. */
    private static synchronized EmbeddedPostgres server() throws IOException, SQLException {
        if (server == null) {
            server = EmbeddedPostgres.start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role " + APPLICATION + " login");
                statement.execute("create role " + OWNER + " login");
            }
        }
        return server;
    }
}
