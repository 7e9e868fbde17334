package org.safecontact.record;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Walks the entries of all cases in order, computes each anew, and holds them against the heads of the checkpoints. */
final class ChainWalk {

    static final String QUERY = """
            select e.reference, e.number, e.format, e.written_at, e.circumstances, e.words, e.previous_hash, e.hash,
                   c.entry_id, c.kind, c.happened_at, c.known_at, c.author_id, c.author_role, c.supersedes,
                   c.circumstances_salt, c.title, c.statements, c.words_salt
              from record_entry e left join record_content c on c.entry_id = e.id
             order by e.reference collate "C", e.number
            """;

    static final String HEADS = """
            select reference, number, hash from record_checkpoint_head order by reference collate "C", number
            """;

    private final Findings findings;
    private final Iterator<Head> heads;

    private Head nextHead;
    private String reference;
    private int number;
    private byte[] previous;
    private int gathered;
    private long cases;
    private long entries;
    private long notGathered;

    ChainWalk(Findings findings, Iterator<Head> heads) {
        this.findings = findings;
        this.heads = heads;
        this.nextHead = heads.hasNext() ? heads.next() : null;
    }

    void next(ResultSet row) throws SQLException {
        String of = row.getString("reference");
        if (!of.equals(reference)) {
            finishCase();
            reference = of;
            number = 0;
            previous = Chain.beginning();
            gathered = 0;
            cases++;
        }
        int claimed = row.getInt("number");
        byte[] hash = row.getBytes("hash");
        String name = "Entry " + claimed + " of " + reference + ", written on "
                + People.time(RecordRepository.instant(row, "written_at"));
        if (claimed != number + 1) {
            findings.add(missing(reference, number + 1) + " Entry " + claimed + " comes after entry " + number + ".");
        }
        headsBefore(reference, claimed);
        if (row.getInt("format") != Chain.VERSION) {
            findings.add(name + ", says it is written in a format that is not known.");
        } else {
            check(row, name, claimed, hash);
        }
        headAt(name, claimed, hash);
        number = claimed;
        previous = hash;
        entries++;
    }

    void end() {
        finishCase();
        while (nextHead != null) {
            unseen();
        }
    }

    long cases() {
        return cases;
    }

    long entries() {
        return entries;
    }

    long notGathered() {
        return notGathered;
    }

    private void check(ResultSet row, String name, int claimed, byte[] hash) throws SQLException {
        byte[] claimedPrevious = row.getBytes("previous_hash");
        if (claimed == number + 1 && !Arrays.equals(claimedPrevious, previous)) {
            findings.add(name + ", does not follow the entry before it: one of the two was put there later.");
            return;
        }
        byte[] circumstances = row.getBytes("circumstances");
        byte[] words = row.getBytes("words");
        Instant writtenAt = RecordRepository.instant(row, "written_at");
        if (!Arrays.equals(Chain.link(claimedPrevious, reference, claimed, writtenAt, circumstances, words), hash)) {
            findings.add(name + ", was moved, or its time of writing or its seal was changed.");
            return;
        }
        row.getLong("entry_id");
        if (row.wasNull()) {
            findings.add(name + ", has lost its words.");
            return;
        }
        if (!Arrays.equals(circumstancesAnew(row, claimed), circumstances)) {
            findings.add(
                    name + ", was changed: its kind, its times, its author or what it corrects is not as written.");
        }
        if (!Arrays.equals(wordsAnew(row), words)) {
            findings.add(name + ", was changed: its words are not as written.");
        }
    }

    private byte[] circumstancesAnew(ResultSet row, int claimed) throws SQLException {
        try {
            int supersedes = row.getInt("supersedes");
            NewEntry entry = new NewEntry(
                    EntryKind.valueOf(row.getString("kind")),
                    "",
                    List.of(),
                    RecordRepository.instant(row, "happened_at"),
                    RecordRepository.instant(row, "known_at"),
                    new Author(row.getString("author_id"), row.getString("author_role")),
                    supersedes == 0 ? null : supersedes);
            return Chain.circumstances(row.getBytes("circumstances_salt"), reference, claimed, entry);
        } catch (IllegalArgumentException notAsWeWrite) {
            return new byte[0];
        }
    }

    private static byte[] wordsAnew(ResultSet row) throws SQLException {
        try {
            return Chain.words(row.getBytes("words_salt"), row.getString("title"), RecordRepository.statements(row));
        } catch (RecordRepository.NotReadable | IllegalArgumentException notAsWeWrite) {
            return new byte[0];
        }
    }

    private void headsBefore(String of, int claimed) {
        while (nextHead != null && before(nextHead, of, claimed)) {
            unseen();
        }
    }

    private void headAt(String name, int claimed, byte[] hash) {
        while (nextHead != null
                && nextHead.number() == claimed
                && nextHead.reference().equals(reference)) {
            gathered = claimed;
            if (!Arrays.equals(nextHead.hash(), hash)) {
                findings.add(name + ", is not the one that a checkpoint gathered: it, or one before it in the case, was"
                        + " rewritten.");
            }
            nextHead = heads.hasNext() ? heads.next() : null;
        }
    }

    private void unseen() {
        findings.add(missing(nextHead.reference(), nextHead.number()) + " A checkpoint had gathered it.");
        nextHead = heads.hasNext() ? heads.next() : null;
    }

    private void finishCase() {
        if (reference != null) {
            headsBefore(reference, Integer.MAX_VALUE);
            notGathered += Math.max(0, number - gathered);
        }
    }

    private static String missing(String reference, int number) {
        return "Entry " + number + " of " + reference + " is missing.";
    }

    private static boolean before(Head head, String reference, int number) {
        int order = Arrays.compareUnsigned(
                head.reference().getBytes(StandardCharsets.UTF_8), reference.getBytes(StandardCharsets.UTF_8));
        return order < 0 || order == 0 && head.number() < number;
    }
}
