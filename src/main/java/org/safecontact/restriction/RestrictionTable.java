package org.safecontact.restriction;

import java.util.ArrayList;
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
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** Asks the table {@code device-restriction} with what was answered and what is known of child, plan and case. */
@Component
class RestrictionTable {

    private static final String TABLE = "device-restriction";

    /** Heading of what it said. */
    private static final String SAID = "What may be limited now";

    private final CaseDecisions decisions;
    private final RestrictionWords words;
    private final CaseRecord record;
    private final PlanRegister register;
    private final Incidents incidents;
    private final CaseFiles files;
    private final Agency agency;

    RestrictionTable(
            CaseDecisions decisions,
            RestrictionWords words,
            CaseRecord record,
            PlanRegister register,
            Incidents incidents,
            CaseFiles files,
            Agency agency) {
        this.decisions = decisions;
        this.words = words;
        this.record = record;
        this.register = register;
        this.incidents = incidents;
        this.files = files;
        this.agency = agency;
    }

    /** Asks it; what it said and why stands in the record. */
    Answer ask(Restriction restriction, Asked asked, LimitTerms terms) {
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
        Decided<Answer> decided =
                decisions.decide(restriction.reference(), TABLE, inputs, Answer::of, () -> Answer.careful(asked));
        Answer answer = decided.answer();
        List<Statement> says = new ArrayList<>();
        says.add(new Statement("What is wanted", terms.kind().words() + ": " + terms.what()));
        says.add(new Statement("May the carer do it now?", words.allowed(answer)));
        says.add(new Statement("What belongs to it", String.join(" ", words.needs(answer))));
        says.addAll(decided.by().statements());
        record.append(restriction.reference(), NewEntry.now(EntryKind.DECISION, SAID, says, Author.SYSTEM));
        return answer;
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
