package org.safecontact.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts to log in, for all nodes on one database and through a restart, and knows the browsers that logged in before. Whose
 * attempts they are comes as a hash (64 signs): nothing that was typed stays here.
 */
@Service
@Transactional
public class LoginAttempts {

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts one more. Many at once are as many as one after the other.
     *
     * @param whose the hash of what is counted
     * @param window how long from the first one on they are counted together
     * @return how many there are now, this one counted
     */
    public int count(String whose, Duration window) {
        OffsetDateTime now = utc(clock.instant());
        OffsetDateTime over = utc(clock.instant().minus(window));
        return jdbc.sql("""
                        insert into login_attempt as known (whose, tries, since) values (:whose, 1, :now)
                        on conflict (whose) do update set
                            tries = case when known.since <= :over then 1 else known.tries + 1 end,
                            since = case when known.since <= :over then :now else known.since end
                        returning tries
                        """)
                .param("whose", whose)
                .param("now", now)
                .param("over", over)
                .query(Integer.class)
                .single();
    }

    /** One attempt less: it was none. */
    public void takeBack(String whose) {
        jdbc.sql("update login_attempt set tries = greatest(tries - 1, 0) where whose = ?")
                .param(whose)
                .update();
    }

    /** The right password came: what was mistyped before counts no more. */
    public void forget(List<String> whose) {
        jdbc.sql("delete from login_attempt where whose in (:whose)")
                .param("whose", whose)
                .update();
    }

    /** Whether this browser logged in with this login since then. */
    @Transactional(readOnly = true)
    public boolean knows(String token, String login, Instant since) {
        return jdbc.sql("select exists (select from known_device where token = ? and login = ? and since > ?)")
                .params(token, login, utc(since))
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody logged in with this browser since then. */
    @Transactional(readOnly = true)
    public boolean knows(String token, Instant since) {
        return jdbc.sql("select exists (select from known_device where token = ? and since > ?)")
                .params(token, utc(since))
                .query(Boolean.class)
                .single();
    }

    /** Knows a browser from now on, for this login too. */
    public void remember(String token, String login) {
        jdbc.sql("insert into known_device (token, login, since) values (?, ?, ?) on conflict do nothing")
                .params(token, login, utc(clock.instant()))
                .update();
    }

    /** What is older than this decides nothing any more. */
    public void clear(Instant attempts, Instant devices) {
        jdbc.sql("delete from login_attempt where since < ?")
                .param(utc(attempts))
                .update();
        jdbc.sql("delete from known_device where since < ?").param(utc(devices)).update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
