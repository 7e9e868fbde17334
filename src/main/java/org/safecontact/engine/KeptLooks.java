package org.safecontact.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That somebody looked at something is kept in the case's record, once for each look. */
@Component
public class KeptLooks {

    /** Opened again within this time it is the same look: somebody on the telephone goes back to the page. House default. */
    private static final Duration ONE_LOOK = Duration.ofHours(1);

    private final CaseRecord record;
    private final Authors authors;
    private final Clock clock;

    KeptLooks(CaseRecord record, Authors authors, Clock clock) {
        this.record = record;
        this.authors = authors;
        this.clock = clock;
    }

    /**
     * @param reference the case because of which they look
     * @param title says at what; with the person it says which look it is
     */
    @Transactional
    public void once(String reference, String title, List<Statement> statements, String personId) {
        record.takeTurn(reference);
        Instant from = clock.instant().minus(ONE_LOOK);
        boolean kept = record.entries(reference).stream()
                .anyMatch(entry -> entry.title().equals(title)
                        && entry.author().personId().equals(personId)
                        && entry.writtenAt().isAfter(from));
        if (!kept) {
            record.append(reference, NewEntry.now(EntryKind.ACTION, title, statements, authors.of(personId)));
        }
    }
}
