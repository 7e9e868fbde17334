package org.safecontact.incident.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.SecondPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.AddedTo;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incidents;
import org.safecontact.record.CaseRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The second person decides whether a report was started by accident. */
@Component
class ConfirmWithdrawal implements UserTaskWork, SecondPerson {

    /** The heading of what the second person decides. */
    static final String DECIDED = "Started by accident? The second person";

    private static final String AGREED = "withdrawalAgreed";

    /** Who agreed that it was started by accident. */
    static final String CONFIRMED_BY = "withdrawalConfirmedBy";

    private final Endings endings;
    private final Incidents incidents;
    private final Agency agency;
    private final CaseWords words;
    private final CaseRecord record;
    private final ApplicationEventPublisher events;

    ConfirmWithdrawal(
            Endings endings,
            Incidents incidents,
            Agency agency,
            CaseWords words,
            CaseRecord record,
            ApplicationEventPublisher events) {
        this.endings = endings;
        this.incidents = incidents;
        this.agency = agency;
        this.words = words;
        this.record = record;
        this.events = events;
    }

    @Override
    public String taskKey() {
        return ToDos.CONFIRM_WITHDRAWAL;
    }

    @Override
    public String recordedAs() {
        return DECIDED;
    }

    @Override
    public Optional<String> first(String reference, Map<String, Object> variables) {
        return endings.withdrawalAskedBy(reference);
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        shown.put(
                "askedBy",
                endings.withdrawalAskedBy(task.reference()).map(agency::nameOf).orElse(""));
        shown.put("abuseReportMissing", incidents.abuseReportMissing(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Optional<String> asked = endings.withdrawalAskedBy(task.reference());
        if (asked.equals(task.person())) {
            throw new FormRefused("agree", "You asked for this yourself. Somebody else decides.");
        }
        endings.requireSecond(task.reference(), task.by());
        boolean agreed = answers.one("agree").orElseThrow().equals("yes");
        if (!agreed) {
            events.publishEvent(
                    new AddedTo(task.reference(), record.length(task.reference()), Set.of(asked.orElseThrow())));
        }
        return agreed ? Map.of(AGREED, true, CONFIRMED_BY, task.by()) : Map.of(AGREED, false);
    }
}
