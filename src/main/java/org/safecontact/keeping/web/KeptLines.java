package org.safecontact.keeping.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.HumanTime;
import org.safecontact.keeping.Keeping;
import org.springframework.stereotype.Component;

/** One entry of the agency as a list has it. */
@Component
class KeptLines {

    /** What a list leaves to the form: who reads a list need not read where somebody lives. */
    private static final Set<String> NOT_ON_LISTS =
            Set.of("name", "label", "address", "dateOfBirth", "email", "legalStatus", "otherAdults");

    /** @param folder what the folder says otherwise; empty where it says the same */
    record Line(String id, String title, List<String> lines, String kept, List<String> folder, long number) {}

    private final AgencyKeeping agencyKeeping;
    private final Keeping keeping;
    private final HumanTime human;
    private final Clock clock;

    KeptLines(AgencyKeeping agencyKeeping, Keeping keeping, HumanTime human, Clock clock) {
        this.agencyKeeping = agencyKeeping;
        this.keeping = keeping;
        this.human = human;
        this.clock = clock;
    }

    /** The agency in words, as it stands in this request. */
    KeptWords words() {
        return new KeptWords(agencyKeeping, human);
    }

    /** Of duty: a time that has passed. */
    boolean isOver(Entry entry) {
        String until = entry.fields().path("until").asText("");
        return until.endsWith("Z") && !Instant.parse(until).isAfter(clock.instant());
    }

    Line line(KeptWords words, KeptKind kind, Entry entry) {
        boolean mayChange = keeping.mayChange();
        return new Line(
                entry.id(),
                words.title(kind, entry.id(), entry.fields()),
                kind.fields().stream()
                        .filter(field -> !NOT_ON_LISTS.contains(field.name()))
                        .filter(field -> !words.text(field, entry.fields()).isEmpty())
                        .map(field -> field.label() + ": " + words.text(field, entry.fields()))
                        .toList(),
                entry.kept().by().isEmpty()
                        ? ""
                        : "Changed here on " + words.when(entry.kept().at()) + " by " + words.by(entry.kept()) + ".",
                mayChange
                        ? entry.folder()
                                .map(folder -> folder.isEmpty()
                                        ? List.of("The agency's folder does not have it.")
                                        : words.differences(kind, entry.fields(), folder, "the agency's folder says"))
                                .orElse(List.of())
                        : List.of(),
                entry.number());
    }
}
