package org.safecontact.demo;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.safecontact.agency.Agency;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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
    private final HikariDataSource connections;
    private final MailSink mails;
    private final MailServer mailServer;
    private final Agency agency;

    FirstDay(
            EmbeddedDatabase database,
            HikariDataSource connections,
            MailSink mails,
            MailServer mailServer,
            Agency agency) {
        this.database = database;
        this.connections = connections;
        this.mails = mails;
        this.mailServer = mailServer;
        this.agency = agency;
    }

    /** Keeps it as soon as everything is up. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void keep() {
        whileNobodyIsConnected(copy(KEPT, EmbeddedDatabase.NAME));
    }

    /** It is the first day again. */
    public void again() {
        whileNobodyIsConnected(
                "drop database " + EmbeddedDatabase.NAME + " with (force)", copy(EmbeddedDatabase.NAME, KEPT));
        mailServer.comeUp();
        mails.empty();
        // What it knows of the folder it knows by the number of the newest change, and the next change gets the same
        // number as before.
        agency.children();
    }

    private static String copy(String name, String of) {
        return "create database " + name + " owner " + EmbeddedDatabase.OWNER + " template " + of;
    }

    private void whileNobodyIsConnected(String... orders) {
        HikariPoolMXBean pool = connections.getHikariPoolMXBean();
        pool.suspendPool();
        try (Connection connection = DriverManager.getConnection(
                        database.url().replace("/" + EmbeddedDatabase.NAME, "/" + EmbeddedDatabase.SUPERUSER),
                        EmbeddedDatabase.SUPERUSER,
                        database.passwords().superuser());
                Statement statement = connection.createStatement()) {
            pool.softEvictConnections();
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '"
                    + EmbeddedDatabase.NAME + "' and state = 'idle'");
            for (String order : orders) {
                statement.execute(order);
            }
            // A copy is made without who may connect.
            statement.execute("revoke all on database " + EmbeddedDatabase.NAME + " from public");
            statement.execute(
                    "grant connect on database " + EmbeddedDatabase.NAME + " to " + EmbeddedDatabase.APPLICATION);
            // What the pool opened meanwhile was cut off as well, and is not looked at again before its next use.
            pool.softEvictConnections();
        } catch (SQLException failure) {
            throw new IllegalStateException("The first day was not kept, or cannot be had again", failure);
        } finally {
            pool.resumePool();
        }
    }
}
