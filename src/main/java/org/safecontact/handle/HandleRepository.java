package org.safecontact.handle;

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

/** Accounts as reports name them, what was found with them, and what was decided. All of it only grows. */
@Repository
class HandleRepository {

    private final JdbcClient jdbc;

    HandleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else, on whatever node, compares accounts until the transaction ends; a statement of its own, so that the next one sees the news. */
    void waitForTurn() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('handle', 0))")
                .query((row, at) -> true)
                .single();
    }

    /** The same twice in one report is one. */
    void add(String reference, Handle handle, String written, String appWritten, String by, Instant at) {
        jdbc.sql("""
                        insert into handle (reference, name, app, app_written, written, met_by, met_at)
                        select :reference, :name, :app, :appWritten, :written, :by, :at
                        where not exists (select from handle where reference = :reference and name = :name and app = :app)""")
                .param("reference", reference)
                .param("name", handle.name())
                .param("app", handle.app())
                .param("appWritten", appWritten)
                .param("written", written)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    List<Sighting> named(String name) {
        return jdbc.sql("select * from handle where name = ? order by id")
                .param(name)
                .query(HandleRepository::sighting)
                .list();
    }

    List<Sighting> in(String report) {
        return jdbc.sql("select * from handle where reference = ? order by id")
                .param(report)
                .query(HandleRepository::sighting)
                .list();
    }

    int nextNumber() {
        return jdbc.sql("select nextval('handle_find_number')")
                .query(Integer.class)
                .single();
    }

    void found(String find, Instant at) {
        jdbc.sql("insert into handle_find (reference, found_at) values (?, ?)")
                .params(find, utc(at))
                .update();
    }

    /** @param child null where nobody knows yet which */
    void belongs(String find, long sighting, String child) {
        jdbc.sql("insert into handle_find_report (find, handle_id, child_id) values (?, ?, ?) on conflict do nothing")
                .params(find, sighting, child)
                .update();
    }

    /** What was found with any of these, the newest first. */
    List<String> findsWith(List<Long> sightings) {
        return jdbc.sql("""
                        select reference from handle_find f
                        where exists (select from handle_find_report r where r.find = f.reference and r.handle_id = any(?))
                        order by found_at desc, reference desc""")
                .param(sightings.toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    /** What nobody has decided about yet and is about these children and no other, the newest first. */
    List<String> undecidedAbout(Set<String> children) {
        return jdbc.sql("""
                        select f.reference from handle_find f join handle_find_report r on r.find = f.reference
                        where not exists (select from handle_answer a where a.find = f.reference)
                        group by f.reference, f.found_at
                        having array_agg(distinct r.child_id order by r.child_id) filter (where r.child_id is not null) = cast(? as text[])
                        order by f.found_at desc, f.reference desc""")
                .param(children.stream().sorted().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    Set<String> children(String find) {
        return jdbc.sql("select distinct child_id from handle_find_report where find = ? and child_id is not null")
                .param(find)
                .query(String.class)
                .set();
    }

    List<Sighting> of(String find) {
        return jdbc.sql("""
                        select h.* from handle h join handle_find_report r on r.handle_id = h.id
                        where r.find = ?
                        order by min(h.id) over (partition by h.name), h.id""").param(find).query(HandleRepository::sighting).list();
    }

    /** What was found with an account of this report. */
    List<String> findsOf(String report) {
        return jdbc.sql("""
                        select distinct r.find from handle_find_report r join handle h on h.id = r.handle_id
                        where h.reference = ? order by r.find""").param(report).query(String.class).list();
    }

    List<String> findsAbout(String child) {
        return jdbc.sql("select distinct find from handle_find_report where child_id = ? order by find")
                .param(child)
                .query(String.class)
                .list();
    }

    void answer(String find, String samePerson, String by, Instant at) {
        jdbc.sql("insert into handle_answer (find, same_person, answered_by, answered_at) values (?, ?, ?, ?)")
                .params(find, samePerson, by, utc(at))
                .update();
    }

    Optional<String> answered(String find) {
        return jdbc.sql("select same_person from handle_answer where find = ?")
                .param(find)
                .query(String.class)
                .optional();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Sighting sighting(ResultSet row, int at) throws SQLException {
        return new Sighting(
                row.getLong("id"),
                row.getString("reference"),
                new Handle(row.getString("name"), row.getString("app")),
                row.getString("written"),
                row.getString("app_written"),
                row.getString("met_by"),
                row.getObject("met_at", OffsetDateTime.class).toInstant());
    }
}
