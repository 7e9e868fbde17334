package org.safecontact.restriction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link Restrictions}; nothing in them is ever changed. */
@Repository
class RestrictionRepository {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final JdbcClient jdbc;

    RestrictionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int nextNumber() {
        return jdbc.sql("select nextval('restriction_number')")
                .query(Integer.class)
                .single();
    }

    void open(String reference, String childId, Optional<String> caseReference, String by, Instant at) {
        jdbc.sql("""
                        insert into restriction (reference, child_id, case_reference, opened_by, opened_at)
                        values (?, ?, ?, ?, ?)""")
                .params(reference, childId, caseReference.orElse(null), by, utc(at))
                .update();
    }

    Optional<Restriction> find(String reference) {
        return jdbc.sql("select * from restriction where reference = ?")
                .param(reference)
                .query((row, number) -> restriction(row))
                .optional();
    }

    /** The newest first. */
    List<Restriction> ofChild(String childId) {
        return jdbc.sql("select * from restriction where child_id = ? order by opened_at desc, reference desc")
                .param(childId)
                .query((row, number) -> restriction(row))
                .list();
    }

    List<Restriction> ofCase(String caseReference) {
        return jdbc.sql("select * from restriction where case_reference = ? order by opened_at desc, reference desc")
                .param(caseReference)
                .query((row, number) -> restriction(row))
                .list();
    }

    /** All that were not lifted and whose end has not come; also what does not run, see {@link Restriction#runs}. */
    List<Restriction> notOver() {
        return jdbc.sql("""
                        select * from restriction r
                        where exists (select 1 from restriction_step s where s.reference = r.reference)
                          and not exists (
                            select 1 from restriction_step s
                            where s.reference = r.reference and s.what in ('LIFTED', 'LAPSED', 'NOTHING'))
                        order by r.opened_at, r.reference""").query((row, number) -> restriction(row)).list();
    }

    /** All of which nobody has written that it is undone; also what runs, and what never limited anything, see {@link Restriction#wasLimited}. */
    List<Restriction> notReturned() {
        return jdbc.sql("""
                        select * from restriction r
                        where exists (select 1 from restriction_step s where s.reference = r.reference)
                          and not exists (
                            select 1 from restriction_step s
                            where s.reference = r.reference and s.what in ('RETURNED', 'NOTHING'))
                        order by r.opened_at, r.reference""").query((row, number) -> restriction(row)).list();
    }

    void add(String reference, Step step) {
        jdbc.sql("""
                        insert into restriction_step (reference, number, what, asked, terms, answer, by_whom, at)
                        values (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?)""")
                .params(
                        reference,
                        step.number(),
                        step.what().name(),
                        step.asked().map(RestrictionRepository::json).orElse(null),
                        step.terms().map(RestrictionRepository::json).orElse(null),
                        step.answer().map(RestrictionRepository::json).orElse(null),
                        step.by(),
                        utc(step.at()))
                .update();
    }

    private Restriction restriction(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return new Restriction(
                reference,
                row.getString("child_id"),
                Optional.ofNullable(row.getString("case_reference")),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                steps(reference));
    }

    private List<Step> steps(String reference) {
        return jdbc.sql("select * from restriction_step where reference = ? order by number")
                .param(reference)
                .query((row, number) -> new Step(
                        row.getInt("number"),
                        Step.What.valueOf(row.getString("what")),
                        read(row, "asked", Asked.class),
                        read(row, "terms", LimitTerms.class),
                        read(row, "answer", Answer.class),
                        row.getString("by_whom"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String json(Object part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            // Its message would quote what was typed.
            throw new IllegalStateException("A step of a limit cannot be written");
        }
    }

    private static <T> Optional<T> read(ResultSet row, String column, Class<T> type) throws SQLException {
        String json = row.getString(column);
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step of a limit cannot be read");
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
