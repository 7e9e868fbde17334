package org.safecontact.incident.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.incident.Noted;
import org.safecontact.record.TurnsTogether;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which incidents belong together: of the same contact, or one that goes on from another that is over. */
@Repository
public class LinkRepository implements TurnsTogether {

    private final JdbcClient jdbc;

    LinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Links two incidents, each with the other. */
    public void add(String reference, String other, Instant at) {
        jdbc.sql(
                        "insert into incident_link (reference, other, linked_at) values (:one, :other, :at), (:other, :one, :at)")
                .param("one", reference)
                .param("other", other)
                .param("at", IncidentRepository.at(at))
                .update();
    }

    @Override
    public List<String> with(String reference) {
        return ofSameReport(reference);
    }

    /** Those that were begun because this one was over, the newest first. */
    public List<String> goingOnFrom(String reference) {
        return jdbc.sql("""
                        select l.other from incident_link l
                        where l.reference = :reference and l.other > l.reference
                          and exists (select from incident_note n where n.reference = l.other and n.what = :goesOn)
                        order by l.other desc""")
                .param("reference", reference)
                .param("goesOn", Noted.GOES_ON)
                .query(String.class)
                .list();
    }

    /** The one that was over, because of which this one was begun. */
    public Optional<String> goesOnFrom(String reference) {
        return jdbc.sql("""
                        select l.other from incident_link l
                        where l.reference = :reference and l.other < l.reference
                          and exists (select from incident_note n where n.reference = l.reference and n.what = :goesOn)""")
                .param("reference", reference)
                .param("goesOn", Noted.GOES_ON)
                .query(String.class)
                .optional();
    }

    /**
     * The others that came of the same report, however many there are; a report that only goes on from one that is over is one of its own, with
     * those that came of it.
     */
    public List<String> ofSameReport(String reference) {
        return jdbc.sql("""
                        with recursive same (reference) as (
                          values (cast(:reference as text))
                          union
                          select l.other from incident_link l join same on l.reference = same.reference
                          where not exists (select from incident_note n
                                            where n.reference = greatest(l.reference, l.other) and n.what = :goesOn))
                        select reference from same where reference <> :reference order by reference""")
                .param("reference", reference)
                .param("goesOn", Noted.GOES_ON)
                .query(String.class)
                .list();
    }
}
