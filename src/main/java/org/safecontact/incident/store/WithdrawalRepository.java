package org.safecontact.incident.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked that an incident is taken back as started by accident. */
@Repository
public class WithdrawalRepository {

    private final JdbcClient jdbc;

    WithdrawalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String reference, String by, Instant at) {
        jdbc.sql("insert into incident_withdrawal (reference, asked_by, asked_at) values (:reference, :by, :at)")
                .param("reference", reference)
                .param("by", by)
                .param("at", IncidentRepository.at(at))
                .update();
    }

    /** Who asked last; empty when nobody did. */
    public Optional<String> askedBy(String reference) {
        return jdbc.sql(
                        "select asked_by from incident_withdrawal where reference = :reference order by id desc limit 1")
                .param("reference", reference)
                .query(String.class)
                .optional();
    }
}
