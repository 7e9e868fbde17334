package org.safecontact.restriction;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decided;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.plan.Decider;
import org.safecontact.plan.Plan;
import org.safecontact.plan.PlanItem.Delegation;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.Subject;
import org.springframework.stereotype.Component;

/** Asks the table {@code device-restriction} with what was answered and what is known of child, plan and case. */
@Component
class RestrictionTable {

    private static final String TABLE = "device-restriction";

    private final CaseDecisions decisions;
    private final PlanRegister register;
    private final Incidents incidents;
    private final CaseFiles files;
    private final Agency agency;

    RestrictionTable(
            CaseDecisions decisions, PlanRegister register, Incidents incidents, CaseFiles files, Agency agency) {
        this.decisions = decisions;
        this.register = register;
        this.incidents = incidents;
        this.files = files;
        this.agency = agency;
    }

    Decided<Answer> ask(Restriction restriction, Asked asked, Terms terms) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("kind", terms.kind().id());
        inputs.put("purpose", asked.purpose());
        inputs.put("forceNeeded", asked.force());
        inputs.put("immediateRisk", asked.danger());
        inputs.put("holdsEvidence", asked.evidence());
        inputs.put("planDelegates", planDelegates(restriction.childId(), terms.subject()));
        inputs.put(
                "legalStatus",
                agency.child(restriction.childId())
                        .map(child -> child.legalStatus().id())
                        .orElse(null));
        inputs.put("riskLevel", level(restriction).map(Enum::name).orElse(null));
        return decisions.decide(restriction.reference(), TABLE, inputs, Answer::of, () -> Answer.careful(asked));
    }

    /** What the plan says of it, as far as it is confirmed and in force. */
    private String planDelegates(String childId, Subject subject) {
        List<Decider> deciders = register.plan(childId).entries().stream()
                .filter(Plan.Held::counts)
                .map(Plan.Held::item)
                .filter(item -> item instanceof Delegation delegation && delegation.subject() == subject)
                .map(item -> ((Delegation) item).decider())
                .toList();
        if (deciders.isEmpty()) {
            return Asked.UNSURE;
        }
        return deciders.stream().allMatch(Decider.CARER::equals) ? Asked.YES : Asked.NO;
    }

    /** Of its own case, else the highest of what is open about the child; nothing where nothing is. */
    private Optional<RiskLevel> level(Restriction restriction) {
        return restriction
                .caseReference()
                .map(List::of)
                .orElseGet(() -> files.openAbout(restriction.childId()))
                .stream()
                .flatMap(reference -> incidents.find(reference).flatMap(Incident::level).stream())
                .max(Comparator.naturalOrder());
    }
}
