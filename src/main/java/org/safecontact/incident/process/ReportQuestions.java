package org.safecontact.incident.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.ToDos;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.Police;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.SaferCarePlans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the diagrams ask of their report at a gateway: answered by what is stored now, never by what a diagram remembers. */
@Component("report")
@InDiagrams
public class ReportQuestions {

    private final Incidents incidents;
    private final Police police;
    private final Endings endings;
    private final SaferCarePlans plans;
    private final AuthorityTold authority;
    private final Deadlines deadlines;
    private final ObjectProvider<CaseDiagrams> diagrams;
    private final ObjectProvider<RuntimeService> runtime;

    ReportQuestions(
            Incidents incidents,
            Police police,
            Endings endings,
            SaferCarePlans plans,
            AuthorityTold authority,
            Deadlines deadlines,
            ObjectProvider<CaseDiagrams> diagrams,
            ObjectProvider<RuntimeService> runtime) {
        this.incidents = incidents;
        this.police = police;
        this.endings = endings;
        this.plans = plans;
        this.authority = authority;
        this.deadlines = deadlines;
        this.diagrams = diagrams;
        this.runtime = runtime;
    }

    /** Whether the answer to an open question settled it, see {@link Incidents#settled}: not where the police are still to be rung. */
    public boolean settled(DelegateExecution execution) {
        String reference = Case.reference(execution);
        return incidents.settled(reference)
                && !(police.promisedSinceWorse(reference) && !police.settledSinceWorse(reference));
    }

    /** Whether what happened is on record in full: by its own form, or because a LOW report was everything (practice, section 3). */
    public boolean written(DelegateExecution execution) {
        String reference = Case.reference(execution);
        return incidents.noted(reference, Noted.FULL_RECORD).isPresent() || incidents.isEverything(reference);
    }

    /** Whether the child's social worker knows: somebody told them, a call reached them, or the report is their own. */
    public boolean childsWorkerTold(DelegateExecution execution) {
        return authority.onRecord(Case.reference(execution));
    }

    /** Whether taking it back needs a second person, because it was HIGH or above at any time (practice, section 1). */
    public boolean takesTwo(DelegateExecution execution) {
        return endings.takesTwo(Case.reference(execution));
    }

    /**
     * Whether the police are needed, or whoever answered says that they are to be rung, and were not asked for yet: in this case, or, when somebody is in danger now, for that danger. Whoever
     * lowers a case does not decide this by the way: that the police are not needed is said where they are asked for, with a reason
     * (practice, section 1).
     */
    public boolean policeToBeAsked(DelegateExecution execution) {
        String reference = Case.reference(execution);
        boolean byTheTable = incidents.decisions(reference).stream()
                .filter(decision -> !decision.byPerson())
                .findFirst()
                .filter(RiskDecision::policeNow)
                .isPresent();
        return (byTheTable || incidents.get(reference).policeNow() || police.promisedSinceWorse(reference))
                && !police.settledSinceWorse(reference)
                && !policeAsked(execution, reference);
    }

    /**
     * What was asked for before it got worse counts only while somebody still has it to do; and in danger now, only where it was asked of who
     * is with the danger.
     */
    private boolean policeAsked(DelegateExecution execution, String reference) {
        boolean ofWhoIsThere = Case.level(execution) != RiskLevel.IMMEDIATE || police.askedInDanger(reference);
        return ofWhoIsThere
                && (police.askedSinceWorse(reference) || diagrams.getObject().policeToRing(reference));
    }

    /** Whether nobody has assessed it since it got worse last, nor was asked to just now. */
    public boolean toBeAssessed(DelegateExecution execution) {
        String reference = Case.reference(execution);
        boolean assessed = incidents
                .notedAt(reference, Noted.REFERRALS)
                .filter(at -> incidents.worseAt(reference).filter(at::isBefore).isEmpty())
                .isPresent();
        return !assessed
                && execution
                                .getProcessEngineServices()
                                .getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(reference)
                                .taskDefinitionKey(ToDos.ASSESS_ESCALATION)
                                .count()
                        == 0;
    }

    /** Whether a review of the Safer Care Plan was asked for and is not signed off yet. */
    public boolean planToBeReviewed(DelegateExecution execution) {
        return plans.isToBeReviewed(Case.reference(execution));
    }

    /** Whether the newest assessment says that the Safer Care Plan is to be reviewed, and no review is under way. */
    public boolean planNeeded(DelegateExecution execution) {
        return Boolean.TRUE.equals(execution.getVariable(Case.PLAN_NEEDED)) && !planToBeReviewed(execution);
    }

    /** Whether somebody near the child is part of the worry, or the answer was <i>not sure</i>: then it is asked of the LADO. */
    public boolean somebodyNamed(DelegateExecution execution) {
        return incidents.somebodyNamed(Case.reference(execution));
    }

    /** Whether somebody was told out of hours, and no other handover of this report waits for that morning. */
    public boolean handedOverInTheMorning(DelegateExecution execution) {
        return deadlines.toldOutOfHours(execution)
                && runtime.getObject()
                                .createExecutionQuery()
                                .processInstanceBusinessKey(Case.reference(execution))
                                .activityId(NothingLeftToDo.NEXT_MORNING)
                                .count()
                        == 0;
    }
}
