package org.safecontact.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.WhereChildrenLive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The home of a file about a child: as long as it is open, or kept in no case, the home in which the child lives; what is over stays with the
 * home in which it was (docs/adr/0037-a-child-moves.md).
 */
@Repository
class HomesOfFiles implements WhereChildrenLive {

    private final JdbcClient jdbc;

    HomesOfFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void are(Map<String, String> homes, Instant at) {
        jdbc.sql("""
                        with moved as (
                          update case_file f set household_id = lives.home
                          from case_file before
                          join unnest(:children, :homes) as lives (child, home) on lives.child = before.child_id
                          where f.reference = before.reference and f.household_id is distinct from lives.home
                            and (f.closed_at is null or f.no_case)
                          returning f.reference, before.household_id moved_from, lives.home moved_to),
                        noted as (
                          insert into case_access_change (reference, change, made_at)
                          select reference, 'the child lives in household ' || moved_to, :at from moved)
                        insert into case_moved (reference, moved_from, moved_to, moved_at)
                        select reference, moved_from, moved_to, :at from moved""")
                .param("children", homes.keySet().toArray(String[]::new))
                .param("homes", homes.values().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Files whose open to-dos have yet to follow, the oldest move first. */
    List<String> toFollow() {
        return jdbc.sql(
                        "select reference from case_moved where followed_at is null group by reference order by min(id)")
                .query(String.class)
                .list();
    }

    /** Says that they have; empty when somebody else did so before. */
    Optional<ChildMoved> followed(String reference, Instant at) {
        return jdbc.sql("""
                        with followed as (
                          update case_moved set followed_at = :at where reference = :reference and followed_at is null
                          returning id, moved_from, moved_to)
                        select (select moved_from from followed order by id limit 1) moved_from,
                               (select moved_to from followed order by id desc limit 1) moved_to
                        where exists (select from followed)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reference", reference)
                .query((row, number) -> new ChildMoved(
                        reference, Optional.ofNullable(row.getString("moved_from")), row.getString("moved_to")))
                .optional();
    }
}
