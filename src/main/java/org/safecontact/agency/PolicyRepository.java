package org.safecontact.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code policy_document}, and what {@code agency_change} says of when which version held; nothing in them is ever changed. */
@Repository
class PolicyRepository {

    private final JdbcClient jdbc;

    PolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version that is known stays as it was kept first. */
    void keep(Policy policy, byte[] content, Instant at) {
        jdbc.sql("""
                        insert into policy_document (policy_id, version, file, sha256, content, kept_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (policy_id, version) do nothing""")
                .params(
                        policy.id(),
                        policy.version(),
                        policy.document().name(),
                        policy.document().sha256(),
                        content,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    Optional<PolicyDocument> find(String policyId, String version) {
        return jdbc.sql("select * from policy_document where policy_id = ? and version = ?")
                .params(policyId, version)
                .query((row, number) -> new PolicyDocument(
                        policyId, version, row.getString("file"), row.getString("sha256"), row.getBytes("content")))
                .optional();
    }

    /** The seal of a version, without its words. */
    Optional<String> sealOf(String policyId, String version) {
        return jdbc.sql("select sha256 from policy_document where policy_id = ? and version = ?")
                .params(policyId, version)
                .query(String.class)
                .optional();
    }

    /** From when to when which version held, the first one first; a version that came back stands there again. */
    List<PolicyPeriod> periods(String policyId) {
        return jdbc.sql("""
                        with said as (
                            select id, changed_at, after ->> 'version' as version,
                                   lag(after ->> 'version') over (order by id) as before
                            from agency_change where kind = 'POLICIES' and item_id = :policy
                        ), turned as (
                            select id, version, changed_at, lead(changed_at) over (order by id) as until
                            from said where version is distinct from before
                        )
                        select t.version, d.sha256, t.changed_at, t.until
                        from turned t join policy_document d on d.policy_id = :policy and d.version = t.version
                        order by t.id""")
                .param("policy", policyId)
                .query(PolicyRepository::period)
                .list();
    }

    private static PolicyPeriod period(ResultSet row, int number) throws SQLException {
        return new PolicyPeriod(
                row.getString("version"),
                row.getString("sha256"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
