package org.safecontact.inform.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.RiskLevel;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/** What the diagram of the alarm asks: who may answer, until when, what happens then. */
@Component("ladder")
@InDiagrams
public class LadderInDiagrams {

    private final Ladders ladders;

    LadderInDiagrams(Ladders ladders) {
        this.ladders = ladders;
    }

    /** Whether whoever took the call has answered: only the alarm that the call was about, see {@link Ladders#toldInTheCall}. */
    public boolean callTaken(DelegateExecution execution) {
        return execution.getVariable(CaseNames.TAKEN_BY) != null
                && Purpose.of(execution.getVariable(CaseNames.PURPOSE)) == Purpose.ALARM
                && ladders.toldInTheCall((String) execution.getVariable(CaseNames.REFERENCE));
    }

    /** Everybody who was told of it, on a turn of their own or with somebody else's. */
    public List<String> mayAnswer(DelegateExecution execution) {
        return List.copyOf(ladders.mayAnswer(
                execution.getProcessInstanceId(), (String) execution.getVariable(CaseNames.REFERENCE)));
    }

    /**
     * When the turn is over: as the table who-to-tell says, from when they were told. Taking it at HIGH and above holds the next one back for a
     * while, once (default 10 minutes).
     */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(ladders.current(execution.getProcessInstanceId()).dueAt());
    }

    /**
     * When it should have been answered: by the first who was asked, where it can wait or is handed over; where minutes count, by whoever is
     * asked now.
     */
    public Date shouldBeAnsweredBy(DelegateExecution execution) {
        return Date.from(ladders.shouldBeAnsweredBy(execution.getProcessInstanceId()));
    }

    /** A while after the first was asked (default 30 minutes). */
    public Date othersToldAt(DelegateExecution execution) {
        return Date.from(ladders.othersToldAt(execution.getProcessInstanceId()));
    }

    /** 0 for LOW, 1 for MEDIUM; above, before all else: what waits for an answer with minutes left stands first. House default. */
    public int urgency(DelegateExecution execution) {
        RiskLevel level = ladders.current(execution.getProcessInstanceId()).level();
        return level.urgent() ? RiskLevel.BEFORE_ALL_ELSE : level.urgency();
    }
}
