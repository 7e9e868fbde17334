package org.safecontact.demo;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.safecontact.agency.Agency;
import org.springframework.boot.test.context.TestComponent;

/**
 * The product as it stood when it had just started, as often as it is asked for: nothing that happened since is left. It needs a pool that can
 * be suspended ({@link #SUSPENDABLE}).
 *
 * <p>The database is exact, its sequences and what is append-only too, because PostgreSQL copies it as a whole. What the product remembers
 * beside it is either put back here, or known by ids that never come again: those of deployments, cases and messages that the engine makes.
 */
@TestComponent
public class FirstDay {

    /** The setting of a product that goes back. */
    public static final String SUSPENDABLE = "spring.datasource.hikari.allow-pool-suspension=true";

    private static final String KEPT = "first_day";

    private final EmbeddedDatabase database;
    private final DataSource connections;
    private final MailSink mails;
    private final Agency agency;
    private boolean kept;

    FirstDay(EmbeddedDatabase database, DataSource connections, MailSink mails, Agency agency) {
        this.database = database;
        this.connections = connections;
        this.mails = mails;
        this.agency = agency;
    }

    /** It is the first day: keeps it when it is asked for the first time, and comes back to it from then on. */
    public void again() {
        try {
            if (kept) {
                whileNobodyIsConnected("drop database " + EmbeddedDatabase.NAME, copy(EmbeddedDatabase.NAME, KEPT));
            } else {
                whileNobodyIsConnected(copy(KEPT, EmbeddedDatabase.NAME));
                kept = true;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The first day cannot be had again", failure);
        }
        mails.comeUp();
        mails.empty();
        // What it knows of the folder it knows by the number of the newest change, and the next change gets the same
        // number as before.
        agency.children();
    }

    private static String copy(String name, String of) {
        return "create database " + name + " owner " + EmbeddedDatabase.OWNER + " template " + of;
    }

    private void whileNobodyIsConnected(String... orders) throws SQLException {
        var pool = connections.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        pool.suspendPool();
        try (Connection connection = DriverManager.getConnection(
                        database.url().replace("/" + EmbeddedDatabase.NAME, "/" + EmbeddedDatabase.SUPERUSER),
                        EmbeddedDatabase.SUPERUSER,
                        database.passwords().superuser());
                Statement statement = connection.createStatement()) {
            pool.softEvictConnections();
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
                    + EmbeddedDatabase.NAME + "'");
            for (String order : orders) {
                statement.execute(order);
            }
            // A copy is made without who may connect.
            statement.execute("revoke all on database " + EmbeddedDatabase.NAME + " from public");
            statement.execute(
                    "grant connect on database " + EmbeddedDatabase.NAME + " to " + EmbeddedDatabase.APPLICATION);
        } finally {
            pool.resumePool();
        }
    }
}
