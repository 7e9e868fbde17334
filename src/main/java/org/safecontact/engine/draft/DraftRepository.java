package org.safecontact.engine.draft;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    void put(String form, String personId, byte[] sealed, Instant at) {
        jdbc.sql("""
                        insert into form_draft (form, person_id, sealed, kept_at) values (?, ?, ?, ?)
                        on conflict (form, person_id) do update set sealed = excluded.sealed, kept_at = excluded.kept_at""")
                .params(form, personId, sealed, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(String form, String personId, Instant since) {
        return jdbc.sql("select sealed, kept_at from form_draft where form = ? and person_id = ? and kept_at >= ?")
                .params(form, personId, since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getBytes("sealed"), row.getTimestamp("kept_at").toInstant()))
                .optional();
    }

    void forget(String form, String personId) {
        jdbc.sql("delete from form_draft where form = ? and person_id = ?")
                .params(form, personId)
                .update();
    }

    void forgetBefore(Instant moment) {
        for (String old :
                List.of("delete from form_draft where kept_at < ?", "delete from form_sent where sent_at < ?")) {
            jdbc.sql(old).param(moment.atOffset(ZoneOffset.UTC)).update();
        }
    }

    /** Two windows of the same person keep one after the other. */
    void lock(String personId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 5))")
                .param(personId)
                .query(row -> {});
    }

    /** In how many other forms something of this person is kept. */
    int others(String form, String personId, Instant since) {
        return jdbc.sql("select count(*) from form_draft where person_id = ? and form <> ? and kept_at >= ?")
                .params(personId, form, since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void sent(String form, String personId, byte[] digest, Instant at) {
        jdbc.sql("""
                        insert into form_sent (form, person_id, digest, sent_at) values (?, ?, ?, ?)
                        on conflict (form, person_id) do update set digest = excluded.digest, sent_at = excluded.sent_at""")
                .params(form, personId, digest, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> asSent(String form, String personId, Instant since) {
        return jdbc.sql("select digest from form_sent where form = ? and person_id = ? and sent_at >= ?")
                .params(form, personId, since.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }
}
