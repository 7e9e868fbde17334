package org.safecontact.breach.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.FormOptions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** What the forms show: the child, what got out, and whom to ring. */
@Component
class BreachWords {

    private final PrivateDetails details;
    private final Incidents incidents;
    private final CaseAccess access;
    private final Agency agency;

    BreachWords(PrivateDetails details, Incidents incidents, CaseAccess access, Agency agency) {
        this.details = details;
        this.incidents = incidents;
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
        List<Person> carers = incidents.get(reference).householdId().map(agency::carersOf).orElse(List.of()).stream()
                .filter(carer -> access.mayRead(carer.id(), reference))
                .toList();
        return carers.isEmpty()
                ? "whoever the registered manager agreed, **nobody of the home**"
                : carers.stream().map(BreachWords::number).collect(Collectors.joining(", "));
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

    /** The people of the home, who may have posted it, by their ids. */
    List<Map<String, String>> home(String reference) {
        Map<String, String> people = new LinkedHashMap<>();
        incidents.get(reference).householdId().ifPresent(home -> {
            agency.carersOf(home).forEach(carer -> people.put(carer.id(), carer.name()));
            agency.household(home)
                    .map(Household::otherAdults)
                    .orElse(List.of())
                    .forEach(adult -> people.put(adult.id(), adult.name()));
        });
        return FormOptions.of(people);
    }

    String childsWorker(String reference) {
        return child(reference)
                .map(Child::childsSocialWorkerId)
                .flatMap(agency::person)
                .map(BreachWords::number)
                .orElse("see the child's page");
    }

    private Optional<Child> child(String reference) {
        return incidents.find(reference).flatMap(Incident::childId).flatMap(agency::child);
    }

    private static String labels(Stream<Child> children) {
        return children.map(Child::label).collect(Collectors.joining(", "));
    }

    private static String number(Person person) {
        return "%s [%s](tel:%s)"
                .formatted(person.name(), person.telephone(), person.telephone().replace(" ", ""));
    }
}
