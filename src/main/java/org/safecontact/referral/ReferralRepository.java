package org.safecontact.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who outside has to hear of which report, and what was done about it. */
@Repository
class ReferralRepository {

    private static final String SELECT = """
            select r.*, s.step, s.done_at from referral r left join lateral
            (select step, done_at from referral_step where referral_id = r.id order by id desc limit 1) s on true
            """;

    private final JdbcClient jdbc;

    ReferralRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String reference, Body body, Instant owedAt, Instant dueAt) {
        return jdbc.sql("insert into referral (reference, body, owed_at, due_at) values (?, ?, ?, ?) returning id")
                .params(reference, body.name(), utc(owedAt), utc(dueAt))
                .query(Long.class)
                .single();
    }

    void step(long referral, Referral.Step step, String by, Instant at) {
        jdbc.sql("insert into referral_step (referral_id, step, done_by, done_at) values (?, ?, ?, ?)")
                .params(referral, step.name(), by, utc(at))
                .update();
    }

    Referral get(long id) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(id)
                .query(ReferralRepository::referral)
                .single();
    }

    /** The first one first. */
    List<Referral> of(String reference) {
        return jdbc.sql(SELECT + "where r.reference = ? order by r.id")
                .param(reference)
                .query(ReferralRepository::referral)
                .list();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Referral referral(ResultSet row, int number) throws SQLException {
        String step = row.getString("step");
        return new Referral(
                row.getLong("id"),
                row.getString("reference"),
                Body.valueOf(row.getString("body")),
                row.getTimestamp("owed_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                step == null
                        ? Optional.empty()
                        : Optional.of(new Referral.Done(
                                Referral.Step.valueOf(step),
                                row.getTimestamp("done_at").toInstant())));
    }
}
