package org.safecontact.access;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code case_exclusion} and {@code case_exclusion_end}: who is kept away from which case, why and since when. */
@Repository
class ExclusionRepository {

    private final JdbcClient jdbc;

    ExclusionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else is kept away from the case or let back until the transaction ends, so that the next statement sees who is. */
    void waitForTurn(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('kept away ' || ?, 0))")
                .param(reference)
                .query((row, number) -> true)
                .single();
    }

    /** As {@link #waitForTurn}, and lets the next one go on at once: nobody waits for who only looks. */
    void waitForOthers(String reference) {
        jdbc.sql("""
                        select pg_advisory_lock(hashtextextended('kept away ' || :reference, 0)),
                               pg_advisory_unlock(hashtextextended('kept away ' || :reference, 0))""").param("reference", reference).query((row, number) -> true).single();
    }

    boolean exclude(String reference, String personId, String why, Instant since) {
        return jdbc.sql("""
                                insert into case_exclusion (reference, person_id, why, since)
                                select :reference, :person, :why, :since
                                where not exists (select from case_excluded
                                                  where reference = :reference and person_id = :person and why = :why)""")
                        .param("reference", reference)
                        .param("person", personId)
                        .param("why", why)
                        .param("since", utc(since))
                        .update()
                == 1;
    }

    boolean letBack(String reference, String personId, String why, Instant at) {
        return jdbc.sql("""
                                insert into case_exclusion_end (exclusion_id, ended_at)
                                select id, ? from case_excluded where reference = ? and person_id = ? and why = ?
                                on conflict do nothing""").params(utc(at), reference, personId, why).update() > 0;
    }

    /** Who is excluded for that reason, whatever else keeps them away. */
    Set<String> excludedBecause(String reference, String why) {
        return jdbc.sql("select distinct person_id from case_excluded where reference = ? and why = ?")
                .params(reference, why)
                .query(String.class)
                .set();
    }

    /** The cases from which this person is excluded for that reason. */
    List<String> excludedFrom(String personId, String why) {
        return jdbc.sql(
                        "select distinct reference from case_excluded where person_id = ? and why = ? order by reference")
                .params(personId, why)
                .query(String.class)
                .list();
    }

    /** The cases about a child from which this person is excluded. */
    Set<String> excludedAbout(String childId, String personId) {
        return jdbc.sql("""
                        select distinct e.reference from case_excluded e join case_file c on c.reference = e.reference
                        where c.child_id = ? and e.person_id = ?""").params(childId, personId).query(String.class).set();
    }

    /** Children with a case from which this person is excluded. */
    Set<String> childrenOfExclusions(String personId) {
        return jdbc.sql("""
                        select distinct c.child_id from case_excluded e join case_file c on c.reference = e.reference
                        where e.person_id = ? and c.child_id is not null""").param(personId).query(String.class).set();
    }

    /** Who is excluded for any other reason than that. */
    Set<String> excludedBesides(String reference, String why) {
        return jdbc.sql("select distinct person_id from case_excluded where reference = ? and why <> ?")
                .params(reference, why)
                .query(String.class)
                .set();
    }

    Set<String> excluded(String reference) {
        return jdbc.sql("select distinct person_id from case_excluded where reference = ?")
                .param(reference)
                .query(String.class)
                .set();
    }

    /** Whoever was ever excluded for that reason, also where it is over. */
    Set<String> everExcluded(String reference, String why) {
        return jdbc.sql("select distinct person_id from case_exclusion where reference = ? and why = ?")
                .params(reference, why)
                .query(String.class)
                .set();
    }

    /** Since when each who is excluded from anything is so at least. */
    Map<String, Instant> firstExcluded() {
        Map<String, Instant> since = new HashMap<>();
        jdbc.sql("""
                        select x.person_id, min(x.since) as since from case_exclusion x
                        join case_excluded e on e.id = x.id group by x.person_id""").query((ResultSet row) -> {
            since.put(
                    row.getString("person_id"),
                    row.getObject("since", OffsetDateTime.class).toInstant());
        });
        return since;
    }

    /** The cases from which anybody is excluded. */
    List<String> withAnybody() {
        return jdbc.sql("select distinct reference from case_excluded order by reference")
                .query(String.class)
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
