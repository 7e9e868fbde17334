package org.safecontact.incident.carer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.EarlierReports;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.incident.Incident;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.SaferCarePlans.Signed;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.plan.AlsoAgreed;
import org.safecontact.plan.PlanReading.Line;
import org.safecontact.plan.PlanReading.Part;
import org.safecontact.record.CaseRecord;
import org.springframework.stereotype.Component;

/** The Safer Care Plan that was signed last, where the home reads what holds for the child, and in the case that asked for it. */
@Component
class SaferCarePlanAtHome implements AlsoAgreed, AlsoForTheCarer {

    /** What a home does. What the child said to a worker, and what was checked, stays with those who work on the case. */
    private static final Set<String> FOR_THE_HOME =
            Set.of("What the plan says now, or why it stays", "What we will learn together, by when");

    private final SaferCarePlans plans;
    private final IncidentRepository incidents;
    private final CaseRecord record;
    private final CaseAccess access;
    private final EarlierReports earlier;
    private final Agency agency;
    private final HumanTime times;

    SaferCarePlanAtHome(
            SaferCarePlans plans,
            IncidentRepository incidents,
            CaseRecord record,
            CaseAccess access,
            EarlierReports earlier,
            Agency agency,
            HumanTime times) {
        this.plans = plans;
        this.incidents = incidents;
        this.record = record;
        this.access = access;
        this.earlier = earlier;
        this.agency = agency;
        this.times = times;
    }

    /** Nothing of it to whoever is kept away from the report that asked for it. */
    @Override
    public Part about(String childId, String personId) {
        List<Line> lines = plans.signedLast(childId).stream()
                .filter(signed -> agency.is(personId, Role.CARER)
                        ? !access.keptAway(personId, signed.reference())
                        : earlier.mayReadPlan(personId, signed.reference()))
                .map(signed -> new Line(0, capital(signedWords(signed)), details(signed), ""))
                .toList();
        return new Part(SaferCarePlans.PLAN, lines);
    }

    @Override
    public String path(String childId) {
        return "";
    }

    @Override
    public String more() {
        return "";
    }

    @Override
    public List<String> lines(String reference) {
        return of(reference).stream()
                .map(signed -> "The Safer Care Plan was " + signedWords(signed)
                        + ". It stands under What is agreed; go by it from now on.")
                .toList();
    }

    /** The plan that this report asked for, where it is the child's newest. */
    Optional<Signed> of(String reference) {
        return incidents
                .find(reference)
                .flatMap(Incident::childId)
                .flatMap(plans::signedLast)
                .filter(signed -> signed.reference().equals(reference));
    }

    private String signedWords(Signed signed) {
        return "signed " + times.full(signed.at()) + " by " + agency.nameOf(signed.by());
    }

    private List<String> details(Signed signed) {
        return SaferCarePlans.words(signed, record.entries(signed.reference())).stream()
                .filter(statement -> FOR_THE_HOME.contains(statement.question()))
                .map(statement -> statement.question() + ": " + statement.answer())
                .toList();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
