package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safecontact.record.Author;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;

class WrittenTogetherTest {

    private static final String ANSWERED = "Answered";

    private int number;

    @Test
    void theEntriesOfOneFormStandTogetherThoughEachWasWrittenInAMomentOfItsOwn() {
        Entry fact = entry("ssw1", EntryKind.FACT, ANSWERED);
        Entry action = entry("ssw1", EntryKind.ACTION, ANSWERED);
        Entry between = entry("ssw1", EntryKind.TOLD, "Somebody was told");
        Entry again = entry("ssw1", EntryKind.DECISION, ANSWERED);
        Entry other = entry("duty1", EntryKind.FACT, ANSWERED);
        Entry once = entry("duty1", EntryKind.FACT, ANSWERED);

        assertThat(WrittenTogether.of(List.of(fact, action, between, again, other, once), ANSWERED))
                .containsExactly(List.of(fact, action), List.of(again), List.of(other), List.of(once));
    }

    @Test
    void aRecordWithoutTheFormHasNone() {
        assertThat(WrittenTogether.of(List.of(entry("ssw1", EntryKind.FACT, "Reported")), ANSWERED))
                .isEmpty();
    }

    private Entry entry(String person, EntryKind kind, String title) {
        number++;
        Instant at = Instant.parse("2026-11-24T22:00:00Z").plusMillis(number);
        return new Entry(
                number,
                "INC-2026-000001",
                number,
                kind,
                title,
                List.of(),
                at,
                at,
                at,
                new Author(person, "r"),
                null,
                "");
    }
}
