package org.safecontact.engine.draft;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of drafts. */
@Repository
class DraftRepository {

    record Row(byte[] sealed, Instant keptAt) {}

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String taskId, String personId, byte[] sealed, Instant at) {
        jdbc.sql("""
                        insert into form_draft (task_id, person_id, sealed, kept_at) values (?, ?, ?, ?)
                        on conflict (task_id, person_id) do update set sealed = excluded.sealed, kept_at = excluded.kept_at""")
                .params(taskId, personId, sealed, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(String taskId, String personId, Instant since) {
        return jdbc.sql("select sealed, kept_at from form_draft where task_id = ? and person_id = ? and kept_at >= ?")
                .params(taskId, personId, since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getBytes("sealed"), row.getTimestamp("kept_at").toInstant()))
                .optional();
    }

    void forget(String taskId, String personId) {
        jdbc.sql("delete from form_draft where task_id = ? and person_id = ?")
                .params(taskId, personId)
                .update();
    }

    void forgetBefore(Instant moment) {
        jdbc.sql("delete from form_draft where kept_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
