package org.safecontact.incident.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.access.ToDos;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.SentBack;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a second person sent back: the list says so, whoever wrote it hears of it, and what they wrote is found again; also the review of a plan
 * that an alarm came before.
 */
@Component
class WhatIsSentBack {

    /**
     * @param heading under which it is written
     * @param signed the variable that says whether it was signed
     * @param writtenBy the variable that says who wrote it
     */
    private record Signable(String heading, String signed, String writtenBy) {}

    private static final Map<String, Signable> SIGNABLE = Map.of(
            ToDos.ASSESS_ESCALATION,
            new Signable(AssessEscalation.ASSESSMENT, SecondSignature.SIGNED, Case.ASSESSED_BY),
            CaseToDos.REVIEW_SAFER_CARE_PLAN,
            new Signable(SaferCarePlans.PLAN, SignOffSaferCarePlan.SIGNED, ReviewSaferCarePlan.REVIEWED_BY));

    private final CaseRecord record;
    private final SaferCarePlans plans;
    private final ApplicationEventPublisher events;

    WhatIsSentBack(CaseRecord record, SaferCarePlans plans, ApplicationEventPublisher events) {
        this.record = record;
        this.plans = plans;
        this.events = events;
    }

    @EventListener
    void asked(DelegateTask task) {
        Signable what = SIGNABLE.get(task.getTaskDefinitionKey());
        if (what != null
                && TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                && Boolean.FALSE.equals(task.getVariable(what.signed()))) {
            task.setName("Sent back: " + task.getName());
            events.publishEvent(new SentBack((String) task.getVariable(CaseNames.REFERENCE), task.getId(), (String)
                    task.getVariable(what.writtenBy())));
        }
    }

    /** Whether this to-do asks again for what was sent back. */
    boolean is(OpenTask task) {
        return Optional.ofNullable(SIGNABLE.get(task.key()))
                .filter(what -> Boolean.FALSE.equals(task.variables().get(what.signed())))
                .isPresent();
    }

    /** What is asked again, where whoever looks wrote it themself: nobody signs or changes somebody else's words unread. */
    List<Statement> ownWords(OpenTask task) {
        return written(task)
                .filter(entries -> isOwn(entries, task))
                .map(entries -> entries.stream()
                        .flatMap(entry -> entry.statements().stream())
                        .toList())
                .orElse(List.of());
    }

    /** The heading of what is asked again, where somebody else wrote it than whoever looks. */
    Optional<String> othersHeading(OpenTask task) {
        return written(task)
                .filter(entries -> !isOwn(entries, task))
                .map(entries -> SIGNABLE.get(task.key()).heading());
    }

    private Optional<List<Entry>> written(OpenTask task) {
        List<Entry> entries = record.entries(task.reference());
        if (task.key().equals(CaseToDos.REVIEW_SAFER_CARE_PLAN)) {
            return plans.notSigned(task.reference(), entries);
        }
        return Optional.of(task)
                .filter(this::is)
                .flatMap(sentBack -> WrittenTogether.of(
                                entries, SIGNABLE.get(task.key()).heading())
                        .stream()
                        .reduce((earlier, later) -> later));
    }

    private static boolean isOwn(List<Entry> entries, OpenTask task) {
        return task.person().filter(entries.get(0).author().personId()::equals).isPresent();
    }
}
