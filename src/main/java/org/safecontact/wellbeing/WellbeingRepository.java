package org.safecontact.wellbeing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.engine.DecidedBy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of a child's schedule, of the reports that asked for it, and of the looks. */
@Repository
class WellbeingRepository {

    private static final String LOOK =
            "select id, schedule_id, due_at, state, compared, place, different, signs, done_by from wellbeing_look ";

    private final JdbcClient jdbc;

    WellbeingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long open(String childId, String reference, boolean shared, Instant at) {
        return jdbc.sql(
                        "insert into wellbeing_schedule (child_id, reference, shared, started_at) values (:child, :reference, :shared, :at) returning id")
                .param("child", childId)
                .param("reference", reference)
                .param("shared", shared)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<WellbeingSchedule> find(long scheduleId) {
        return jdbc.sql("select id, child_id, reference, shared from wellbeing_schedule where id = :id")
                .param("id", scheduleId)
                .query(WellbeingRepository::schedule)
                .optional();
    }

    /** The one that this report opened, before the one that the child's reports share. */
    Optional<WellbeingSchedule> running(String childId, String reference, boolean shared) {
        return jdbc.sql("""
                        select id, child_id, reference, shared from wellbeing_schedule
                        where child_id = :child and closed_at is null and (reference = :reference or shared and :shared)
                        order by reference = :reference desc limit 1""")
                .param("child", childId)
                .param("reference", reference)
                .param("shared", shared)
                .query(WellbeingRepository::schedule)
                .optional();
    }

    /** Whether one that this report opened is not over. */
    boolean isRunning(String reference) {
        return jdbc.sql(
                        "select exists (select from wellbeing_schedule where reference = :reference and closed_at is null)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    /** What opened the running schedules that this report joined. */
    List<String> joinedBy(String reference) {
        return jdbc.sql("""
                        select reference from wellbeing_schedule s
                        where closed_at is null and reference <> :reference
                          and exists (select from wellbeing_request r where r.schedule_id = s.id and r.reference = :reference)
                        order by id""").param("reference", reference).query(String.class).list();
    }

    void close(long scheduleId, String by, Instant at) {
        jdbc.sql("update wellbeing_schedule set closed_at = :at, closed_by = :by where id = :id")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("id", scheduleId)
                .update();
    }

    /**
     * @param levelSince when the level was set at which the report asks
     * @return false when this report has asked since then
     */
    boolean request(
            long scheduleId,
            String reference,
            String level,
            Instant levelSince,
            DecidedBy by,
            Set<EscalateWhen> escalateWhen,
            Instant at) {
        return jdbc.sql("""
                                insert into wellbeing_request (schedule_id, reference, risk_level, rule_id, table_version, escalate_when, asked_at)
                                select :schedule, :reference, :level, :rule, :version, :escalateWhen, :at
                                where not exists (
                                  select from wellbeing_request
                                  where schedule_id = :schedule and reference = :reference and risk_level = :level and asked_at >= :since)""")
                        .param("schedule", scheduleId)
                        .param("reference", reference)
                        .param("level", level)
                        .param("since", Timestamp.from(levelSince))
                        .param("rule", by.rules().stream().findFirst().orElse("none"))
                        .param("version", by.version())
                        .param(
                                "escalateWhen",
                                escalateWhen.stream().map(EscalateWhen::name).toArray(String[]::new))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** What goes back to the risk decision: whatever one of the reports asked for. */
    Set<EscalateWhen> escalateWhen(long scheduleId) {
        return jdbc.sql("select distinct unnest(escalate_when) from wellbeing_request where schedule_id = :id")
                .param("id", scheduleId)
                .query((row, number) -> EscalateWhen.valueOf(row.getString(1)))
                .set();
    }

    /** Reports that asked for this schedule, the newest first. */
    List<String> requests(long scheduleId) {
        return jdbc.sql("""
                        select reference from wellbeing_request where schedule_id = :id
                        group by reference order by max(asked_at) desc, reference desc""").param("id", scheduleId).query(String.class).list();
    }

    /** Reports beside the one that opened it that a running schedule serves, the newest first. */
    List<String> joined(String reference) {
        return jdbc.sql("""
                        select r.reference from wellbeing_request r join wellbeing_schedule s on s.id = r.schedule_id
                        where s.reference = :reference and s.closed_at is null and r.reference <> s.reference
                        group by r.reference order by max(r.asked_at) desc, r.reference desc""").param("reference", reference).query(String.class).list();
    }

    /** The reports that opened the running schedules which this one joined. */
    List<String> joinedTo(String reference) {
        return jdbc.sql("""
                        select distinct s.reference from wellbeing_request r join wellbeing_schedule s on s.id = r.schedule_id
                        where r.reference = :reference and s.closed_at is null and s.reference <> r.reference order by s.reference""").param("reference", reference).query(String.class).list();
    }

    /** Whether this report has asked for a schedule before, one that is over included. */
    boolean hasAsked(String reference) {
        return jdbc.sql("select exists (select from wellbeing_request where reference = :reference)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    void plan(long scheduleId, Instant dueAt, String reference) {
        jdbc.sql(
                        "insert into wellbeing_look (schedule_id, due_at, state) values (:schedule, :due, 'PLANNED') on conflict do nothing")
                .param("schedule", scheduleId)
                .param("due", Timestamp.from(dueAt))
                .update();
        jdbc.sql(
                        "update wellbeing_look set state = 'PLANNED' where schedule_id = :schedule and due_at = :due and state = 'CALLED_OFF'")
                .param("schedule", scheduleId)
                .param("due", Timestamp.from(dueAt))
                .update();
        jdbc.sql("""
                        insert into wellbeing_look_request (look_id, reference)
                        select id, :reference from wellbeing_look where schedule_id = :schedule and due_at = :due
                        on conflict do nothing""")
                .param("reference", reference)
                .param("schedule", scheduleId)
                .param("due", Timestamp.from(dueAt))
                .update();
    }

    /** All looks of a schedule, in order. */
    List<Look> looks(long scheduleId) {
        return jdbc.sql(LOOK + "where schedule_id = :id order by due_at")
                .param("id", scheduleId)
                .query(WellbeingRepository::look)
                .list();
    }

    /** Looks since then at which somebody saw the child, of the schedules that these references opened, in order. */
    List<Look> seenSince(String childId, Set<String> opened, Instant from) {
        return jdbc.sql(LOOK + """
                        where state = 'DONE' and due_at >= :from and schedule_id in (
                          select id from wellbeing_schedule where child_id = :child and reference = any(:opened))
                        order by due_at""")
                .param("from", Timestamp.from(from))
                .param("child", childId)
                .param("opened", opened.toArray(String[]::new))
                .query(WellbeingRepository::look)
                .list();
    }

    Optional<Look> look(long lookId) {
        return jdbc.sql(LOOK + "where id = :id")
                .param("id", lookId)
                .query(WellbeingRepository::look)
                .optional();
    }

    /** The look that was open at that time in the newest schedule that this report opened, whether that is over or not. */
    Optional<Look> openedAt(String reference, Instant time) {
        return jdbc.sql(LOOK + """
                        where schedule_id = (select max(id) from wellbeing_schedule where reference = :reference)
                          and state <> 'CALLED_OFF' and due_at <= :time
                        order by due_at desc limit 1""")
                .param("reference", reference)
                .param("time", Timestamp.from(time))
                .query(WellbeingRepository::look)
                .optional();
    }

    /** Looks that this report asked for, in order. */
    List<Look> looksFor(String reference) {
        return jdbc.sql(
                        LOOK
                                + "where id in (select look_id from wellbeing_look_request where reference = :reference) order by due_at")
                .param("reference", reference)
                .query(WellbeingRepository::look)
                .list();
    }

    /** Reports that asked for this look, the newest first. */
    List<String> askedFor(long lookId) {
        return jdbc.sql("select reference from wellbeing_look_request where look_id = :id order by reference desc")
                .param("id", lookId)
                .query(String.class)
                .list();
    }

    void state(long lookId, Look.State state) {
        jdbc.sql("update wellbeing_look set state = :state where id = :id")
                .param("state", state.name())
                .param("id", lookId)
                .update();
    }

    void done(long lookId, Seen seen, String by, Instant at) {
        jdbc.sql("""
                        update wellbeing_look set state = 'DONE', compared = :compared, place = :place, different = :different,
                        signs = :signs, done_by = :by, done_at = :at where id = :id""")
                .param("compared", seen.compared().name())
                .param("place", seen.place().name())
                .param("different", seen.different().toArray(String[]::new))
                .param("signs", seen.signs().stream().map(Enum::name).toArray(String[]::new))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", lookId)
                .update();
    }

    /** What somebody adds for the worse to a look that somebody made. */
    void alsoSeen(long lookId, boolean worse, Set<Seen.Sign> more) {
        jdbc.sql(
                        "update wellbeing_look set compared = case when :worse then 'WORSE' else compared end, signs = signs || :more"
                                + " where id = :id")
                .param("worse", worse)
                .param("more", more.stream().map(Enum::name).toArray(String[]::new))
                .param("id", lookId)
                .update();
    }

    private static WellbeingSchedule schedule(ResultSet row, int number) throws SQLException {
        return new WellbeingSchedule(
                row.getLong("id"), row.getString("child_id"), row.getString("reference"), row.getBoolean("shared"));
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        String compared = row.getString("compared");
        return new Look(
                row.getLong("id"),
                row.getLong("schedule_id"),
                row.getTimestamp("due_at").toInstant(),
                Look.State.valueOf(row.getString("state")),
                compared == null
                        ? Optional.empty()
                        : Optional.of(new Seen(
                                Seen.Compared.valueOf(compared),
                                words(row.getArray("different")),
                                Seen.Place.valueOf(row.getString("place")),
                                signs(words(row.getArray("signs"))))),
                Optional.ofNullable(row.getString("done_by")));
    }

    private static List<String> words(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Set<Seen.Sign> signs(List<String> names) {
        Set<Seen.Sign> signs = EnumSet.noneOf(Seen.Sign.class);
        names.forEach(name -> signs.add(Seen.Sign.valueOf(name)));
        return signs;
    }
}
