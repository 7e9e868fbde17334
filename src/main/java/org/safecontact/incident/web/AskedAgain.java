package org.safecontact.incident.web;

import java.util.ArrayList;
import java.util.List;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;

/**
 * Where the same people are asked for the same again and again, the record is read as one asking with its times: nothing else may drown in it. What
 * is kept is each of them.
 */
final class AskedAgain {

    /** All in which one asking differs from the next. */
    private static final String BY_WHEN = "By when";

    private AskedAgain() {}

    /** @param entries in order; only those that follow one right after the other are taken together */
    static List<ReadableEntry> folded(List<ReadableEntry> entries) {
        List<ReadableEntry> folded = new ArrayList<>();
        for (ReadableEntry entry : entries) {
            int last = folded.size() - 1;
            if (last >= 0 && isSame(folded.get(last), entry)) {
                folded.set(last, folded.get(last).with(entry));
            } else {
                folded.add(entry);
            }
        }
        return folded;
    }

    private static boolean isSame(ReadableEntry one, ReadableEntry next) {
        return next.childSays().isEmpty()
                && one.kind().equals(EntryKind.TOLD.name())
                && one.kind().equals(next.kind())
                && one.role().isEmpty()
                && one.author().equals(next.author())
                && one.title().equals(next.title())
                && asked(one).equals(asked(next));
    }

    private static List<Statement> asked(ReadableEntry entry) {
        return entry.statements().stream()
                .filter(said -> !said.question().equals(BY_WHEN))
                .toList();
    }
}
