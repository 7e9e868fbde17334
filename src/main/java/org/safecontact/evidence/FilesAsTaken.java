package org.safecontact.evidence;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.safecontact.record.VerifiedToo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds every file against the SHA-256 that the record got when it was taken, piece by piece: locked and sealed ones too,
 * for they stay. Of one that the record says was removed, only its pieces are gone (contract, section 5, 1).
 */
@Component
class FilesAsTaken implements VerifiedToo {

    private record Kept(UUID id, String name, String sha256) {}

    @Override
    public String verify(JdbcClient jdbc, Function<String, Stream<Entry>> record, Consumer<String> broken) {
        OnRecord onRecord = new OnRecord();
        try (Stream<Entry> entries = record.apply("File ")) {
            entries.forEach(onRecord::add);
        }
        FileRepository files = new FileRepository(jdbc);
        long[] count = {0};
        try (Stream<Kept> kept = jdbc
                .sql("select id, reference, number, sha256 from evidence_file order by reference, number")
                .query((row, at) -> new Kept(
                        row.getObject("id", UUID.class),
                        name(row.getString("number"), row.getString("reference")),
                        HexFormat.of().formatHex(row.getBytes("sha256"))))
                .stream()) {
            kept.forEach(file -> {
                count[0]++;
                check(file, onRecord, files, broken);
            });
        }
        onRecord.taken.keySet().forEach(missing -> broken.accept(missing + " is missing."));
        return count[0] + " evidence files";
    }

    private static void check(Kept file, OnRecord onRecord, FileRepository files, Consumer<String> broken) {
        String taken = onRecord.taken.remove(file.name());
        if (taken == null) {
            broken.accept(file.name() + " is not on record: it was put there later.");
        } else if (!taken.equals(file.sha256())) {
            broken.accept(file.name() + " was changed: the SHA-256 kept beside it is not the one on record.");
        } else if (onRecord.removed.contains(file.name())) {
            if (files.piece(file.id(), 0).isPresent()) {
                broken.accept(file.name() + " was removed, and yet something is kept of it.");
            }
        } else if (!taken.equals(files.sha256(file.id()))) {
            broken.accept(file.name() + " is damaged: what is kept does not give its SHA-256.");
        }
    }

    private static String name(String number, String reference) {
        return "File " + number + " of " + reference;
    }

    /** What the record says of files: their names with their SHA-256, and which were removed. */
    private static final class OnRecord {

        private static final Pattern TITLE = Pattern.compile("File (\\d+): (.*)");

        private final Map<String, String> taken = new TreeMap<>();
        private final Set<String> removed = new HashSet<>();

        private void add(Entry entry) {
            Matcher title = TITLE.matcher(entry.title());
            if (!title.matches()) {
                return;
            }
            String name = name(title.group(1), entry.reference());
            if (title.group(2).equals(Touch.What.ADDED.words())) {
                entry.statements().stream()
                        .filter(statement -> statement.question().equals(CustodyLedger.SHA_256))
                        .findFirst()
                        .map(Statement::answer)
                        .ifPresent(sha256 -> taken.putIfAbsent(name, sha256));
            } else if (title.group(2).equals(Touch.What.REMOVED.words())) {
                removed.add(name);
            }
        }
    }
}
