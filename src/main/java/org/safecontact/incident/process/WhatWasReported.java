package org.safecontact.incident.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.Authors;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.Additions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.WhoseWords;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.report.PlanAnswers;
import org.safecontact.incident.report.Reporting;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What was reported and what was added to it since, out of the record, for whoever answers, reviews or decides about it. */
@Component
class WhatWasReported {

    /** The question of the report that is answered in own words; it stands in the record as people read it. */
    private static final String IN_OWN_WORDS = "What happened? What did you see or hear?";

    private static final String NOT_TICKED = "Not ticked";

    /** Answers that need no line of their own: who was asked, and said this, stands together in one for each. */
    private static final List<String> SAYS_NO = List.of("None of these", "No", NOT_TICKED);

    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final Incidents incidents;
    private final CaseAccess access;
    private final WhoseWords words;
    private final HumanTime time;
    private final WhatWasSettled settled;

    WhatWasReported(
            CaseRecord record,
            Authors authors,
            Agency agency,
            Incidents incidents,
            CaseAccess access,
            WhoseWords words,
            HumanTime time,
            WhatWasSettled settled) {
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.incidents = incidents;
        this.access = access;
        this.words = words;
        this.time = time;
        this.settled = settled;
    }

    /** What was reported; about another child of the home it was written once, in the report that this one came with. */
    String inText(List<Entry> entries, OpenTask task) {
        String own = inText(entries);
        if (entries.stream().anyMatch(entry -> entry.title().equals(Reporting.ANSWERS))) {
            return own;
        }
        return Stream.concat(Stream.of(own), task.person().stream().flatMap(person -> together(task, person)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** The same, for whoever writes it down in full: carers read of it what their own home sent or told on the telephone. */
    String asSent(List<Entry> entries, OpenTask task) {
        return task.person()
                .map(person -> inText(
                        words.ownHomeOnly(person) ? ofTheHome(entries, task.reference(), person) : entries, task))
                .orElse("");
    }

    private List<Entry> ofTheHome(List<Entry> entries, String reference, String person) {
        Set<String> home = words.homeOf(person);
        Incident incident = incidents.get(reference);
        Optional<String> tookTheCall = incident.takenBy().filter(took -> home.contains(incident.reporterId()));
        return entries.stream()
                .filter(entry -> home.contains(entry.author().personId())
                        || entry.title().equals(Reporting.ANSWERS)
                                && tookTheCall
                                        .filter(entry.author().personId()::equals)
                                        .isPresent())
                .toList();
    }

    private Stream<String> together(OpenTask task, String person) {
        return incidents.ofSameReport(task.reference()).stream()
                .filter(other -> access.mayRead(person, other))
                .flatMap(other -> {
                    String written = inText(record.entries(other));
                    if (written.isEmpty()) {
                        return Stream.empty();
                    }
                    record.read(other, authors.of(person));
                    return Stream.of("**Reported together with " + other + ":**\n\n" + written);
                });
    }

    /**
     * Why somebody is more worried since, what was written in own words or added, every answer that says more than no, and what was
     * asked and answered with no: whoever reads it knows that apart from what was not asked.
     */
    private String inText(List<Entry> entries) {
        List<String> shown = new ArrayList<>();
        entries.stream()
                .filter(entry -> entry.title().equals(Levels.MORE_WORRIED))
                .reduce((earlier, later) -> later)
                .ifPresent(worried -> shown.add("**"
                        + (WhatWasWritten.answer(worried, Levels.DANGER_NOW).equals("yes")
                                ? "Somebody is in danger now, says "
                                : "More worried since, says ")
                        + who(worried) + ", " + time.at(worried.writtenAt()) + ":** "
                        + AsTyped.inText(WhatWasWritten.answer(worried, Levels.WHY))));
        Set<Integer> putRight =
                entries.stream().map(Entry::supersedes).filter(Objects::nonNull).collect(Collectors.toSet());
        entries.stream()
                .filter(entry -> Additions.TITLES.contains(entry.title()) && !putRight.contains(entry.number()))
                .forEach(added -> shown.add("**Added, "
                        + agency.nameOf(added.author().personId()) + ":** "
                        + AsTyped.inText(added.statements().get(0).answer())));
        List<Entry> answers = entries.stream()
                .filter(entry -> entry.title().endsWith(Reporting.ANSWERS))
                .toList();
        answers.forEach(entry -> entry.statements().stream()
                .filter(said -> inOwnWords(entry, said))
                .forEach(said -> shown.add(WhatWasWritten.inText(said))));
        Map<String, String> askedSince = settled.byQuestion(entries);
        Set<String> reported = new HashSet<>();
        answers.forEach(entry -> entry.statements().stream()
                .filter(said -> !inOwnWords(entry, said)
                        && (!SAYS_NO.contains(said.answer()) || askedSince.containsKey(said.question())))
                .forEach(said -> {
                    reported.add(said.question());
                    shown.add(WhatWasWritten.inText(said) + beside(askedSince.get(said.question())));
                }));
        // Of what was only tapped, or has come since, nothing stands in the report.
        askedSince.forEach((question, said) -> {
            if (!reported.contains(question)) {
                shown.add("**" + question + "**" + beside(said));
            }
        });
        SAYS_NO.stream().flatMap(no -> answeredWith(no, answers)).forEach(shown::add);
        entries.stream()
                .filter(entry -> entry.title().equals(PlanAnswers.AGREED))
                .flatMap(entry -> entry.statements().stream())
                .filter(said -> said.question().equals(PlanAnswers.SAYS))
                .reduce((earlier, later) -> later)
                .ifPresent(
                        said -> shown.add("**What is agreed says of this contact:** " + AsTyped.inText(said.answer())));
        return String.join("\n\n", shown);
    }

    private static Stream<String> answeredWith(String no, List<Entry> answers) {
        String questions = answers.stream()
                .flatMap(entry -> entry.statements().stream())
                .filter(said -> said.answer().equals(no))
                .map(Statement::question)
                .distinct()
                .collect(Collectors.joining(" "));
        return questions.isEmpty()
                ? Stream.empty()
                : Stream.of((no.equals(NOT_TICKED)
                                ? "**Asked, and left unticked:** "
                                : "**Asked, and the answer was *" + no + "*:** ")
                        + questions);
    }

    private static String beside(String settled) {
        return settled == null ? "" : " " + settled;
    }

    private static boolean inOwnWords(Entry entry, Statement said) {
        return entry.kind() == EntryKind.CHILDS_WORDS || said.question().equals(IN_OWN_WORDS);
    }

    /** Whoever wrote it, or did in another case what the product copied. */
    private String who(Entry entry) {
        return entry.author().equals(Author.SYSTEM)
                ? WhatWasWritten.answer(entry, NewEntry.BY)
                : agency.nameOf(entry.author().personId());
    }
}
