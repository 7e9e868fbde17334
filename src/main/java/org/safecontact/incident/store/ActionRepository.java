package org.safecontact.incident.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.engine.ToDoDone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The to-dos of reports that were done; none is ever changed. */
@Repository
public class ActionRepository {

    private final JdbcClient jdbc;

    ActionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param role of whoever did it, at that time */
    public record Kept(ToDoDone toDo, String role) {}

    public void add(ToDoDone done, String role) {
        jdbc.sql("""
                        insert into incident_action (reference, key, name, heading, done_by, due_at, done_at, done_role)
                        values (:reference, :key, left(:name, 300), left(:heading, 200), :by, :due, :at, :role)""")
                .param("reference", done.reference())
                .param("key", done.key())
                .param("name", done.name())
                .param("heading", done.heading())
                .param("by", done.by())
                .param("role", role)
                .param("due", done.dueAt().map(IncidentRepository::at).orElse(null))
                .param("at", IncidentRepository.at(done.at()))
                .update();
    }

    /** When the first of all was done; empty before any was. */
    public Optional<Instant> since() {
        return jdbc.sql("select min(done_at) as since from incident_action")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }

    /** Of one report, in the order in which they were done. */
    public List<Kept> of(String reference) {
        return jdbc.sql("select * from incident_action where reference = :reference order by id")
                .param("reference", reference)
                .query((row, number) -> new Kept(
                        new ToDoDone(
                                row.getString("reference"),
                                row.getString("key"),
                                row.getString("name"),
                                row.getString("heading"),
                                row.getString("done_by"),
                                Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant),
                                row.getTimestamp("done_at").toInstant()),
                        row.getString("done_role")))
                .list();
    }
}
