package org.safecontact.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link PolicyLooks}; nothing in them is ever changed. */
@Repository
class PolicyLookRepository {

    private static final String LOOKS = """
            select l.reference, l.policy_id, l.because, l.about, e.reference is null as open, e.asked_again_on
            from policy_look l left join policy_look_end e on e.reference = l.reference\s""";

    private final JdbcClient jdbc;

    PolicyLookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two nodes look one after the other, until the transaction ends. */
    void waitForTurn() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('policies', 0))")
                .query((row, at) -> true)
                .single();
    }

    int nextNumber() {
        return jdbc.sql("select nextval('policy_look_number')")
                .query(Integer.class)
                .single();
    }

    void open(String reference, Concern concern, Instant at) {
        jdbc.sql("insert into policy_look (reference, policy_id, because, about, opened_at) values (?, ?, ?, ?, ?)")
                .params(reference, concern.policyId(), concern.because().name(), concern.about(), utc(at))
                .update();
    }

    void end(String reference, String how, Optional<LocalDate> askedAgainOn, String by, Instant at) {
        jdbc.sql("insert into policy_look_end (reference, how, asked_again_on, by_whom, at) values (?, ?, ?, ?, ?)")
                .params(reference, how, askedAgainOn.orElse(null), by, utc(at))
                .update();
    }

    Optional<PolicyLook> find(String reference) {
        return jdbc.sql(LOOKS + "where l.reference = ?")
                .param(reference)
                .query(PolicyLookRepository::look)
                .optional();
    }

    /** The newest of each policy. */
    List<PolicyLook> newest() {
        return jdbc.sql(LOOKS + "where l.reference in (select max(reference) from policy_look group by policy_id)"
                        + " order by l.reference")
                .query(PolicyLookRepository::look)
                .list();
    }

    private static PolicyLook look(ResultSet row, int number) throws SQLException {
        return new PolicyLook(
                row.getString("reference"),
                row.getString("policy_id"),
                Concern.Because.valueOf(row.getString("because")),
                row.getString("about"),
                row.getBoolean("open"),
                Optional.ofNullable(row.getObject("asked_again_on", LocalDate.class)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
