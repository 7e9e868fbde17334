package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsAsked;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.Authors;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.WrittenBefore;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Handing;
import org.safecontact.incident.PrivateDetailsOut;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/**
 * Puts what people wrote where it is needed: the report before whoever answers or reviews it, the assessment before whoever
 * signs it, the reason of whoever asks before the second person, and what somebody should know before whoever it is handed over
 * to. All of it comes out of the record, and that it was read is kept there.
 */
@Component
class WhatWasWritten implements WrittenBefore {

    /** Forms that show how serious it is and what was reported: whoever decides in them knows it. */
    private static final Set<String> DECIDE =
            Set.of(ToDos.ACKNOWLEDGE, CaseToDos.REVIEW_CONTACT, CaseToDos.ASSESS_ESCALATION, ToDos.SECOND_SIGNATURE);

    /** Headings under which it stands that the child's social worker was told. */
    private static final Set<String> AUTHORITY_HEARD = Set.of(TellAuthority.TOLD, WhoWasTold.AUTHORITY_BY_TELEPHONE);

    /** Only asked where nobody of theirs answered. */
    private static final String NOBODY_REACHED = "What did you try?";

    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime time;
    private final WhatWasReported reported;
    private final WhatWasReportedBefore before;
    private final WhatWasAnswered answers;
    private final WhoToldThePolice police;
    private final LooksInWords looks;
    private final CaseWords words;
    private final WhatWasDone done;
    private final WhatIsSentBack sentBack;
    private final AskedOutside outside;
    private final AsAsked order;

    WhatWasWritten(
            CaseRecord record,
            Authors authors,
            Agency agency,
            HumanTime time,
            WhatWasReported reported,
            WhatWasReportedBefore before,
            WhatWasAnswered answers,
            WhoToldThePolice police,
            LooksInWords looks,
            CaseWords words,
            WhatWasDone done,
            WhatIsSentBack sentBack,
            AskedOutside outside,
            AsAsked order) {
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.time = time;
        this.reported = reported;
        this.before = before;
        this.answers = answers;
        this.police = police;
        this.looks = looks;
        this.words = words;
        this.done = done;
        this.sentBack = sentBack;
        this.outside = outside;
        this.order = order;
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        List<Entry> entries = record.entries(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("handedOver", handedOver(entries, task));
        sentBack.othersHeading(task).ifPresent(heading -> shown.put("writtenBefore", writtenLast(entries, heading)));
        switch (task.key()) {
            case ToDos.ACKNOWLEDGE -> {
                boolean takesOver = CaseNames.HANDOVER.equals(task.variables().get(CaseNames.PURPOSE));
                shown.put("whyNow", takesOver ? "" : whyNow(entries, task));
                shown.put("night", takesOver ? night(entries, task) : "");
                shown.put("reported", reportedInFull(entries, task));
                shown.put("answered", takesOver ? "" : inLines(doneSoFar(entries)));
                shown.put("answeredTogether", answers.together(task));
                shown.put("openQuestions", words.stillOpen(task.reference()));
            }
            case ToDos.CALL_POLICE -> {
                shown.put("whyNow", whyNow(entries, task));
                shown.put("toldBeforeBy", police.inText(entries));
            }
            case ToDos.TELL_BY_TELEPHONE -> {
                shown.put("whyNow", whyNow(entries, task));
                shown.put("toldLast", authorityHeard(entries, "Whom we told last"));
            }
            case ToDos.TOUCHPOINT -> shown.put("seenLately", seenLately(entries, task));
            case ToDos.RING_CARER -> {
                shown.put("answeredBy", answers.by(entries, task.reference()));
                // What duty sees of a report that is not sent is who and when (practice, section 1).
                shown.put("reported", RingCarer.aboutPolice(task) ? reported.inText(entries, task) : "");
            }
            case ToDos.COMPLETE_RECORD, CaseToDos.HELP_WITH_RECORD -> shown.put("sent", reported.asSent(entries, task));
            case CaseToDos.DECIDE_ABOUT_NAMED, ToDos.MAKE_REFERRAL ->
                shown.put("reported", reported.inText(entries, task));
            case CaseToDos.REVIEW_CONTACT -> {
                shown.put("reported", inLines(Stream.of(reported.inText(entries, task), reportedBefore(task))));
                shown.put("answered", answers.inText(entries));
                shown.put("authorityHeard", authorityHeard(entries, "The child's authority was told"));
            }
            case CaseToDos.ASSESS_ESCALATION -> {
                shown.put("sentBackWhy", sentBackWhy(entries, SecondSignature.SIGNATURE, SecondSignature.MISSING));
                shown.put("reported", reportedInFull(entries, task));
                shown.put("answered", toDecideOn(entries));
                shown.put("askedOutside", askedOutside(task));
            }
            case ToDos.CONFIRM_WITHDRAWAL -> {
                shown.put("askedWhy", askedWhy(entries, Endings.ASKED, Endings.WHY));
                shown.put("done", done.inText(entries));
                shown.put("reported", reported.inText(entries, task));
            }
            case ToDos.DECIDE_LOWERING -> {
                shown.put("askedWhy", askedWhy(entries, ReviewContact.REVIEW, ReviewContact.LEVEL_WHY));
                shown.put("reported", reported.inText(entries, task));
            }
            case ToDos.SECOND_SIGNATURE -> {
                shown.put("reported", reportedInFull(entries, task));
                shown.put("answered", toDecideOn(entries));
                shown.put("askedOutside", askedOutside(task));
                shown.put(
                        "assessed",
                        writtenLast(
                                entries,
                                AssessEscalation.ASSESSMENT,
                                said -> order.inOrder(task, AssessEscalation.FORM, said)));
            }
            case CaseToDos.REVIEW_SAFER_CARE_PLAN -> {
                shown.put("sentBackWhy", sentBackWhy(entries, SignOffSaferCarePlan.SIGN_OFF, SignOffSaferCarePlan.WHY));
                shown.put(
                        "askedWhy",
                        Stream.of(
                                        askedWhy(entries, AssessEscalation.ASSESSMENT, AssessEscalation.PLAN_WHY),
                                        askedWhy(entries, ReviewContact.REVIEW, ReviewContact.PLAN_WHY))
                                .filter(why -> !why.isEmpty())
                                .findFirst()
                                .orElse(""));
            }
            case CaseToDos.SIGN_OFF_SAFER_CARE_PLAN ->
                shown.put(
                        "plan",
                        newest(
                                entries,
                                SaferCarePlans.PLAN,
                                said -> order.inOrder(task, ReviewSaferCarePlan.FORM, said)));
            default -> {}
        }
        if (shown.values().stream().anyMatch(text -> !"".equals(text))) {
            boolean all = DECIDE.contains(task.key());
            task.person().map(authors::of).ifPresent(reader -> {
                if (all) {
                    record.read(task.reference(), reader);
                } else {
                    record.readPart(task.reference(), reader);
                }
            });
        }
        return shown;
    }

    private String whyNow(List<Entry> entries, OpenTask task) {
        return task.person()
                .map(person -> looks.whyNow(entries, reported.readable(task.reference(), person)::contains))
                .orElse("");
    }

    private String seenLately(List<Entry> entries, OpenTask task) {
        return task.person()
                .map(person -> looks.lately(entries, reported.readable(task.reference(), person)::contains))
                .orElse("");
    }

    /** What whoever takes over has to know before the report: how the child is since, what was decided, by whom, and what was done about it. */
    private String night(List<Entry> entries, OpenTask task) {
        Stream<String> decided = Stream.of(
                writtenLast(
                        decisions(entries),
                        AssessEscalation.ASSESSMENT,
                        said -> order.inOrder(task, AssessEscalation.FORM, said)),
                writtenLast(entries, SecondSignature.SIGNATURE));
        Stream<String> sinceThen = Stream.of(seenLately(entries, task));
        return inLines(Stream.of(sinceThen, decided, Stream.of(toDecideOn(entries), askedOutside(task)))
                .flatMap(texts -> texts));
    }

    private static List<Entry> decisions(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.DECISION)
                .toList();
    }

    /** What was reported, ever, and what happened as somebody wrote it down in full since. */
    private String reportedInFull(List<Entry> entries, OpenTask task) {
        List<Entry> full = WhatWasReported.newestInFull(entries);
        return inLines(Stream.of(
                reported.inText(entries, task),
                full.isEmpty() ? "" : written(full, UnaryOperator.identity()),
                reportedBefore(task)));
    }

    private String reportedBefore(OpenTask task) {
        return task.person()
                .map(person -> before.inText(task.reference(), person))
                .orElse("");
    }

    /** Who answered, and what was done about the police: nobody is asked for it twice. */
    private Stream<String> doneSoFar(List<Entry> entries) {
        return Stream.of(
                answers.inText(entries), writtenLast(entries, CallPolice.POLICE), writtenLast(entries, RingCarer.RUNG));
    }

    /** The same for whoever assesses and whoever signs it: nobody signs on less than it was decided on. */
    private String toDecideOn(List<Entry> entries) {
        Stream<String> besides = Stream.of(
                authorityHeard(entries, "The child's authority was told"),
                writtenLast(decisions(entries), PrivateDetailsOut.SAFE_AT_HOME),
                writtenLast(entries, PreserveEvidence.EVIDENCE));
        return inLines(Stream.concat(doneSoFar(entries), besides));
    }

    /** How far it is with each, as it stands now. */
    private String askedOutside(OpenTask task) {
        List<String> lines = outside.lines(task.reference());
        return lines.isEmpty() ? "" : "**Asked outside:**\n\n- " + String.join("\n- ", lines);
    }

    private static String inLines(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    /** What the child's social worker was told last, and by whom: nobody is asked for it twice. */
    private String authorityHeard(List<Entry> entries, String heading) {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.TOLD && AUTHORITY_HEARD.contains(entry.title()))
                .filter(entry ->
                        entry.statements().stream().map(Statement::question).noneMatch(NOBODY_REACHED::equals))
                .reduce((earlier, later) -> later)
                .map(told -> told.statements().stream()
                        .map(WhatWasWritten::inText)
                        .collect(Collectors.joining(
                                "\n\n",
                                "**" + heading + ":**\n\n",
                                "\n\nWritten by " + agency.nameOf(told.author().personId()) + ".")))
                .orElse("");
    }

    /** What the second person missed, and when they sent it back. */
    private String sentBackWhy(List<Entry> entries, String title, String question) {
        return entries.stream()
                .filter(entry ->
                        entry.title().equals(title) && !answer(entry, question).isEmpty())
                .reduce((earlier, later) -> later)
                .map(back -> "**Sent back by " + agency.nameOf(back.author().personId()) + ", "
                        + time.at(back.writtenAt()) + ":** " + AsTyped.inText(answer(back, question)))
                .orElse("");
    }

    /** The reason of whoever asked last for what a second person decides. */
    private String askedWhy(List<Entry> entries, String title, String question) {
        return entries.stream()
                .filter(entry ->
                        entry.title().equals(title) && !answer(entry, question).isEmpty())
                .reduce((earlier, later) -> later)
                .map(asked -> "**Why, says " + agency.nameOf(asked.author().personId()) + ":** "
                        + AsTyped.inText(answer(asked, question)))
                .orElse("");
    }

    /** What somebody wrote last under that heading, all of it, and who: one that was sent back is written again. */
    private String writtenLast(List<Entry> entries, String heading) {
        return writtenLast(entries, heading, UnaryOperator.identity());
    }

    private String writtenLast(List<Entry> entries, String heading, UnaryOperator<List<Statement>> order) {
        return WrittenTogether.of(entries, heading).stream()
                .reduce((earlier, later) -> later)
                .map(said -> written(said, order))
                .orElse("");
    }

    private String written(List<Entry> entries, UnaryOperator<List<Statement>> order) {
        Entry first = entries.get(0);
        return "**" + first.title() + "**, " + agency.nameOf(first.author().personId()) + ", "
                + time.at(first.writtenAt()) + ":\n\n" + inText(entries, order);
    }

    /** The newest of that heading, the child's words in it too. */
    private static String newest(List<Entry> entries, String heading, UnaryOperator<List<Statement>> order) {
        return WrittenTogether.of(entries, heading).stream()
                .reduce((earlier, later) -> later)
                .map(written -> inText(written, order))
                .orElse("");
    }

    private static String inText(List<Entry> written, UnaryOperator<List<Statement>> order) {
        List<Statement> said =
                written.stream().flatMap(entry -> entry.statements().stream()).toList();
        return order.apply(said).stream().map(WhatWasWritten::inText).collect(Collectors.joining("\n\n"));
    }

    /** The words of whoever handed this very to-do to the person who has it now, or gave it back last. */
    private String handedOver(List<Entry> entries, OpenTask task) {
        return entries.stream()
                .filter(entry -> !entry.writtenAt().isBefore(task.createdAt()))
                .filter(entry -> says(entry, Handing.WHAT, task.name()))
                .filter(entry -> entry.title().equals(Handing.GIVEN_BACK)
                        || entry.title().equals(Handing.HANDED_OVER)
                                && task.assignee()
                                        .filter(has -> says(entry, Handing.TO, agency.nameOf(has)))
                                        .isPresent())
                .reduce((earlier, later) -> later)
                .map(entry -> entry.title().equals(Handing.GIVEN_BACK)
                        ? "**Given back by " + agency.nameOf(entry.author().personId()) + ".** "
                                + AsTyped.inText(answer(entry, Handing.WHY))
                        : "**Handed over to " + handedTo(entry, task) + " by "
                                + agency.nameOf(entry.author().personId()) + ".** "
                                + AsTyped.inText(answer(entry, Handing.SHOULD_KNOW)))
                .orElse("");
    }

    private static String handedTo(Entry entry, OpenTask task) {
        return task.person().equals(task.assignee()) ? "you" : answer(entry, Handing.TO);
    }

    private static boolean says(Entry entry, String question, String answer) {
        return answer(entry, question).equals(answer);
    }

    static String answer(Entry entry, String question) {
        return entry.statements().stream()
                .filter(said -> said.question().equals(question))
                .map(Statement::answer)
                .findFirst()
                .orElse("");
    }

    static String inText(Statement said) {
        return "**" + said.question() + "** " + AsTyped.inText(said.answer());
    }
}
