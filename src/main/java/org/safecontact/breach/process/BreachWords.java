package org.safecontact.breach.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.FormOptions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.report.Offered;
import org.springframework.stereotype.Component;

/** What the forms show: the child, what got out, and whom to ring. */
@Component
class BreachWords {

    private final PrivateDetails details;
    private final Incidents incidents;
    private final Offered offered;
    private final CaseAccess access;
    private final Agency agency;

    BreachWords(PrivateDetails details, Incidents incidents, Offered offered, CaseAccess access, Agency agency) {
        this.details = details;
        this.incidents = incidents;
        this.offered = offered;
        this.access = access;
        this.agency = agency;
    }

    Map<String, Object> about(String reference) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child(reference).map(Child::label).orElse("the child is not known yet"));
        shown.put("gotOut", details.gotOut(reference));
        shown.put("pictures", details.pictures(reference));
        return shown;
    }

    /** The carers of the home that may know of it, with their numbers. */
    String whom(String reference) {
        List<Person> carers = carersWhoMayKnow(reference);
        return carers.isEmpty()
                ? "whoever the registered manager agreed, **nobody of the home**"
                : carers.stream().map(BreachWords::number).collect(Collectors.joining(", "));
    }

    /** Whether anybody of the home may know of it: else nobody talks anything through with them. */
    boolean homeMayKnow(String reference) {
        return !carersWhoMayKnow(reference).isEmpty();
    }

    private List<Person> carersWhoMayKnow(String reference) {
        return incidents.get(reference).householdId().map(agency::carersOf).orElse(List.of()).stream()
                .filter(carer -> access.mayRead(carer.id(), reference))
                .toList();
    }

    /** Whom to ask about the home before, where the child has moved since; empty when not. */
    String homeBefore(String reference) {
        return details.homeBefore(reference)
                .map(home -> agency.supervisingSocialWorkerOf(home)
                        .filter(worker -> !access.keptAway(worker.id(), reference))
                        .map(BreachWords::number)
                        .orElse("whoever supervises the home before"))
                .orElse("");
    }

    /** The other children of the home, as a list in words; empty when there are none. */
    String otherChildren(String reference) {
        return labels(details.othersOfTheHome(reference).stream());
    }

    /** Where the same report is about other children of the home too, that one call is enough for all of them. */
    String sameReport(String reference) {
        String others = labels(incidents.ofSameReport(reference).stream().flatMap(other -> child(other).stream()));
        return others.isEmpty()
                ? ""
                : " The same report is about " + others + " too: one call is enough, and each child has a form.";
    }

    /** Who may have let it out, by id and name, as they can be named in a worry. */
    List<Map<String, String>> whoLetItOut(String reference) {
        return FormOptions.of(offered.people(child(reference).stream().toList(), ""));
    }

    /** Whom to ring at the child's authority in office hours. */
    String childsWorker(String reference) {
        return child(reference).map(child -> worker(child, reference)).orElse("see the child's page");
    }

    /** Whom to ring at the child's authority, by day and by night. */
    String authority(String reference) {
        return child(reference).map(child -> authority(child, reference)).orElse("see the child's page");
    }

    /** The same for each other child of the home; empty when there are none. */
    String othersAuthorities(String reference) {
        return details.othersOfTheHome(reference).stream()
                .map(child -> child.label() + ": " + authority(child, reference))
                .collect(Collectors.joining("; "));
    }

    private String authority(Child child, String reference) {
        return worker(child, reference)
                + agency.authorityOf(child.id())
                        .map(authority -> ", out of hours the emergency duty team of "
                                + number(authority.name(), authority.emergencyDutyTeamTelephone()))
                        .orElse("");
    }

    /** The child's own social worker, or where that person is kept away their office. */
    private String worker(Child child, String reference) {
        return agency.person(child.childsSocialWorkerId())
                .filter(worker -> !access.keptAway(worker.id(), reference))
                .map(BreachWords::number)
                .or(() -> agency.authorityOf(child.id())
                        .map(authority -> number(authority.name(), authority.telephone())))
                .orElse("see the child's page");
    }

    private Optional<Child> child(String reference) {
        return incidents.find(reference).flatMap(Incident::childId).flatMap(agency::child);
    }

    private static String labels(Stream<Child> children) {
        return children.map(Child::label).collect(Collectors.joining(", "));
    }

    private static String number(Person person) {
        return number(person.name(), person.telephone());
    }

    private static String number(String whose, String telephone) {
        return "%s [%s](<tel:%s>)".formatted(whose, telephone, telephone.replace(" ", ""));
    }
}
