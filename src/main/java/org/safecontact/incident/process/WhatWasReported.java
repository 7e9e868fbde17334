package org.safecontact.incident.process;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.safecontact.incident.WrittenTogether;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.report.PlanAnswers;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.voice.ChildSays;
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

    /** Why somebody is more worried since, the newest first: each with who says so, as far as this person reads it. */
    List<Statement> worries(String reference, String person) {
        List<Entry> worries = readable(reference, person).stream()
                .filter(entry -> entry.title().equals(Raising.MORE_WORRIED))
                .toList();
        List<Statement> newestFirst = new ArrayList<>();
        worries.forEach(worried -> newestFirst.add(0, worry(worried)));
        return newestFirst;
    }

    /** What was reported and says more than no, of this and of what was reported together with it, as far as this person reads it. */
    List<Statement> saying(String reference, String person) {
        List<Entry> entries = readable(reference, person);
        Stream<Statement> own = Stream.concat(
                saying(entries).stream(),
                newestInFull(entries).stream()
                        .flatMap(entry -> entry.statements().stream())
                        .filter(WhatWasReported::saysMoreThanNo));
        Stream<Statement> together =
                entries.stream().anyMatch(entry -> entry.title().equals(Reporting.ANSWERS))
                        ? Stream.empty()
                        : incidents.ofSameReport(reference).stream()
                                .filter(other -> access.mayRead(person, other))
                                .flatMap(other -> {
                                    record.readPart(other, authors.of(person));
                                    return saying(readable(other, person)).stream();
                                });
        return Stream.concat(own, together).toList();
    }

    /** What happened, in full, as it was written last, by whoever wrote it down. */
    static List<Entry> newestInFull(List<Entry> entries) {
        return Stream.of(CompleteRecord.IN_FULL, HelpWithRecord.IN_FULL)
                .flatMap(heading -> WrittenTogether.of(entries, heading).stream())
                .max(Comparator.comparing(written -> written.get(0).number()))
                .orElse(List.of());
    }

    private static boolean saysMoreThanNo(Statement said) {
        return !SAYS_NO.contains(said.answer());
    }

    List<Entry> readable(String reference, String person) {
        List<Entry> entries = record.entries(reference);
        return words.ownHomeOnly(person) ? ofTheHome(entries, reference, person) : entries;
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
                    record.readPart(other, authors.of(person));
                    return Stream.of("**Reported together with " + other + ":**\n\n" + written);
                });
    }

    /**
     * Why somebody is more worried since, what was written in own words or added, what the child says about an entry, every answer that says more than no, and what was
     * asked and answered with no: whoever reads it knows that apart from what was not asked.
     */
    String inText(List<Entry> entries) {
        List<String> shown = new ArrayList<>();
        entries.stream()
                .filter(entry -> entry.title().equals(Raising.MORE_WORRIED))
                .reduce((earlier, later) -> later)
                .ifPresent(worried -> shown.add(EntriesInText.inText(worry(worried))));
        Stream.concat(inWords(entries).stream(), childSays(entries))
                .forEach(said -> shown.add(EntriesInText.inText(said)));
        List<Entry> answers = answers(entries);
        Map<String, String> askedSince = settled.byQuestion(entries);
        Set<String> reported = new HashSet<>();
        chosen(answers)
                .filter(said -> saysMoreThanNo(said) || askedSince.containsKey(said.question()))
                .forEach(said -> {
                    reported.add(said.question());
                    shown.add(EntriesInText.inText(said) + beside(askedSince.get(said.question())));
                });
        // Of what was only tapped, or has come since, nothing stands in the report.
        askedSince.forEach((question, said) -> {
            if (!reported.contains(question)) {
                shown.add("**" + question + "**" + beside(said));
            }
        });
        SAYS_NO.stream().flatMap(no -> answeredWith(no, answers)).forEach(shown::add);
        agreed(entries, PlanAnswers.SAYS)
                .ifPresent(says -> shown.add("**What is agreed says of this contact:** " + AsTyped.inText(says)));
        agreed(entries, PlanAnswers.KNOWN)
                .ifPresent(says -> shown.add("**" + PlanAnswers.KNOWN + "** " + AsTyped.inText(says)));
        return String.join("\n\n", shown);
    }

    /** The last that what is agreed says of it. */
    private static Optional<String> agreed(List<Entry> entries, String question) {
        return entries.stream()
                .filter(entry -> entry.title().equals(PlanAnswers.AGREED))
                .flatMap(entry -> entry.statements().stream())
                .filter(said -> said.question().equals(question))
                .map(Statement::answer)
                .reduce((earlier, later) -> later);
    }

    private Statement worry(Entry worried) {
        return new Statement(
                (EntriesInText.answer(worried, Raising.DANGER_NOW).equals("yes")
                                ? "Somebody is in danger now, says "
                                : "More worried since, says ")
                        + who(worried) + ", " + time.at(worried.writtenAt()) + ":",
                EntriesInText.answer(worried, Raising.WHY));
    }

    /** What was added, what was written in own words, and every answer that says more than no. */
    private List<Statement> saying(List<Entry> entries) {
        return Stream.concat(
                        inWords(entries).stream(), chosen(answers(entries)).filter(WhatWasReported::saysMoreThanNo))
                .toList();
    }

    private List<Statement> inWords(List<Entry> entries) {
        List<Statement> words = new ArrayList<>();
        Set<Integer> putRight =
                entries.stream().map(Entry::supersedes).filter(Objects::nonNull).collect(Collectors.toSet());
        entries.stream()
                .filter(entry -> Additions.TITLES.contains(entry.title()) && !putRight.contains(entry.number()))
                .forEach(added -> words.add(new Statement(
                        "Added, " + agency.nameOf(added.author().personId()) + ":",
                        added.statements().get(0).answer())));
        answers(entries)
                .forEach(entry -> entry.statements().stream()
                        .filter(said -> inOwnWords(entry, said))
                        .forEach(words::add));
        return words;
    }

    private static Stream<Statement> childSays(List<Entry> entries) {
        List<Entry> says = entries.stream().filter(ChildSays::isOne).toList();
        Set<Integer> putRight =
                says.stream().map(Entry::supersedes).filter(Objects::nonNull).collect(Collectors.toSet());
        return says.stream()
                .filter(said -> !putRight.contains(said.number()))
                .flatMap(said -> ChildSays.about(said).stream()
                        .map(about -> new Statement(
                                "The child says about entry " + about + ":",
                                EntriesInText.answer(said, ChildSays.WORDS))));
    }

    private static Stream<Statement> chosen(List<Entry> answers) {
        return answers.stream().flatMap(entry -> entry.statements().stream().filter(said -> !inOwnWords(entry, said)));
    }

    private static List<Entry> answers(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.title().endsWith(Reporting.ANSWERS))
                .toList();
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
                ? EntriesInText.answer(entry, NewEntry.BY)
                : agency.nameOf(entry.author().personId());
    }
}
