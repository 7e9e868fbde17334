package org.safecontact.incident.process;

import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.SettledByTheAnswer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the diagrams, each one line of what it does. */
@Configuration
class CaseSteps {

    /** People are asked beside an open report, from this moment on: sending it waits for what comes of that. */
    @Bean
    @InDiagrams
    ExecutionListener peopleAreAsked() {
        return execution -> execution.setVariable(Case.ESCALATION_RUNNING, true);
    }

    /**
     * The escalation of this case begins, and with it the clock of who was told since when; how an earlier one ended is past. It begins at the
     * level that stands once it is this transaction's turn: whoever raised it a moment before has told nobody, because this does.
     */
    @Bean
    @InDiagrams
    ExecutionListener escalationBegins(Incidents incidents, SaferCarePlans plans) {
        return execution -> {
            execution.setVariable(CaseNames.OUTCOME, null);
            String reference = Case.reference(execution);
            incidents.escalated(reference);
            RiskDecision stands = incidents.decision(reference).orElseThrow();
            Case.give(execution, stands);
            plans.interrupted(reference);
        };
    }

    /** The escalation that ran beside an open report is over: the report can go on when it is sent. */
    @Bean
    @InDiagrams
    ExecutionListener escalationEnds() {
        return execution -> {
            if (!execution.isCanceled()) {
                execution.setVariable(Case.ESCALATION_RUNNING, false);
            }
        };
    }

    /** Inside the escalation: what its own diagram needs from its first moment. */
    @Bean
    @InDiagrams
    ExecutionListener escalationStarted(Clock clock) {
        return execution -> {
            execution.setVariable(CaseNames.ACKNOWLEDGED_BY, null);
            execution.setVariable(Case.TELLING_SINCE, Date.from(clock.instant()));
        };
    }

    /** Somebody is more worried: who is told out of hours counts from now. */
    @Bean
    @InDiagrams
    ExecutionListener worryBegins(Clock clock) {
        return execution -> execution.setVariableLocal(Case.TELLING_SINCE, Date.from(clock.instant()));
    }

    /** An instance of its own: what follows from the answer does not wait for the morning, nor end what is to be handed over then. */
    @Bean
    @InDiagrams
    JavaDelegate handOverSettled() {
        return execution -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        CaseNames.MORNING_HANDOVER,
                        Case.reference(execution),
                        Variables.putValue(CaseNames.REFERENCE, Case.reference(execution))
                                .putValue(Case.TELLING_SINCE, execution.getVariable(Case.TELLING_SINCE)));
    }

    @Bean
    @InDiagrams
    ExecutionListener escalationSettled(Incidents incidents, ApplicationEventPublisher events) {
        return execution -> {
            String reference = Case.reference(execution);
            boolean sent = incidents.get(reference).sent();
            execution.setVariable(CaseNames.OUTCOME, sent ? "settled" : "settledUnsent");
            events.publishEvent(new SettledByTheAnswer(reference));
        };
    }

    @Bean
    @InDiagrams
    ExecutionListener escalationClosed() {
        return execution -> execution.setVariable(CaseNames.OUTCOME, "closed");
    }

    /** Whoever assessed it says that the Safer Care Plan is to be reviewed. */
    @Bean
    @InDiagrams
    ExecutionListener planToBeReviewed(SaferCarePlans plans) {
        return execution -> plans.toBeReviewed(Case.reference(execution), Case.text(execution, Case.ASSESSED_BY));
    }

    @Bean
    @InDiagrams
    ExecutionListener withdrawn(Endings endings) {
        return execution -> {
            String reference = Case.reference(execution);
            endings.withdraw(reference, Optional.ofNullable(Case.text(execution, ConfirmWithdrawal.CONFIRMED_BY)));
        };
    }

    @Bean
    @InDiagrams
    ExecutionListener withdrawalNoLongerAsked(Endings endings) {
        return execution -> endings.newerAlarm(Case.reference(execution));
    }

    @Bean
    @InDiagrams
    JavaDelegate askOtherCarer(OpenToMore open) {
        return execution -> open.otherCarerToo(Case.reference(execution), execution.getProcessInstanceId());
    }

    @Bean
    @InDiagrams
    JavaDelegate askWorkerAboutEvidence(OpenToMore open) {
        return execution -> open.workerToo(Case.reference(execution), execution.getProcessInstanceId());
    }

    @Bean
    @InDiagrams
    JavaDelegate askToRingAgain(OpenToMore open) {
        return execution -> open.nobodyRang(Case.reference(execution), execution.getProcessInstanceId());
    }

    @Bean
    @InDiagrams
    JavaDelegate askAboveToAssess(OpenToMore open) {
        return execution -> open.aboveAgain(
                execution.getProcessInstanceId(),
                ToDos.ASSESS_ESCALATION,
                Role.REGISTERED_MANAGER,
                Role.RESPONSIBLE_INDIVIDUAL);
    }

    @Bean
    @InDiagrams
    JavaDelegate askAboveToSign(OpenToMore open) {
        return execution -> open.aboveToo(
                execution.getProcessInstanceId(),
                ToDos.SECOND_SIGNATURE,
                Role.REGISTERED_MANAGER,
                Role.RESPONSIBLE_INDIVIDUAL);
    }

    @Bean
    @InDiagrams
    JavaDelegate askAboveAboutLate(OpenToMore open) {
        return execution -> open.nextAboveToo(
                execution.getProcessInstanceId(),
                CaseToDos.REVIEW_CONTACT,
                CaseToDos.TELL_AUTHORITY,
                CaseToDos.DECIDE_ABOUT_NAMED,
                CaseToDos.REVIEW_SAFER_CARE_PLAN,
                CaseToDos.SIGN_OFF_SAFER_CARE_PLAN,
                ToDos.CLOSE_INCIDENT);
    }

    @Bean
    @InDiagrams
    JavaDelegate sayItIsNotClosed(OpenToMore open) {
        return execution ->
                open.aboveHears(execution.getProcessInstanceId(), ToDos.CLOSE_INCIDENT, Role.RESPONSIBLE_INDIVIDUAL);
    }

    @Bean
    @InDiagrams
    JavaDelegate askMoreForPolice(OpenToMore open) {
        return execution -> open.dutyAndManagersToo(Case.reference(execution), execution.getProcessInstanceId());
    }
}
