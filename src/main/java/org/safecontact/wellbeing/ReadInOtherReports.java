package org.safecontact.wellbeing;

import java.util.List;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What was seen of the child, for whoever reads another report that asked for the same. */
@Component
class ReadInOtherReports {

    private static final String WRITTEN_UNDER = "Written in full under";

    private final WhatHappened happened;
    private final CaseFiles files;
    private final WellbeingRecord record;

    ReadInOtherReports(WhatHappened happened, CaseFiles files, WellbeingRecord record) {
        this.happened = happened;
        this.files = files;
        this.record = record;
    }

    /** That it was done, in each of the others. */
    void done(
            String opened, List<String> askedFor, EntryKind kind, String title, List<Statement> statements, String by) {
        List<Statement> says = Stream.concat(statements.stream(), Stream.of(new Statement(WRITTEN_UNDER, opened)))
                .toList();
        askedFor.stream()
                .filter(reference -> !reference.equals(opened))
                .forEach(reference -> record.copy(reference, kind, title, says, by));
    }

    /**
     * Whoever reads a report that is open reads what was seen for it, also where they may not read the one that opened the schedule; but for
     * whoever is kept away from that one.
     */
    void wordsToo(String opened, List<String> servedToo, String by) {
        servedToo.stream()
                .filter(reference ->
                        !reference.equals(opened) && happened.get(reference).open() && !keepsAway(opened, reference))
                .forEach(reference -> record.copyWrittenLast(opened, reference, by));
    }

    /** Whether somebody may read the other report and is kept away from this one. */
    private boolean keepsAway(String reference, String other) {
        return files.walled(reference) && !files.walled(other)
                || !files.excluded(other).containsAll(files.excluded(reference));
    }
}
