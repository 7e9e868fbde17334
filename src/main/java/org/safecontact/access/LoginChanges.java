package org.safecontact.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every change that a person made to a login, for good. Whoever looks after the machine can make somebody a new password
 * and so read what that person reads: never without the registered managers, and whoever it was done to, seeing it.
 */
@Service
@Transactional
public class LoginChanges {

    /** That somebody has a login from now on. */
    public static final String GIVEN = "was given a login";

    /**
     * One change.
     *
     * @param login whose login
     * @param change what was done, in plain words
     * @param by who did it
     */
    public record LoginChange(String login, String change, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoginChanges(JdbcClient jdbc, Agency agency, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a change, in the transaction that makes it. @return its number */
    public long note(String login, String change, String by) {
        return jdbc.sql("insert into login_change (login, change, made_by, made_at) values (?, ?, ?, ?) returning id")
                .params(login, change, by, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** When a change was made. */
    @Transactional(readOnly = true)
    public Instant at(long change) {
        return jdbc.sql("select made_at from login_change where id = ?")
                .param(change)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Keeps a change that a page makes, and has it told as one of the login itself. */
    public void changed(String login, String change, String by) {
        events.publishEvent(new LoginChanged(note(login, change, by), login));
    }

    /** A login is taken away: what that person had taken goes to others in the same transaction. */
    public void takenAway(String login) {
        events.publishEvent(new LoginTakenAway(login));
    }

    /** The changes of the last days ({@link HouseTime#LOGIN_CHANGE}), newest first: to who answers for the service everybody's, to others their own. */
    @Transactional(readOnly = true)
    public List<LoginChange> shownTo(String personId) {
        boolean everybodys =
                agency.is(personId, Role.REGISTERED_MANAGER) || agency.is(personId, Role.RESPONSIBLE_INDIVIDUAL);
        // That somebody new was given their first login is no alarm to them.
        return jdbc.sql("""
                        select * from login_change c where made_at > :since and (:everybodys or login = :me
                          and not exists (select from login_change given
                                          where given.login = c.login and given.change = :given
                                            and c.id >= given.id and c.made_at < given.made_at + interval '1 minute'
                                            and not exists (select from login_change earlier
                                                            where earlier.login = given.login and earlier.id < given.id)))
                        order by id desc limit 50""")
                .param(
                        "since",
                        clock.instant()
                                .minus(agency.length(HouseTime.LOGIN_CHANGE))
                                .atOffset(ZoneOffset.UTC))
                .param("everybodys", everybodys)
                .param("me", personId)
                .param("given", GIVEN)
                .query(LoginChanges::change)
                .list();
    }

    private static LoginChange change(ResultSet row, int number) throws SQLException {
        return new LoginChange(
                row.getString("login"),
                row.getString("change"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
