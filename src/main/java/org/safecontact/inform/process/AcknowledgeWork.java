package org.safecontact.inform.process;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Child;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Police;
import org.safecontact.incident.PoliceRung;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.SaidToo;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.OpenQuestions;
import org.safecontact.incident.report.RiskAnswers;
import org.safecontact.incident.report.WhatIsNew;
import org.safecontact.incident.report.WhichChild;
import org.safecontact.inform.Answering;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Answering an alarm. At HIGH and above it takes having spoken with the carer; a question that was open when it became
 * HIGH is settled first, and the level is decided again (practice, section 1; contract, who-to-tell).
 */
@Component
class AcknowledgeWork implements UserTaskWork {

    /** Somebody may have rung first and reported much later. House default. */
    private static final Duration LONG_BEFORE = Duration.ofHours(24);

    private final Ladders ladders;
    private final Answering answering;
    private final Incidents incidents;
    private final OpenQuestions questions;
    private final FurtherAnswers further;
    private final WhichChild whichChild;
    private final AcknowledgeScreen screen;
    private final WhatIsNew news;
    private final OtherAlarms others;
    private final PromisedCalls promised;
    private final Police police;
    private final ApplicationEventPublisher events;

    AcknowledgeWork(
            Ladders ladders,
            Answering answering,
            Incidents incidents,
            OpenQuestions questions,
            FurtherAnswers further,
            WhichChild whichChild,
            AcknowledgeScreen screen,
            WhatIsNew news,
            OtherAlarms others,
            PromisedCalls promised,
            Police police,
            ApplicationEventPublisher events) {
        this.ladders = ladders;
        this.answering = answering;
        this.incidents = incidents;
        this.questions = questions;
        this.further = further;
        this.whichChild = whichChild;
        this.screen = screen;
        this.news = news;
        this.others = others;
        this.promised = promised;
        this.police = police;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return ToDos.ACKNOWLEDGE;
    }

    @Override
    public String recordedAs() {
        return ForTheCarer.ANSWERED;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Incident incident = incidents.get(task.reference());
        Map<String, Object> shown = new HashMap<>(screen.about(incident));
        Set<String> open = openQuestions(task, incident);
        shown.put(
                "alsoOpen",
                task.person().map(person -> screen.alsoOpen(incident, person)).orElse(""));
        shown.put(
                "accountKnown",
                task.person()
                        .map(person -> screen.accountKnown(incident, person))
                        .orElse(""));
        shown.put("urgent", mustHaveSpoken(task));
        shown.put(
                "waits",
                screen.waits(
                        ladders.shouldBeAnsweredBy(task.processInstanceId()),
                        answering.dueAt(task.processInstanceId())));
        shown.put("handover", purpose(task) == Purpose.HANDOVER);
        List<Child> children = whichChild.mayBeAbout(task.reference());
        shown.put("askChild", !children.isEmpty());
        shown.put("children", children(children));
        shown.put("askOpen", !open.isEmpty());
        shown.put("askDanger", RiskQuestions.DANGER.stream().anyMatch(open::contains));
        shown.put("askNamed", open.contains(RiskQuestions.NAMED_PERSON));
        shown.put("askConcerns", open.contains(RiskQuestions.CONCERNS));
        shown.put("askImages", open.contains(RiskQuestions.IMAGES_AGGRAVATED));
        shown.put("askBarred", open.contains(RiskQuestions.CONTACT_BARRED));
        shown.put("askPerson", open.contains(RiskQuestions.PERSON_RISK));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String person = task.person().orElseThrow();
        boolean speaks = mustHaveSpoken(task) && !screen.nobodyToRing(incidents.get(task.reference()));
        if (speaks && !answers.one("spokenWithCarer").equals(Optional.of("yes"))) {
            throw new FormRefused(
                    "spokenWithCarer",
                    "Please ring first. This counts as answered only when you have spoken with the carer, or with"
                            + " whoever reported it. If nobody picks up and you are worried, ring 999.");
        }
        notLongBefore(incidents.toldFirstAt(task.reference()), answers);
        if (speaks) {
            sinceItGotWorse(answers, "spokenAt", incidents.worseAt(task.reference(), person), screen::worseSince);
        }
        // What whoever answers knows themself the police know only once they are told.
        sinceItGotWorse(answers, "policeAt", incidents.dangerAt(task.reference()), screen::policeNotToldSince);
        news.requireRead(task.reference(), person, speaks ? "spokenWithCarer" : "whatNext");
        answering.answeredBefore(task.processInstanceId()).ifPresent(first -> {
            // The engine then keeps what was typed, and says who was first.
            throw new OptimisticLockingException("Answered by " + first.personId());
        });
        answers.one("whichChild").ifPresent(child -> whichChild.isAbout(task.reference(), child));
        boolean namedBefore = incidents.somebodyNamed(task.reference());
        Map<String, Object> settled = settled(task, answers);
        if (!settled.isEmpty()) {
            questions.answer(task.reference(), person, settled);
        }
        Optional<Instant> ringsBy = answers.instant("ringsBy");
        answering.answer(task.processInstanceId(), task.reference(), person, ringsBy);
        ringsBy.ifPresent(until -> promised.promise(task.reference(), person, until));
        if (ringsBy.isEmpty() && purpose(task) == Purpose.HANDOVER) {
            promised.takenOver(task.reference(), person);
        }
        if (answers.one("police").filter("rung"::equals).isPresent()) {
            events.publishEvent(new PoliceRung(task.reference(), person));
        }
        if (answers.one("police").filter("toBeRung"::equals).isPresent()) {
            police.promised(task.reference(), person);
        }
        boolean namedNow = !namedBefore && incidents.somebodyNamed(task.reference());
        if (speaks && !namedNow) {
            others.answeredToo(task.reference(), task.processInstanceId(), person);
        }
        return Map.of(CaseNames.ACKNOWLEDGED_BY, person, InformNames.SOMEBODY_NAMED_NOW, namedNow);
    }

    @Override
    public AskedAnew askedAnew() {
        return AskedAnew.IN_THIS_DIAGRAM;
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(answering
                .answered(task.processInstanceId())
                .map(first -> task.doneBy().isPresent() ? AcknowledgeScreen.NOT_AGAIN : screen.answeredElsewhere(first))
                .orElse("Nobody answered in time, so others have been asked too. What you wrote is kept in the record"
                        + " under your name. Please open it again from your list and send it from there."));
    }

    /** A slip in the date must end no call to the police: nobody spoke about it, or rang, much sooner than it was told here. */
    private void notLongBefore(Instant told, Answers answers) {
        for (String field : List.of("spokenAt", "policeAt")) {
            if (answers.instant(field).filter(told.minus(LONG_BEFORE)::isAfter).isPresent()) {
                throw new FormRefused(field, screen.beforeItWasTold(told));
            }
        }
    }

    /** A talk, or a call, from before somebody was more worried, or more became known, answers nothing of that; to the minute. House default. */
    private static void sinceItGotWorse(
            Answers answers, String field, Optional<Instant> worse, Function<Instant, String> words) {
        worse.filter(at -> answers.instant(field)
                        .filter(at.truncatedTo(ChronoUnit.MINUTES)::isAfter)
                        .isPresent())
                .map(words)
                .ifPresent(refused -> {
                    throw new FormRefused(field, refused);
                });
    }

    /** Questions that this answer has to settle: those that decided the level, and whether somebody near is named. */
    private Set<String> openQuestions(OpenTask task, Incident incident) {
        if (!mustHaveSpoken(task)) {
            return Set.of();
        }
        Set<String> open = questions.of(task.reference());
        // Who was asked because of an open question is asked it still when somebody is more worried meanwhile.
        return incident.failSafe() || ladders.askedForAnOpenQuestion(task.processInstanceId(), task.reference())
                ? open
                : open.contains(RiskQuestions.NAMED_PERSON) ? Set.of(RiskQuestions.NAMED_PERSON) : Set.of();
    }

    /** What the other version or a second answer says for the worse counts, as the report's does: nobody may think that it was heard. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        String reference = task.reference();
        if (incidents.get(reference).state().isOver()) {
            return;
        }
        answers.instant("ringsBy").ifPresent(until -> promised.promiseToo(reference, task.person(), until));
        Map<String, Object> said = inputs(answers);
        boolean worse = further.saidToo(reference, task.person(), said, answers.many(RiskQuestions.NAMED_PERSONS));
        // Where nobody has answered, they are asked still.
        boolean police = answers.one("police").filter("toBeRung"::equals).isPresent()
                && answering.answered(task.processInstanceId()).isPresent()
                && screen.policeNotToBeRung(reference);
        if (worse || police) {
            boolean danger =
                    worse && RiskQuestions.DANGER.stream().map(said::get).anyMatch("yes"::equals);
            events.publishEvent(new SaidToo(reference, task.person(), danger, police));
        }
    }

    private Map<String, Object> settled(OpenTask task, Answers answers) {
        Set<String> open = openQuestions(task, incidents.get(task.reference()));
        Map<String, Object> settled = inputs(answers);
        settled.keySet().retainAll(open);
        List<String> who = answers.many(RiskQuestions.NAMED_PERSONS);
        if (settled.containsKey(RiskQuestions.NAMED_PERSON) && !who.isEmpty()) {
            settled.put(RiskQuestions.NAMED_PERSONS, who);
        }
        return settled;
    }

    private static Map<String, Object> inputs(Answers answers) {
        Map<String, Object> inputs = new LinkedHashMap<>(new RiskAnswers()
                .danger(answers.many("danger"))
                .concerns(answers.many(RiskQuestions.CONCERNS), Optional.empty())
                .choice(RiskQuestions.NAMED_PERSON, answers.one(RiskQuestions.NAMED_PERSON))
                .choice(RiskQuestions.CONTACT_BARRED, answers.one(RiskQuestions.CONTACT_BARRED))
                .choice(RiskQuestions.PERSON_RISK, answers.one(RiskQuestions.PERSON_RISK))
                .inputs());
        answers.one(RiskQuestions.IMAGES_AGGRAVATED)
                .ifPresent(answer -> inputs.put(RiskQuestions.IMAGES_AGGRAVATED, answer));
        return inputs;
    }

    private static List<Map<String, String>> children(List<Child> children) {
        Map<String, String> labels = new LinkedHashMap<>();
        children.forEach(child -> labels.put(child.id(), child.label()));
        labels.put("notKnown", "We still do not know");
        return FormOptions.of(labels);
    }

    private boolean mustHaveSpoken(OpenTask task) {
        return Answering.mustHaveSpoken(
                ladders.current(task.processInstanceId()).level(), purpose(task));
    }

    private static Purpose purpose(OpenTask task) {
        return Purpose.of(task.variables().get(CaseNames.PURPOSE));
    }
}
