package org.safecontact.incident.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Authors;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.incident.carer.WhereItStands;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** Who answered and what they agreed with the carer, out of the record, for whoever comes after. */
@Component
class WhatWasAnswered {

    /** What whoever answered knows, which the carer need not read again. */
    private static final Set<String> FOR_WORKERS = Set.of(
            "When did you speak?",
            "The child is … (where, with whom, how)",
            "Who rang the police?",
            "When were the police rung?",
            "Police reference, if you have one",
            "I ring the carer (again) by");

    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final Incidents incidents;
    private final CaseAccess access;
    private final WhereItStands stands;
    private final HumanTime time;

    WhatWasAnswered(
            CaseRecord record,
            Authors authors,
            Agency agency,
            Incidents incidents,
            CaseAccess access,
            WhereItStands stands,
            HumanTime time) {
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.incidents = incidents;
        this.access = access;
        this.stands = stands;
        this.time = time;
    }

    /** What each who answered, or rang as it was agreed, agreed with the carer, what they say of the police, and when they ring again; the newest last. */
    String inText(List<Entry> entries) {
        return Stream.of(ForTheCarer.ANSWERED, ForTheCarer.RUNG_AS_AGREED)
                .flatMap(heading -> WrittenTogether.of(entries, heading).stream())
                .sorted(Comparator.comparing(written -> written.get(0).number()))
                .map(this::answer)
                .collect(Collectors.joining("\n\n"));
    }

    private String answer(List<Entry> answer) {
        Entry first = answer.get(0);
        return answer.stream()
                .flatMap(entry -> entry.statements().stream())
                .filter(said -> first.title().equals(ForTheCarer.RUNG_AS_AGREED)
                        || ForTheCarer.AGREED.contains(said.question())
                        || FOR_WORKERS.contains(said.question()))
                .map(EntriesInText::inText)
                .collect(Collectors.joining(
                        "\n\n",
                        "**" + (first.title().equals(ForTheCarer.ANSWERED) ? "Answered" : first.title()) + " by "
                                + agency.nameOf(first.author().personId()) + " " + time.at(first.writtenAt())
                                + ":**\n\n",
                        ""));
    }

    /** Who has spoken with the carer already: whoever is asked to ring need not ask the same again. An answer to what was known before is none. */
    String by(List<Entry> entries, String reference) {
        Instant since = stands.askedSince(incidents.get(reference));
        return ForTheCarer.newestAnswer(entries).stream()
                .findFirst()
                .map(answer -> {
                    String who = agency.nameOf(answer.author().personId());
                    String when = time.at(answer.writtenAt());
                    return answer.writtenAt().isBefore(since)
                            ? "**Nobody has answered what is new.** " + who + " answered before that, " + when + "."
                            : "**" + who + " has answered this, " + when + ".** What they agreed stands in the record.";
                })
                .orElse("");
    }

    /** What was agreed already for another child of the home, by whoever may read that too: one talk with the carer may serve both. */
    String together(OpenTask task) {
        return task.person().stream()
                .flatMap(person -> incidents.ofSameReport(task.reference()).stream()
                        .filter(other -> access.mayRead(person, other))
                        .map(other -> about(other, person)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String about(String other, String person) {
        String said = inText(record.entries(other));
        if (said.isEmpty()) {
            return "";
        }
        record.readPart(other, authors.of(person));
        return "**Answered already for " + other + ", reported together with this:**\n\n" + said;
    }
}
