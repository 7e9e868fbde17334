package org.safecontact.plan.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Choice;
import org.safecontact.plan.PlanJson;
import org.safecontact.plan.request.ContactRequest.Answer;
import org.safecontact.plan.request.ContactRequest.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link ContactRequests}; nothing in them is ever changed. */
@Repository
class RequestRepository {

    private static final String ALL = """
            select r.*, s.wanted, s.asked_by, s.asked_at, a.outcome, a.answered_by, a.answered_at, a.entry, a.words
            from contact_request r
            left join contact_asked s on s.reference = r.reference
            left join contact_answer a on a.reference = r.reference
            """;

    private final JdbcClient jdbc;

    RequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(String reference, String childId, String by, Instant at, Because because) {
        jdbc.sql("""
                        insert into contact_request (reference, child_id, begun_by, begun_at, renews, because, person_id, channel)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        reference,
                        childId,
                        by,
                        utc(at),
                        because.renews().orElse(null),
                        because.report().orElse(null),
                        because.personId().orElse(null),
                        because.channel().map(Channel::id).orElse(null))
                .update();
    }

    void asked(String reference, Wanted wanted, String by, Instant at) {
        jdbc.sql("insert into contact_asked (reference, wanted, asked_by, asked_at) values (?, ?::jsonb, ?, ?)")
                .params(reference, PlanJson.write(Wanted.class, wanted), by, utc(at))
                .update();
    }

    void answered(String reference, Answer answer) {
        jdbc.sql("""
                        insert into contact_answer (reference, outcome, answered_by, answered_at, entry, words)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        reference,
                        answer.outcome().id(),
                        answer.by(),
                        utc(answer.at()),
                        answer.entry().orElse(null),
                        answer.words())
                .update();
    }

    Optional<ContactRequest> find(String reference) {
        return jdbc.sql(ALL + "where r.reference = ?")
                .param(reference)
                .query((row, number) -> request(row))
                .optional();
    }

    /** Sent ones about the child: those that wait, and those that were answered since then; the newest first. */
    List<ContactRequest> sent(String childId, Instant answeredSince) {
        return jdbc.sql(ALL + """
                        where r.child_id = ? and s.reference is not null
                          and (a.reference is null or a.answered_at >= ?)
                        order by s.asked_at desc, r.reference desc""")
                .params(childId, utc(answeredSince))
                .query((row, number) -> request(row))
                .list();
    }

    /** References of what was begun about the child and has no answer. */
    List<String> open(String childId) {
        return jdbc.sql("""
                        select r.reference from contact_request r
                        where r.child_id = ? and not exists (select 1 from contact_answer a where a.reference = r.reference)
                        order by r.reference""").param(childId).query(String.class).list();
    }

    private static ContactRequest request(ResultSet row) throws SQLException {
        int renews = row.getInt("renews");
        return new ContactRequest(
                row.getString("reference"),
                row.getString("child_id"),
                row.getString("begun_by"),
                new Because(
                        renews == 0 ? Optional.empty() : Optional.of(renews),
                        Optional.ofNullable(row.getString("because")),
                        Optional.ofNullable(row.getString("person_id")),
                        Optional.ofNullable(row.getString("channel")).flatMap(id -> Choice.of(Channel.class, id))),
                asked(row),
                answer(row));
    }

    private static Optional<Asked> asked(ResultSet row) throws SQLException {
        String wanted = row.getString("wanted");
        return wanted == null
                ? Optional.empty()
                : Optional.of(new Asked(
                        PlanJson.read(Wanted.class, wanted), row.getString("asked_by"), instant(row, "asked_at")));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        int entry = row.getInt("entry");
        return outcome == null
                ? Optional.empty()
                : Optional.of(new Answer(
                        Choice.of(Outcome.class, outcome).orElseThrow(),
                        row.getString("answered_by"),
                        instant(row, "answered_at"),
                        entry == 0 ? Optional.empty() : Optional.of(entry),
                        row.getString("words")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
