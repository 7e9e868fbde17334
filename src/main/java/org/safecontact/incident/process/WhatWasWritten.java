package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.safecontact.access.ToDos;
import org.safecontact.engine.AsAsked;
import org.safecontact.engine.Authors;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.WrittenBefore;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Endings;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
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
            Set.of(ToDos.ACKNOWLEDGE, CaseToDos.REVIEW_CONTACT, ToDos.ASSESS_ESCALATION, ToDos.SECOND_SIGNATURE);

    private final CaseRecord record;
    private final Authors authors;
    private final EntriesInText text;
    private final ReasonsGiven reasons;
    private final DecidedOn decidedOn;
    private final WhatWasReported reported;
    private final WhatWasReportedBefore before;
    private final WhatWasAnswered answers;
    private final WhoToldThePolice police;
    private final LooksInWords looks;
    private final KnownWhenClosing closing;
    private final CaseWords words;
    private final WhatWasDone done;
    private final WhatIsSentBack sentBack;
    private final AsAsked order;
    private final OwnReportsInWords ownReports;
    private final SaferCareForms saferCare;

    WhatWasWritten(
            CaseRecord record,
            Authors authors,
            EntriesInText text,
            ReasonsGiven reasons,
            DecidedOn decidedOn,
            WhatWasReported reported,
            WhatWasReportedBefore before,
            WhatWasAnswered answers,
            WhoToldThePolice police,
            LooksInWords looks,
            KnownWhenClosing closing,
            CaseWords words,
            WhatWasDone done,
            WhatIsSentBack sentBack,
            AsAsked order,
            OwnReportsInWords ownReports,
            SaferCareForms saferCare) {
        this.record = record;
        this.authors = authors;
        this.text = text;
        this.reasons = reasons;
        this.decidedOn = decidedOn;
        this.reported = reported;
        this.before = before;
        this.answers = answers;
        this.police = police;
        this.looks = looks;
        this.closing = closing;
        this.words = words;
        this.done = done;
        this.sentBack = sentBack;
        this.order = order;
        this.ownReports = ownReports;
        this.saferCare = saferCare;
    }

    @Override
    public Map<String, Object> shown(OpenTask task) {
        List<Entry> entries = record.entries(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("handedOver", reasons.handedOver(entries, task));
        sentBack.othersHeading(task)
                .ifPresent(heading -> shown.put("writtenBefore", text.writtenLast(entries, heading)));
        switch (task.key()) {
            case ToDos.ACKNOWLEDGE -> {
                boolean takesOver = CaseNames.HANDOVER.equals(task.variables().get(CaseNames.PURPOSE));
                shown.put("whyNow", takesOver ? "" : whyNow(entries, task));
                shown.put("night", takesOver ? night(entries, task) : "");
                shown.put("reported", reportedInFull(entries, task));
                shown.put("answered", takesOver ? "" : EntriesInText.inLines(decidedOn.doneSoFar(entries)));
                shown.put("answeredTogether", answers.together(task));
                shown.put("openQuestions", words.stillOpen(task.reference()));
            }
            case ToDos.CALL_POLICE -> {
                shown.put("whyNow", whyNow(entries, task));
                shown.put("toldBeforeBy", police.inText(entries));
            }
            case ToDos.TELL_BY_TELEPHONE -> {
                shown.put("whyNow", whyNow(entries, task));
                shown.put("toldLast", decidedOn.authorityHeard(entries, "Whom we told last"));
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
            case ToDos.CLOSE_INCIDENT -> {
                shown.put(
                        "known",
                        task.person()
                                .map(person -> closing.inText(
                                        task, entries, reported.readable(task.reference(), person)::contains))
                                .orElse(""));
                shown.put("ownReports", ownReports.inText(entries, task.reference()));
            }
            case CaseToDos.REVIEW_CONTACT -> {
                shown.put(
                        "reported",
                        EntriesInText.inLines(Stream.of(reported.inText(entries, task), reportedBefore(task))));
                shown.put(
                        "answered",
                        EntriesInText.inLines(Stream.of(decidedOn.blocking(entries), answers.inText(entries))));
                shown.put("authorityHeard", decidedOn.authorityHeard(entries, "The child's authority was told"));
            }
            case ToDos.ASSESS_ESCALATION -> {
                shown.put(
                        "sentBackWhy",
                        reasons.sentBackWhy(entries, SecondSignature.SIGNATURE, SecondSignature.MISSING));
                shown.put("reported", reportedInFull(entries, task));
                shown.put("answered", decidedOn.toDecideOn(entries));
                shown.put("askedOutside", decidedOn.askedOutside(task));
            }
            case ToDos.CONFIRM_WITHDRAWAL -> {
                shown.put("askedWhy", reasons.askedWhy(entries, Endings.ASKED, Endings.WHY));
                shown.put("done", done.inText(entries));
                shown.put("reported", reported.inText(entries, task));
            }
            case ToDos.DECIDE_LOWERING -> {
                shown.put("askedWhy", reasons.askedWhy(entries, ReviewContact.REVIEW, ReviewContact.LEVEL_WHY));
                shown.put("reported", reported.inText(entries, task));
            }
            case ToDos.SECOND_SIGNATURE -> {
                shown.put("reported", reportedInFull(entries, task));
                shown.put("answered", decidedOn.toDecideOn(entries));
                shown.put("askedOutside", decidedOn.askedOutside(task));
                shown.put(
                        "assessed",
                        text.writtenLast(
                                entries,
                                AssessEscalation.ASSESSMENT,
                                said -> order.inOrder(task, AssessEscalation.FORM, said)));
            }
            case CaseToDos.REVIEW_SAFER_CARE_PLAN -> {
                shown.put(
                        "sentBackWhy",
                        reasons.sentBackWhy(entries, SignOffSaferCarePlan.SIGN_OFF, SignOffSaferCarePlan.WHY));
                shown.put(
                        "askedWhy",
                        Stream.of(
                                        reasons.askedWhy(
                                                entries, AssessEscalation.ASSESSMENT, AssessEscalation.PLAN_WHY),
                                        reasons.askedWhy(entries, ReviewContact.REVIEW, ReviewContact.PLAN_WHY))
                                .filter(why -> !why.isEmpty())
                                .findFirst()
                                .orElse(""));
            }
            case CaseToDos.SIGN_OFF_SAFER_CARE_PLAN -> shown.put("plan", saferCare.inText(entries, task));
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
                text.writtenLast(
                        DecidedOn.decisions(entries),
                        AssessEscalation.ASSESSMENT,
                        said -> order.inOrder(task, AssessEscalation.FORM, said)),
                text.writtenLast(entries, SecondSignature.SIGNATURE));
        Stream<String> sinceThen = Stream.of(seenLately(entries, task));
        return EntriesInText.inLines(
                Stream.of(sinceThen, decided, Stream.of(decidedOn.toDecideOn(entries), decidedOn.askedOutside(task)))
                        .flatMap(texts -> texts));
    }

    /** What was reported, ever, and what happened as somebody wrote it down in full since. */
    private String reportedInFull(List<Entry> entries, OpenTask task) {
        List<Entry> full = WhatWasReported.newestInFull(entries);
        return EntriesInText.inLines(Stream.of(
                reported.inText(entries, task),
                full.isEmpty() ? "" : text.written(full, UnaryOperator.identity()),
                reportedBefore(task)));
    }

    private String reportedBefore(OpenTask task) {
        return task.person()
                .map(person -> before.inText(task.reference(), person))
                .orElse("");
    }
}
