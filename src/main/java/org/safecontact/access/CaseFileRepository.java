package org.safecontact.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link CaseFiles}. */
@Repository
class CaseFileRepository {

    private final JdbcClient jdbc;

    CaseFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String reference, String openedBy, String householdId, Instant at) {
        jdbc.sql("insert into case_file (reference, opened_by, opened_at, household_id) values (?, ?, ?, ?)")
                .params(reference, openedBy, utc(at), householdId)
                .update();
    }

    void about(String reference, String childId, String householdId) {
        jdbc.sql("update case_file set child_id = ?, household_id = ? where reference = ?")
                .params(childId, householdId, reference)
                .update();
    }

    void home(String reference, String householdId) {
        jdbc.sql("update case_file set household_id = ? where reference = ?")
                .params(householdId, reference)
                .update();
    }

    void sent(String reference) {
        jdbc.sql("update case_file set sent = true where reference = ?")
                .param(reference)
                .update();
    }

    void belongs(String processInstanceId, String reference) {
        jdbc.sql("""
                        insert into case_instance (process_instance_id, reference)
                        select ?, reference from case_file where reference = ?
                        on conflict (process_instance_id) do nothing""").params(processInstanceId, reference).update();
    }

    Optional<String> referenceOf(String processInstanceId) {
        return jdbc.sql("select reference from case_instance where process_instance_id = ?")
                .param(processInstanceId)
                .query(String.class)
                .optional();
    }

    Set<String> instancesOf(String reference) {
        return jdbc.sql("select process_instance_id from case_instance where reference = ?")
                .param(reference)
                .query(String.class)
                .set();
    }

    Optional<CaseFile> find(String reference) {
        return jdbc.sql("select * from case_file where reference = ?")
                .param(reference)
                .query((row, number) -> file(row))
                .optional();
    }

    /** Open cases, the most urgent first, of those what has waited longest; or the newest first. */
    List<String> openWithin(Sight sight, boolean urgentFirst, int most) {
        return within(
                sight,
                "c.closed_at is null",
                List.of(),
                urgentFirst ? "c.urgency desc, c.opened_at" : "c.opened_at desc",
                most);
    }

    /** Cases about these children, open and closed, the newest first. */
    List<String> aboutWithin(Sight sight, List<String> children, int most) {
        return within(sight, "c.child_id = any(:about) and not c.no_case", children, "c.opened_at desc", most);
    }

    /** The rule of {@link Sight#covers} as one condition, of closed cases too; exclusions taken away. */
    private List<String> within(Sight sight, String which, List<String> about, String order, int most) {
        return jdbc.sql("select c.reference from case_file c where " + which + """
                         and (c.reference = any(:references)
                            or (not c.walled or :behindWalls)
                              and (:everyCase and (c.closed_at is null or :behindWalls) or c.reference = any(:inHand)
                                or c.household_id = any(:households) or c.child_id = any(:children)
                                or c.sent and c.household_id = :ownHome))
                          and not exists (select 1 from case_excluded e
                                          where e.reference = c.reference and e.person_id = :person)
                        order by\s""" + order + " limit :most")
                .param("about", array(about))
                .param("references", array(sight.references()))
                .param("behindWalls", sight.behindWalls())
                .param("everyCase", sight.everyCase())
                .param("inHand", array(sight.inHand()))
                .param("households", array(sight.households()))
                .param("children", array(sight.children()))
                .param("ownHome", sight.ownHome().orElse(""))
                .param("person", sight.personId())
                .param("most", most)
                .query(String.class)
                .list();
    }

    List<String> existing(List<String> references) {
        return jdbc.sql("select reference from case_file where reference = any(?) order by opened_at desc")
                .param(array(references))
                .query(String.class)
                .list();
    }

    /** Open cases about a child, the most urgent first, of those the newest. */
    List<String> openAbout(String childId) {
        return jdbc.sql("""
                        select reference from case_file
                        where child_id = ? and closed_at is null order by urgency desc, opened_at desc, reference desc""").param(childId).query(String.class).list();
    }

    /** Cases about a child that were closed since then, the newest first. */
    List<String> closedAbout(String childId, Instant since) {
        return jdbc.sql("""
                        select reference from case_file where child_id = ? and closed_at >= ? and not no_case
                        order by opened_at desc, reference desc""").params(childId, utc(since)).query(String.class).list();
    }

    /** Of those, what duty reads while another report about the child is open. */
    List<String> closedToLookBack(String childId, Instant since, String personId) {
        return jdbc.sql("""
                        select c.reference from case_file c
                        where c.child_id = ? and c.closed_at >= ? and not c.no_case and c.sent and not c.walled
                          and not exists (select from case_excluded e
                                          where e.reference = c.reference and e.person_id = ?)""")
                .params(childId, utc(since), personId)
                .query(String.class)
                .list();
    }

    List<String> childrenWithOpenCases() {
        return jdbc.sql("select distinct child_id from case_file where child_id is not null and closed_at is null")
                .query(String.class)
                .list();
    }

    void urgency(String reference, int urgency) {
        jdbc.sql("update case_file set urgency = ? where reference = ?")
                .params(urgency, reference)
                .update();
    }

    boolean wall(String reference, boolean walled) {
        return jdbc.sql("update case_file set walled = ? where reference = ? and walled <> ?")
                        .params(walled, reference, walled)
                        .update()
                == 1;
    }

    void close(String reference, Instant at) {
        jdbc.sql("update case_file set closed_at = ? where reference = ? and closed_at is null")
                .params(utc(at), reference)
                .update();
    }

    void inNoCase(String reference, Instant at) {
        jdbc.sql("update case_file set no_case = true, closed_at = ? where reference = ?")
                .params(utc(at), reference)
                .update();
    }

    /** What this person began and did not send; what is asked in no case for a child who has moved since is not theirs any more. */
    List<String> begunBy(String personId) {
        return jdbc.sql("""
                        select reference from case_file c
                        where opened_by = ? and not sent and not walled
                          and not (no_case and exists (select from case_moved m where m.reference = c.reference))""").param(personId).query(String.class).list();
    }

    /** Whether its child has lived in another home since it was opened. */
    boolean hasMoved(String reference) {
        return jdbc.sql("select exists (select from case_moved where reference = ?)")
                .param(reference)
                .query(Boolean.class)
                .single();
    }

    /** Reports about this home that were begun and not sent. */
    List<String> unsentOf(String householdId) {
        return jdbc.sql("select reference from case_file where household_id = ? and not sent and closed_at is null")
                .param(householdId)
                .query(String.class)
                .list();
    }

    void note(String reference, String change, String personId, String madeBy, Instant at) {
        jdbc.sql("""
                        insert into case_access_change (reference, change, person_id, made_by, made_at)
                        values (?, ?, ?, ?, ?)""").params(reference, change, personId, madeBy, utc(at)).update();
    }

    boolean noted(String reference, String change) {
        return jdbc.sql("select exists (select 1 from case_access_change where reference = ? and change = ?)")
                .params(reference, change)
                .query(Boolean.class)
                .single();
    }

    private static String[] array(List<String> ids) {
        return ids.toArray(String[]::new);
    }

    private static CaseFile file(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getString("reference"),
                row.getString("opened_by"),
                instant(row, "opened_at"),
                Optional.ofNullable(row.getString("household_id")),
                Optional.ofNullable(row.getString("child_id")),
                row.getBoolean("sent"),
                row.getInt("urgency"),
                row.getBoolean("walled"),
                Optional.ofNullable(instant(row, "closed_at")),
                row.getBoolean("no_case"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
