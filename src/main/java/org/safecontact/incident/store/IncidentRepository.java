package org.safecontact.incident.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The incident's own tables. */
@Repository
public class IncidentRepository {

    private final JdbcClient jdbc;

    IncidentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of that year; two reports at once never get the same. */
    public int nextNumber(int year) {
        return jdbc.sql("""
                        insert into incident_number (year, last_number) values (:year, 1)
                        on conflict (year) do update set last_number = incident_number.last_number + 1
                        returning last_number""").param("year", year).query(Integer.class).single();
    }

    public void insert(String reference, String personId, Optional<String> householdId, Instant at) {
        jdbc.sql("""
                        insert into incident (reference, household_id, reporter_id, started_by, started_at, known_at, state)
                        values (:reference, :household, :person, :person, :at, :at, 'UNSENT')""")
                .param("reference", reference)
                .param("household", householdId.orElse(null))
                .param("person", personId)
                .param("at", at(at))
                .update();
    }

    public Optional<Incident> find(String reference) {
        return jdbc.sql("select * from incident where reference = :reference")
                .param("reference", reference)
                .query(IncidentRepository::incident)
                .optional();
    }

    /**
     * Locks the incident until the transaction ends; only {@link Turns} asks, so that the order of turns is one everywhere. Not its key: whoever
     * writes a row that belongs to it, and has no turn yet, holds the key, and would be waited for while waiting for the turn.
     */
    public Optional<Incident> lock(String reference) {
        return jdbc.sql("select * from incident where reference = :reference for no key update")
                .param("reference", reference)
                .query(IncidentRepository::incident)
                .optional();
    }

    /** Takes a turn by name until the transaction ends; others who ask for the same one wait. */
    public void waitForTurn(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('incident ' || :name, 0))")
                .param("name", name)
                .query((row, at) -> true)
                .single();
    }

    public List<Incident> notSentBy(String personId) {
        return jdbc.sql("""
                        select * from incident where state in ('UNSENT', 'OPEN') and reported_at is null and started_by = :person
                        order by started_at desc""")
                .param("person", personId)
                .query(IncidentRepository::incident)
                .list();
    }

    public String startedBy(String reference) {
        return jdbc.sql("select started_by from incident where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    public void update(Incident incident) {
        jdbc.sql("""
                        update incident set child_id = :child, household_id = :household, reporter_id = :reporter, taken_by = :takenBy,
                          started_at = :started, reported_at = :reported, known_at = :known, happened_at = :happened, level = :level,
                          police_now = :police, fail_safe = :failSafe, escalated = :escalated, state = :state
                        where reference = :reference""")
                .param("child", incident.childId().orElse(null))
                .param("household", incident.householdId().orElse(null))
                .param("reporter", incident.reporterId())
                .param("takenBy", incident.takenBy().orElse(null))
                .param("started", at(incident.startedAt()))
                .param("reported", at(incident.reportedAt().orElse(null)))
                .param("known", at(incident.knownAt()))
                .param("happened", at(incident.happenedAt().orElse(null)))
                .param("level", incident.level().map(Enum::name).orElse(null))
                .param("police", incident.policeNow())
                .param("failSafe", incident.failSafe())
                .param("escalated", incident.escalated())
                .param("state", incident.state().name())
                .param("reference", incident.reference())
                .update();
    }

    public List<String> openOfChild(String childId) {
        return jdbc.sql("select reference from incident where child_id = :child and state = 'OPEN' order by reference")
                .param("child", childId)
                .query(String.class)
                .list();
    }

    /**
     * Reports about this child that name somebody, or may, who does not see the child's other ones: decided so, or open and not decided.
     */
    public List<String> namedAndNotKept(String childId) {
        return jdbc.sql("""
                        select i.reference from incident i
                        where i.child_id = :child
                          and exists (select from incident_answer a
                                      where a.reference = i.reference and a.question = :namedPerson
                                        and a.answer in ('"household"', '"worker"', '"unsure"'))
                          and coalesce((select n.value from incident_note n
                                        where n.reference = i.reference and n.what = :otherCases
                                        order by n.id desc limit 1),
                                       case i.state when 'OPEN' then 'loses' else 'keeps' end) = 'loses'
                        order by i.reference""")
                .param("child", childId)
                .param("namedPerson", RiskQuestions.NAMED_PERSON)
                .param("otherCases", Noted.OTHER_CASES)
                .query(String.class)
                .list();
    }

    /** What this person reported, the newest first; what they never sent or took back is not among them. */
    public List<Incident> reportedBy(String personId, int most) {
        return jdbc.sql("""
                        select * from incident where reporter_id = :person and reported_at is not null
                        order by started_at desc limit :most""")
                .param("person", personId)
                .param("most", most)
                .query(IncidentRepository::incident)
                .list();
    }

    /** Begun and not sent, the oldest first. */
    public List<Incident> unsent() {
        return jdbc.sql("select * from incident where state = 'UNSENT' order by started_at")
                .query(IncidentRepository::incident)
                .list();
    }

    public void state(String reference, Incident.State state) {
        jdbc.sql("update incident set state = :state where reference = :reference")
                .param("state", state.name())
                .param("reference", reference)
                .update();
    }

    public void about(String reference, String childId, String householdId) {
        jdbc.sql("update incident set child_id = :child, household_id = :household where reference = :reference")
                .param("child", childId)
                .param("household", householdId)
                .param("reference", reference)
                .update();
    }

    public void escalated(String reference) {
        jdbc.sql("update incident set escalated = true where reference = :reference")
                .param("reference", reference)
                .update();
    }

    public void end(String reference, Incident.State state, String by, Instant at) {
        jdbc.sql("update incident set state = :state, ended_at = :at, ended_by = :by where reference = :reference")
                .param("state", state.name())
                .param("at", at(at))
                .param("by", by)
                .param("reference", reference)
                .update();
    }

    /** Makes a level the present one. */
    public void level(String reference, RiskDecision decision) {
        jdbc.sql("""
                        update incident set level = :level, police_now = :police, fail_safe = :failSafe
                        where reference = :reference""")
                .param("level", decision.level().name())
                .param("police", decision.policeNow())
                .param("failSafe", decision.failSafe())
                .param("reference", reference)
                .update();
    }

    /**
     * Contacts of this child that were reported in that time; withdrawn ones, this one, reports of contact that is agreed, and those that
     * only go on from one that is over are not counted.
     */
    public int reportedBetween(String childId, Instant from, Instant to, String exceptReference) {
        return jdbc.sql("""
                        select count(*) from incident where child_id = :child and reported_at between :from and :to
                          and state not in ('WITHDRAWN', 'NOTHING_TO_REPORT') and reference <> :except
                          and not exists (select from incident_note n where n.reference = incident.reference and n.what in (:goesOn, :asAgreed))""")
                .param("child", childId)
                .param("from", at(from))
                .param("to", at(to))
                .param("except", exceptReference)
                .param("goesOn", Noted.GOES_ON)
                .param("asAgreed", Noted.AS_AGREED)
                .query(Integer.class)
                .single();
    }

    private static Incident incident(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getString("reference"),
                Optional.ofNullable(row.getString("child_id")),
                Optional.ofNullable(row.getString("household_id")),
                row.getString("reporter_id"),
                Optional.ofNullable(row.getString("taken_by")),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("reported_at")).map(Timestamp::toInstant),
                row.getTimestamp("known_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("happened_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("level")).map(RiskLevel::valueOf),
                row.getBoolean("police_now"),
                row.getBoolean("fail_safe"),
                row.getBoolean("escalated"),
                Incident.State.valueOf(row.getString("state")));
    }

    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
