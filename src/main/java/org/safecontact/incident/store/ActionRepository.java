package org.safecontact.incident.store;

import java.sql.Timestamp;
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

    public void add(ToDoDone done) {
        jdbc.sql("""
                        insert into incident_action (reference, key, name, heading, done_by, due_at, done_at)
                        values (:reference, :key, left(:name, 300), left(:heading, 200), :by, :due, :at)""")
                .param("reference", done.reference())
                .param("key", done.key())
                .param("name", done.name())
                .param("heading", done.heading())
                .param("by", done.by())
                .param("due", done.dueAt().map(IncidentRepository::at).orElse(null))
                .param("at", IncidentRepository.at(done.at()))
                .update();
    }

    /** Of one report, in the order in which they were done. */
    public List<ToDoDone> of(String reference) {
        return jdbc.sql("select * from incident_action where reference = :reference order by id")
                .param("reference", reference)
                .query((row, number) -> new ToDoDone(
                        row.getString("reference"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("heading"),
                        row.getString("done_by"),
                        Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant),
                        row.getTimestamp("done_at").toInstant()))
                .list();
    }
}
