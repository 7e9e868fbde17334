package org.safecontact.incident.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.safecontact.incident.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What later steps ask for, noted as short enumerations; the newest counts, all stand. */
@Repository
public class NoteRepository {

    private final JdbcClient jdbc;

    NoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String reference, String what, String value, String by, Instant at) {
        jdbc.sql("""
                        insert into incident_note (reference, what, value, noted_by, noted_at)
                        values (:reference, :what, :value, :by, :at)""")
                .param("reference", reference)
                .param("what", what)
                .param("value", value)
                .param("by", by)
                .param("at", IncidentRepository.at(at))
                .update();
    }

    /** When that was noted last; empty when it never was. */
    public Optional<Instant> newestAt(String reference, String what) {
        return jdbc.sql("select max(noted_at) from incident_note where reference = :reference and what = :what")
                .param("reference", reference)
                .param("what", what)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** When that was noted with this value last; empty when it never was. */
    public Optional<Instant> newestAt(String reference, String what, String value) {
        return jdbc.sql(
                        "select max(noted_at) from incident_note where reference = :reference and what = :what and value = :value")
                .param("reference", reference)
                .param("what", what)
                .param("value", value)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    public Optional<String> newest(String reference, String what) {
        return jdbc.sql("""
                        select value from incident_note where reference = :reference and what = :what
                        order by id desc limit 1""")
                .param("reference", reference)
                .param("what", what)
                .query(String.class)
                .optional();
    }

    /** Whatever was ever noted as that. */
    public Set<String> values(String reference, String what) {
        return jdbc.sql("select distinct value from incident_note where reference = :reference and what = :what")
                .param("reference", reference)
                .param("what", what)
                .query(String.class)
                .set();
    }

    /** Ids of everybody who ever noted that. */
    public Set<String> notedBy(String reference, String what) {
        return jdbc.sql("select distinct noted_by from incident_note where reference = :reference and what = :what")
                .param("reference", reference)
                .param("what", what)
                .query(String.class)
                .set();
    }

    public boolean abuseReportMissing(String reference) {
        return newest(reference, Noted.ABUSE_REPORT)
                        .filter("notReported"::equals)
                        .isPresent()
                || !values(reference, Noted.OWN_REPORT_SETTLED).containsAll(values(reference, Noted.OWN_REPORT_ASKED));
    }
}
