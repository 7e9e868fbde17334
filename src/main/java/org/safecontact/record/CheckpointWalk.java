package org.safecontact.record;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Walks all checkpoints with their heads in order and computes each anew. */
final class CheckpointWalk {

    static final String QUERY = """
            select k.number, k.format, k.made_at, k.heads, k.previous_hash, k.hash,
                   h.checkpoint, h.reference, h.number as head_number, h.hash as head_hash
              from record_checkpoint k full join record_checkpoint_head h on h.checkpoint = k.number
             order by coalesce(k.number, h.checkpoint), h.reference collate "C"
            """;

    private final Findings findings;
    private final Map<Integer, String> noted;

    private int expected = 1;
    private byte[] previous = Chain.beginning();
    private long count;
    private Checkpoint current;
    private byte[] currentHash;
    private MessageDigest digest;
    private int heads;

    CheckpointWalk(Findings findings, Map<Integer, String> noted) {
        this.findings = findings;
        this.noted = noted;
    }

    void next(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        if (row.wasNull()) {
            finish();
            missing(row.getInt("checkpoint"));
            return;
        }
        if (current == null || current.number() != number) {
            finish();
            begin(row, number);
        }
        String reference = row.getString("reference");
        if (digest != null && reference != null) {
            heads++;
            Chain.head(digest, reference, row.getInt("head_number"), row.getBytes("head_hash"));
        }
    }

    void end() {
        finish();
        noted.forEach((number, hash) -> {
            if (number >= expected) {
                findings.add("Checkpoint " + number + ", which was noted outside, is missing.");
            }
        });
    }

    long count() {
        return count;
    }

    Optional<Checkpoint> last() {
        return Optional.ofNullable(current);
    }

    private void begin(ResultSet row, int number) throws SQLException {
        if (number > expected) {
            missing(expected);
        }
        Instant madeAt = RecordRepository.instant(row, "made_at");
        currentHash = row.getBytes("hash");
        current = new Checkpoint(
                number, madeAt, row.getInt("heads"), HexFormat.of().formatHex(currentHash));
        heads = 0;
        digest = null;
        count++;
        if (row.getInt("format") != Chain.VERSION) {
            findings.add("Checkpoint " + number + " says it is written in a format that is not known.");
            return;
        }
        byte[] claimed = row.getBytes("previous_hash");
        if (number == expected && !Arrays.equals(claimed, previous)) {
            findings.add("Checkpoint " + number + " does not follow the one before it.");
        }
        digest = Chain.checkpoint(claimed, number, madeAt, current.heads());
    }

    private void finish() {
        if (current == null || current.number() < expected) {
            return;
        }
        if (digest != null && (heads != current.heads() || !Arrays.equals(digest.digest(), currentHash))) {
            findings.add("Checkpoint " + current.number() + " of " + People.time(current.madeAt())
                    + " was changed: what it holds does not give its hash.");
        }
        String outside = noted.get(current.number());
        if (outside != null && !outside.equalsIgnoreCase(current.hash())) {
            findings.add("Checkpoint " + current.number()
                    + " is not the one that was noted outside: the record was rebuilt from there or before.");
        }
        previous = currentHash;
        expected = current.number() + 1;
    }

    private void missing(int number) {
        if (number >= expected) {
            findings.add("Checkpoint " + number + " is missing.");
            expected = number + 1;
        }
    }
}
