package org.safecontact.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of {@link CaseGrants}. */
@Repository
class CaseGrantRepository {

    private static final String IN_FORCE =
            " not exists (select 1 from case_grant_end e where e.grant_id = case_grant.id)";

    private final JdbcClient jdbc;

    CaseGrantRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String reference, String personId, GrantReason reason, Instant since) {
        jdbc.sql("insert into case_grant (reference, person_id, reason, since) values (?, ?, ?, ?)")
                .params(reference, personId, reason.name(), since.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(String reference, String personId, GrantReason reason, String why, Instant at) {
        jdbc.sql("insert into case_grant_end (grant_id, why, ended_at) select id, ?, ? from case_grant"
                        + " where reference = ? and person_id = ? and reason = ? and" + IN_FORCE)
                .params(why, at.atOffset(ZoneOffset.UTC), reference, personId, reason.name())
                .update();
    }

    void endAll(String reference, String why, Instant at) {
        jdbc.sql(
                        "insert into case_grant_end (grant_id, why, ended_at) select id, ?, ? from case_grant where reference = ? and"
                                + IN_FORCE)
                .params(why, at.atOffset(ZoneOffset.UTC), reference)
                .update();
    }

    Set<String> inForce(String reference) {
        return jdbc.sql("select person_id from case_grant where reference = ? and" + IN_FORCE)
                .param(reference)
                .query(String.class)
                .set();
    }

    Set<String> endedAt(String reference, String why) {
        return jdbc.sql("""
                        select g.person_id from case_grant g join case_grant_end e on e.grant_id = g.id
                        where g.reference = ? and e.why = ?""").params(reference, why).query(String.class).set();
    }

    Set<String> holders(String reference, GrantReason reason) {
        return jdbc.sql("select person_id from case_grant where reference = ? and reason = ? and" + IN_FORCE)
                .params(reference, reason.name())
                .query(String.class)
                .set();
    }

    List<String> cases(GrantReason reason) {
        return jdbc.sql("select distinct reference from case_grant where reason = ? and" + IN_FORCE
                        + " order by reference")
                .param(reason.name())
                .query(String.class)
                .list();
    }

    List<String> of(String personId) {
        return jdbc.sql("select distinct reference from case_grant where person_id = ? and" + IN_FORCE)
                .param(personId)
                .query(String.class)
                .list();
    }

    List<String> endedWith(String why, String personId) {
        return jdbc.sql("""
                        select distinct g.reference from case_grant g join case_grant_end e on e.grant_id = g.id
                        where g.person_id = ? and e.why = ?""").params(personId, why).query(String.class).list();
    }
}
