package org.safecontact.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.Additions;
import org.safecontact.incident.CallTaken;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.Levels;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Decides how serious it is, and gives the diagram the ids and enumerations that it goes on with. */
@Component("decideRisk")
@InDiagrams
class DecideRisk implements JavaDelegate {

    private final Levels levels;
    private final Incidents incidents;
    private final Additions additions;
    private final CaseMessages messages;
    private final ApplicationEventPublisher events;

    DecideRisk(
            Levels levels,
            Incidents incidents,
            Additions additions,
            CaseMessages messages,
            ApplicationEventPublisher events) {
        this.levels = levels;
        this.incidents = incidents;
        this.additions = additions;
        this.messages = messages;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = Case.reference(execution);
        Levels.Decided decided = levels.decide(reference);
        RiskDecision decision = decided.decision();
        Incident incident = incidents.get(reference);
        execution.setVariable(CaseNames.TAKEN_BY, incident.takenBy().orElse(null));
        execution.setVariable(CaseNames.CHILD_ID, incident.childId().orElse(null));
        // A case that begins in this very step is not in the engine's tables yet, where LevelInDiagrams looks for it.
        Case.give(execution, decision);
        execution.setVariable(
                Case.SAFEGUARDING_CONCERN,
                incidents.concerns(reference).stream().anyMatch(RiskQuestions.SAFEGUARDING::contains));
        // With nobody on it, this diagram itself goes on to whoever is needed.
        if (Boolean.TRUE.equals(execution.getVariable(Case.ESCALATION_RUNNING))) {
            if (decided.alarming()) {
                messages.raised(reference);
            } else {
                additions.restIsKnown(reference, incident.takenBy().orElse(incident.reporterId()));
            }
            // An alarm that waits is answered with the call; a new one, of something more serious, is not.
            incident.takenBy().ifPresent(by -> events.publishEvent(new CallTaken(reference, by)));
        }
    }
}
