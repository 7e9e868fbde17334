package org.safecontact.record;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes every commitment, link and checkpoint anew and says in plain words where the record is not as it was
 * written. Reads one unchanging picture of the tables row by row, so it may run while people work, whatever the size.
 */
@Service
public class RecordVerifier {

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate onePicture;
    private final List<VerifiedToo> others;

    RecordVerifier(DataSource dataSource, PlatformTransactionManager transactions, List<VerifiedToo> others) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(streaming);
        this.onePicture = new TransactionTemplate(transactions);
        this.onePicture.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.onePicture.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.onePicture.setReadOnly(true);
        this.others = others;
    }

    /** Verifies all cases, all checkpoints, and what other areas keep that the record vouches for. */
    public Verdict verify() {
        return verify(Map.of());
    }

    /**
     * Verifies everything, also against checkpoints that somebody noted outside this system.
     *
     * @param noted hexadecimal hash by checkpoint number
     */
    public Verdict verify(Map<Integer, String> noted) {
        return onePicture.execute(status -> {
            Findings findings = new Findings();
            CheckpointWalk checkpoints = new CheckpointWalk(findings, noted);
            jdbc.sql(CheckpointWalk.QUERY).query(checkpoints::next);
            checkpoints.end();
            try (var heads = jdbc
                    .sql(ChainWalk.HEADS)
                    .query((row, at) -> new Head(row.getString(1), row.getInt(2), row.getBytes(3)))
                    .stream()) {
                ChainWalk chains = new ChainWalk(findings, heads.iterator());
                jdbc.sql(ChainWalk.QUERY).query(chains::next);
                chains.end();
                leftOver(findings);
                RecordRepository record = new RecordRepository(jdbc);
                List<String> alsoLookedAt = others.stream()
                        .map(other -> other.verify(jdbc, record::titled, findings::add))
                        .toList();
                return new Verdict(
                        chains.cases(),
                        chains.entries(),
                        chains.notGathered(),
                        checkpoints.count(),
                        checkpoints.last(),
                        alsoLookedAt,
                        findings.broken());
            }
        });
    }

    private void leftOver(Findings findings) {
        jdbc.sql("""
                        select c.entry_id from record_content c
                         where not exists (select 1 from record_entry e where e.id = c.entry_id) order by c.entry_id
                        """)
                .query((row, at) -> row.getLong(1))
                .list()
                .forEach(id -> findings.add("Words are kept of an entry that is no longer there (internal number " + id
                        + "): the entry was taken out."));
    }
}
