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

    private static final String HELD = """
             from (select proc_inst_id_ from act_ru_task where assignee_ = :person
                   union all
                   select t.proc_inst_id_ from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_
                   where l.user_id_ = :person and l.type_ = 'candidate') held
            join case_instance i on i.process_instance_id = held.proc_inst_id_""";

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

    void urgency(String reference, int urgency) {
        jdbc.sql("update case_file set urgency = ? where reference = ?")
                .params(urgency, reference)
                .update();
    }

    boolean exclude(String reference, String personId, String why, Instant since) {
        return jdbc.sql("""
                                insert into case_exclusion (reference, person_id, why, since) values (?, ?, ?, ?)
                                on conflict do nothing""").params(reference, personId, why, utc(since)).update() == 1;
    }

    boolean wall(String reference, boolean walled) {
        return jdbc.sql("update case_file set walled = ? where reference = ? and walled <> ?")
                        .params(walled, reference, walled)
                        .update()
                == 1;
    }

    boolean grant(String reference, String personId, Instant since) {
        return jdbc.sql("insert into case_grant (reference, person_id, since) values (?, ?, ?) on conflict do nothing")
                        .params(reference, personId, utc(since))
                        .update()
                == 1;
    }

    void close(String reference, Instant at) {
        jdbc.sql("update case_file set closed_at = ? where reference = ? and closed_at is null")
                .params(utc(at), reference)
                .update();
    }

    Set<String> excluded(String reference) {
        return jdbc.sql("select person_id from case_exclusion where reference = ?")
                .param(reference)
                .query(String.class)
                .set();
    }

    boolean isExcluded(String reference, String personId) {
        return jdbc.sql("select exists (select 1 from case_exclusion where reference = ? and person_id = ?)")
                .params(reference, personId)
                .query(Boolean.class)
                .single();
    }

    List<String> grantsOf(String personId) {
        return jdbc.sql("select reference from case_grant where person_id = ?")
                .param(personId)
                .query(String.class)
                .list();
    }

    /** Reports that this person began and did not send. */
    List<String> begunBy(String personId) {
        return jdbc.sql("""
                        select reference from case_file
                        where opened_by = ? and not sent and not walled""").param(personId).query(String.class).list();
    }

    /** Cases with something open that this person took or was offered by name; read from the engine's tables. */
    List<String> heldBy(String personId) {
        return jdbc.sql("select distinct i.reference" + HELD)
                .param("person", personId)
                .query(String.class)
                .list();
    }

    /** Of those the unsent ones about this home. */
    List<String> unsentHeldBy(String personId, String householdId) {
        return jdbc.sql("select distinct i.reference" + HELD + """
                         join case_file f on f.reference = i.reference
                        where f.household_id = :household and not f.sent""")
                .param("person", personId)
                .param("household", householdId)
                .query(String.class)
                .list();
    }

    void note(String reference, String change, String personId, String madeBy, Instant at) {
        jdbc.sql("""
                        insert into case_access_change (reference, change, person_id, made_by, made_at)
                        values (?, ?, ?, ?, ?)""").params(reference, change, personId, madeBy, utc(at)).update();
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
                Optional.ofNullable(instant(row, "closed_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
