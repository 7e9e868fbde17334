package org.safecontact.wellbeing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what a worker owes beside the looks: to ring or visit, and see the child. */
@Repository
class TouchpointRepository {

    private final JdbcClient jdbc;

    TouchpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long want(long scheduleId, String reference, Instant dueAt) {
        return jdbc.sql(
                        "insert into wellbeing_touchpoint (schedule_id, reference, due_at) values (:schedule, :reference, :due) returning id")
                .param("schedule", scheduleId)
                .param("reference", reference)
                .param("due", Timestamp.from(dueAt))
                .query(Long.class)
                .single();
    }

    Optional<Long> open(long scheduleId, String reference) {
        return jdbc.sql("""
                        select id from wellbeing_touchpoint
                        where schedule_id = :schedule and reference = :reference and done_at is null and not called_off""")
                .param("schedule", scheduleId)
                .param("reference", reference)
                .query(Long.class)
                .optional();
    }

    /** @return false when it is due by then anyway */
    boolean earlier(long touchpointId, Instant dueAt) {
        return jdbc.sql("update wellbeing_touchpoint set due_at = :due where id = :id and due_at > :due")
                        .param("due", Timestamp.from(dueAt))
                        .param("id", touchpointId)
                        .update()
                == 1;
    }

    Instant due(long touchpointId) {
        return jdbc.sql("select due_at from wellbeing_touchpoint where id = :id")
                .param("id", touchpointId)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** @return the reports that asked for it */
    List<String> done(long scheduleId, String by, Instant at) {
        return jdbc.sql("""
                        update wellbeing_touchpoint set done_at = :at, done_by = :by
                        where schedule_id = :schedule and done_at is null and not called_off returning reference""")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("schedule", scheduleId)
                .query(String.class)
                .list();
    }

    /** Whether a worker still has to see the child, for a whole schedule. */
    boolean isOpen(long scheduleId) {
        return jdbc.sql(
                        "select exists (select from wellbeing_touchpoint where schedule_id = :id and done_at is null and not called_off)")
                .param("id", scheduleId)
                .query(Boolean.class)
                .single();
    }

    /** The schedule in which a worker still has to see the child because of this report. */
    Optional<Long> scheduleOfOpen(String reference) {
        return jdbc.sql("""
                        select schedule_id from wellbeing_touchpoint
                        where reference = :reference and done_at is null and not called_off
                        order by id limit 1""").param("reference", reference).query(Long.class).optional();
    }

    /** @return the schedules in which this report asked for one */
    List<Long> calledOff(String reference) {
        return jdbc.sql("""
                        update wellbeing_touchpoint set called_off = true
                        where reference = :reference and done_at is null and not called_off returning schedule_id""").param("reference", reference).query(Long.class).list();
    }
}
