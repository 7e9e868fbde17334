package org.safecontact.record;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the heads of all cases that grew since the last time into a checkpoint, each linked to the one before. An
 * entry that a checkpoint has gathered can be neither taken off the end of its case nor rebuilt without the checkpoint
 * showing it.
 */
@Service
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a checkpoint of whatever was added since the last one, in the caller's transaction if there is one. Called
     * by the clock at least hourly, and whenever a case closes.
     *
     * @return the checkpoint, or empty when nothing was added
     */
    @Transactional
    public Optional<Checkpoint> make() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('record checkpoint', 0))")
                .query((row, at) -> true)
                .single();
        Head last = jdbc.sql("select number, hash from record_checkpoint order by number desc limit 1")
                .query((row, at) -> new Head("", row.getInt(1), row.getBytes(2)))
                .optional()
                .orElse(new Head("", 0, Chain.beginning()));
        int number = last.number() + 1;
        int heads = gather(number);
        if (heads == 0) {
            return Optional.empty();
        }
        Instant madeAt = Chain.kept(clock.instant());
        byte[] hash = hash(last.hash(), number, madeAt, heads);
        add(number, madeAt, heads, last.hash(), hash);
        Checkpoint made = new Checkpoint(number, madeAt, heads, HexFormat.of().formatHex(hash));
        // The line in the log is a copy outside the database: it shows a rewrite even by the database's owner.
        LOG.info("Record checkpoint {} of {} cases: {}", number, heads, made.hash());
        return Optional.of(made);
    }

    /**
     * Makes a checkpoint as the last thing of the present transaction, so that whatever else is still to be written in
     * it is gathered too. For the closing of a case.
     */
    public void makeBeforeCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                make();
            }
        });
    }

    private int gather(int checkpoint) {
        return jdbc.sql("""
                        with gathered as (delete from record_not_gathered returning reference)
                        insert into record_checkpoint_head (checkpoint, reference, number, hash)
                        select distinct on (reference) :checkpoint, reference, number, hash from record_entry
                         where reference in (select reference from gathered)
                         order by reference, number desc
                        """).param("checkpoint", checkpoint).update();
    }

    private byte[] hash(byte[] previous, int number, Instant madeAt, int heads) {
        MessageDigest digest = Chain.checkpoint(previous, number, madeAt, heads);
        jdbc.sql("""
                        select reference, number, hash from record_checkpoint_head
                         where checkpoint = :checkpoint order by reference collate "C"
                        """).param("checkpoint", number).query(row -> {
            Chain.head(digest, row.getString(1), row.getInt(2), row.getBytes(3));
        });
        return digest.digest();
    }

    private void add(int number, Instant madeAt, int heads, byte[] previous, byte[] hash) {
        jdbc.sql("""
                        insert into record_checkpoint (number, format, made_at, heads, previous_hash, hash)
                        values (:number, :format, :madeAt, :heads, :previous, :hash)
                        """)
                .param("number", number)
                .param("format", Chain.VERSION)
                .param("madeAt", RecordRepository.timestamp(madeAt))
                .param("heads", heads)
                .param("previous", previous)
                .param("hash", hash)
                .update();
    }
}
