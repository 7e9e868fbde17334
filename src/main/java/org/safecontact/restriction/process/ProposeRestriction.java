package org.safecontact.restriction.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Choice;
import org.safecontact.plan.Subject;
import org.safecontact.restriction.Asked;
import org.safecontact.restriction.Kind;
import org.safecontact.restriction.Lifts;
import org.safecontact.restriction.LimitDecisions;
import org.safecontact.restriction.LimitTerms;
import org.safecontact.restriction.Restriction;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** Whoever asks for a limit, or made one because of danger now, says what, why and until when (domain brief, DMN-5). */
@Component
class ProposeRestriction implements UserTaskWork {

    private static final String NOTHING = "nothing";
    private static final String BACK = "back";
    private static final String MADE = "made";
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String UNSURE = "unsure";
    private static final Set<String> NO_WAY = Set.of("none", UNSURE);

    private final Restrictions restrictions;
    private final LimitDecisions decisions;
    private final LimitShown limit;
    private final Agency agency;
    private final HumanTime time;

    ProposeRestriction(
            Restrictions restrictions, LimitDecisions decisions, LimitShown limit, Agency agency, HumanTime time) {
        this.restrictions = restrictions;
        this.decisions = decisions;
        this.limit = limit;
        this.agency = agency;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return ToDos.PROPOSE_RESTRICTION;
    }

    @Override
    public String recordedAs() {
        return LimitDecisions.WRITTEN;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Restriction restriction = restrictions.get(task.reference());
        Map<String, Object> shown = limit.of(task.reference());
        shown.put("fromCase", restriction.wasMade());
        shown.put(
                "since",
                restriction.terms().flatMap(LimitTerms::from).map(time::full).orElse(""));
        Optional<Person> began = agency.person(restriction.openedBy());
        boolean rings = began.filter(person -> person.is(Role.CARER)
                        && task.person().filter(person.id()::equals).isEmpty())
                .isPresent();
        shown.put("rings", rings && task.person().filter(this::isWorker).isPresent());
        shown.put("who", began.map(Person::name).orElse(""));
        shown.put("telephone", began.map(Person::telephone).orElse(""));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String by = task.person().orElseThrow();
        if (answers.one("begun").filter(NOTHING::equals).isPresent()) {
            decisions.nothing(reference, by);
            return Map.of(DeviceRestriction.LIMITED, false);
        }
        if (answers.one("taken").filter(BACK::equals).isPresent()) {
            decisions.lift(reference, by);
            return Map.of(DeviceRestriction.LIMITED, false);
        }
        requireAWayToReachPeople(answers);
        Restriction restriction = restrictions.get(reference);
        restrictions.write(
                reference,
                asked(restriction, answers),
                restriction.wasMade() ? taken(restriction, answers) : wanted(answers),
                by);
        return Map.of(DeviceRestriction.LIMITED, true);
    }

    /** No child is left without (practice, section 4). */
    private static void requireAWayToReachPeople(Answers answers) {
        List<String> reach = answers.many("reach");
        if (!reach.isEmpty() && NO_WAY.containsAll(reach)) {
            throw new FormRefused(
                    "reach",
                    "A child always needs a way to reach people. Please agree one now: a phone they may use, calls at set"
                            + " times, or Childline, 0800 1111, from your phone. Then tick it and send this again. If you"
                            + " cannot, ring duty.");
        }
    }

    private static Asked asked(Restriction restriction, Answers answers) {
        String force = answers.one("force").orElse(UNSURE);
        return restriction.wasMade()
                ? new Asked(true, "safety", force, YES, UNSURE)
                : new Asked(
                        made(answers),
                        answers.one("purpose").orElseThrow(),
                        force,
                        answers.one("danger").orElseThrow(),
                        answers.one("evidence").orElseThrow());
    }

    private LimitTerms taken(Restriction restriction, Answers answers) {
        LimitTerms known = restriction.terms().orElseThrow();
        return terms(known.kind(), known.subject(), known.what(), known.from(), answers);
    }

    private LimitTerms wanted(Answers answers) {
        return terms(
                Choice.of(Kind.class, answers.one("kind").orElseThrow()).orElseThrow(),
                Choice.of(Subject.class, answers.one("subject").orElseThrow()).orElseThrow(),
                answers.one("what").orElseThrow(),
                made(answers) ? answers.instant("madeAt") : Optional.empty(),
                answers);
    }

    /** What is refused anyway is not asked until when: it never runs. */
    private LimitTerms terms(Kind kind, Subject subject, String what, Optional<Instant> from, Answers answers) {
        return new LimitTerms(
                kind,
                subject,
                what,
                answers.one("aim").orElse(""),
                answers.many("tried"),
                answers.one("understanding").orElse(""),
                Views.of(answers),
                from,
                answers.one("still").filter(NO::equals).isPresent()
                        ? answers.instant("endedAt")
                        : answers.instant("until"),
                Optional.empty(),
                answers.one("lifts").flatMap(id -> Choice.of(Lifts.class, id)).orElse(Lifts.SUPERVISING_SOCIAL_WORKER),
                "");
    }

    private static boolean made(Answers answers) {
        return answers.one("begun").filter(MADE::equals).isPresent();
    }

    private boolean isWorker(String personId) {
        return agency.person(personId).filter(person -> !person.is(Role.CARER)).isPresent();
    }
}
