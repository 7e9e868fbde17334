package org.safecontact.restriction.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.restriction.review.ReviewDay.Because;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link Reviews}; nothing in them is ever changed. */
@Repository
class ReviewRepository {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String REVIEWS = """
            select r.reference, r.opened_at, d.id, d.child_id, d.household_id, d.day, d.because, d.report
            from online_safety_review r join online_safety_day d on d.id = r.day_id\s""";

    private final JdbcClient jdbc;

    ReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int nextNumber() {
        return jdbc.sql("select nextval('online_safety_number')")
                .query(Integer.class)
                .single();
    }

    /** Whether the product has given no child its first day yet. */
    boolean begins() {
        return jdbc.sql("select not exists (select from online_safety_day where because = 'FIRST')")
                .query(Boolean.class)
                .single();
    }

    void addDay(
            String childId,
            String householdId,
            LocalDate day,
            Because because,
            Optional<String> report,
            String by,
            Instant at) {
        jdbc.sql("""
                        insert into online_safety_day (child_id, household_id, day, because, report, set_by, set_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(childId, householdId, day, because.name(), report.orElse(null), by, utc(at))
                .update();
    }

    /** The newest of each child. */
    List<ReviewDay> days() {
        return jdbc.sql("select distinct on (child_id) id, child_id, household_id, day, because, report"
                        + " from online_safety_day order by child_id, id desc")
                .query((row, number) -> day(row))
                .list();
    }

    /** The newest that people, or the house, chose; not because a report was closed. */
    Optional<ReviewDay> newestPlanned(String childId) {
        return jdbc.sql(
                        "select * from online_safety_day where child_id = ? and because <> 'REPORT_CLOSED' order by id desc limit 1")
                .param(childId)
                .query((row, number) -> day(row))
                .optional();
    }

    boolean isBegun(long dayId) {
        return jdbc.sql("select exists (select from online_safety_review where day_id = ?)")
                .param(dayId)
                .query(Boolean.class)
                .single();
    }

    void open(String reference, long dayId, Instant at) {
        jdbc.sql("insert into online_safety_review (reference, day_id, opened_at) values (?, ?, ?)")
                .params(reference, dayId, utc(at))
                .update();
    }

    Optional<Review> find(String reference) {
        return jdbc.sql(REVIEWS + "where r.reference = ?")
                .param(reference)
                .query((row, number) -> review(row))
                .optional();
    }

    /** The newest first. */
    List<Review> ofChild(String childId) {
        return jdbc.sql(REVIEWS + "where d.child_id = ? order by d.id desc")
                .param(childId)
                .query((row, number) -> review(row))
                .list();
    }

    /** Those that nothing has ended yet, of children who do not live in the home in which it was. */
    List<String> leftBehind(Map<String, String> homes) {
        return jdbc.sql("""
                        select r.reference from online_safety_review r join online_safety_day d on d.id = r.day_id
                        where not exists (select from unnest(:children, :homes) as lives (child, home)
                                          where lives.child = d.child_id and lives.home = d.household_id)
                          and not exists (select from online_safety_step s
                                          where s.reference = r.reference and s.what in ('TAKEN_UP', 'MOVED'))
                        order by r.reference""")
                .param("children", homes.keySet().toArray(String[]::new))
                .param("homes", homes.values().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void add(String reference, ReviewStep step) {
        jdbc.sql("""
                        insert into online_safety_step (reference, number, what, findings, by_whom, at)
                        values (?, ?, ?, ?::jsonb, ?, ?)""")
                .params(reference, step.number(), step.what().name(), json(step.findings()), step.by(), utc(step.at()))
                .update();
    }

    private Review review(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return new Review(
                reference,
                day(row),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                jdbc.sql("select * from online_safety_step where reference = ? order by number")
                        .param(reference)
                        .query((step, number) -> new ReviewStep(
                                step.getInt("number"),
                                ReviewStep.What.valueOf(step.getString("what")),
                                findings(step.getString("findings")),
                                step.getString("by_whom"),
                                step.getObject("at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    private static ReviewDay day(ResultSet row) throws SQLException {
        return new ReviewDay(
                row.getLong("id"),
                row.getString("child_id"),
                row.getString("household_id"),
                row.getObject("day", LocalDate.class),
                Because.valueOf(row.getString("because")),
                Optional.ofNullable(row.getString("report")));
    }

    private static String json(List<Finding> findings) {
        try {
            return JSON.writerFor(new TypeReference<List<Finding>>() {}).writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            // Its message would quote what was typed.
            throw new IllegalStateException("A step of a look cannot be written");
        }
    }

    private static List<Finding> findings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Finding>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step of a look cannot be read");
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
