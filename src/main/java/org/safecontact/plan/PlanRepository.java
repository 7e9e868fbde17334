package org.safecontact.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link PlanRegister}; nothing in them is ever changed. */
@Repository
class PlanRepository {

    private final JdbcClient jdbc;

    PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> reference(String childId) {
        return jdbc.sql("select reference from plan_file where child_id = ?")
                .param(childId)
                .query(String.class)
                .optional();
    }

    Optional<String> childOf(String reference) {
        return jdbc.sql("select child_id from plan_file where reference = ?")
                .param(reference)
                .query(String.class)
                .optional();
    }

    int nextNumberOfFiles() {
        return jdbc.sql("select nextval('plan_number')").query(Integer.class).single();
    }

    /** @return false when the child has one, opened in the same moment by somebody else, say */
    boolean open(String childId, String reference, String by, Instant at) {
        return jdbc.sql("""
                                insert into plan_file (child_id, reference, opened_by, opened_at) values (?, ?, ?, ?)
                                on conflict (child_id) do nothing""").params(childId, reference, by, utc(at)).update() == 1;
    }

    List<PlanEntry> entries(String childId) {
        return jdbc.sql("select * from plan_entry where child_id = ? order by number")
                .param(childId)
                .query((row, number) -> entry(row))
                .list();
    }

    void add(String childId, PlanEntry entry) {
        Optional<Confirmation> confirmed = entry.confirmed();
        jdbc.sql("""
                        insert into plan_entry (child_id, number, item, replaces, confirmed_by, confirmed_on,
                          confirmed_how, entered_by, entered_at)
                        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
                .params(
                        childId,
                        entry.number(),
                        PlanJson.write(PlanItem.class, entry.item()),
                        entry.replaces().orElse(null),
                        confirmed.map(Confirmation::who).orElse(null),
                        confirmed.map(Confirmation::on).orElse(null),
                        confirmed.map(by -> by.how().id()).orElse(null),
                        entry.enteredBy(),
                        utc(entry.enteredAt()))
                .update();
    }

    List<PlanPerson> people(String childId) {
        return jdbc.sql("select * from plan_person where child_id = ? order by id")
                .param(childId)
                .query((row, number) -> person(row))
                .list();
    }

    void addPerson(String childId, String label, Relationship relationship, String by, Instant at) {
        jdbc.sql("""
                        insert into plan_person (child_id, label, relationship, added_by, added_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""").params(childId, label, relationship.id(), by, utc(at)).update();
    }

    void waitForReaders(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('readers ' || ?, 0))")
                .param(reference)
                .query((row, number) -> true)
                .single();
    }

    void acknowledged(String childId, String personId, int version, String beside, Instant at) {
        jdbc.sql("""
                        insert into plan_acknowledged (child_id, person_id, version, beside, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""").params(childId, personId, version, beside, utc(at)).update();
    }

    /** Whether this person has read what has that name beside what is agreed. */
    boolean hasReadBeside(String childId, String personId, String beside) {
        return jdbc.sql("""
                        select exists (select from plan_acknowledged
                                       where child_id = ? and person_id = ? and beside = ?)""")
                .params(childId, personId, beside)
                .query(Boolean.class)
                .single();
    }

    /** When each person read what has that name, in the order in which they did. */
    Map<String, Instant> readBeside(String childId, String beside) {
        Map<String, Instant> read = new LinkedHashMap<>();
        jdbc.sql("""
                        select person_id, min(at) first from plan_acknowledged where child_id = ? and beside = ?
                        group by person_id order by first, person_id""")
                .params(childId, beside)
                .query((row, number) -> read.put(
                        row.getString("person_id"),
                        row.getObject("first", OffsetDateTime.class).toInstant()))
                .list();
        return read;
    }

    /** The newest version that this person has read; 0 when none. */
    int acknowledged(String childId, String personId) {
        return jdbc.sql("select coalesce(max(version), 0) from plan_acknowledged where child_id = ? and person_id = ?")
                .params(childId, personId)
                .query(Integer.class)
                .single();
    }

    private static PlanPerson person(ResultSet row) throws SQLException {
        return new PlanPerson(
                PlanPeople.OWN + row.getLong("id"),
                row.getString("child_id"),
                row.getString("label"),
                Choice.of(Relationship.class, row.getString("relationship")));
    }

    private static PlanEntry entry(ResultSet row) throws SQLException {
        int replaces = row.getInt("replaces");
        String confirmedBy = row.getString("confirmed_by");
        return new PlanEntry(
                row.getInt("number"),
                PlanJson.read(PlanItem.class, row.getString("item")),
                replaces == 0 ? Optional.empty() : Optional.of(replaces),
                confirmedBy == null
                        ? Optional.empty()
                        : Optional.of(new Confirmation(
                                confirmedBy,
                                row.getObject("confirmed_on", LocalDate.class),
                                Choice.of(ConfirmedHow.class, row.getString("confirmed_how"))
                                        .orElseThrow())),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
