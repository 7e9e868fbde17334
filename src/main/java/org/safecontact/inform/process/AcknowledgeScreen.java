package org.safecontact.inform.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseFinder;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.AccountKnown;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.incident.report.Offered;
import org.safecontact.inform.Answering;
import org.safecontact.inform.Messages;
import org.safecontact.record.CaseRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody who is to answer has to see at a glance: what, whose, since when, and whom to ring at which number. */
@Component
class AcknowledgeScreen {

    /** What was said of the police, as it stands in the record. */
    private static final String THE_POLICE = "The police";

    private static final String TO_BE_RUNG = "are to be rung";

    /** For whoever answers when somebody else just has. */
    static final String NOT_AGAIN = "You need not do it again. " + SomebodyWasFaster.KEPT + ".";

    private final Incidents incidents;
    private final Agency agency;
    private final CaseFiles files;
    private final Messages messages;
    private final CaseRecord record;
    private final Offered offered;
    private final CaseFinder finder;
    private final HumanTime time;
    private final ObjectProvider<AccountKnown> known;

    AcknowledgeScreen(
            Incidents incidents,
            Agency agency,
            CaseFiles files,
            Messages messages,
            CaseRecord record,
            Offered offered,
            CaseFinder finder,
            HumanTime time,
            ObjectProvider<AccountKnown> known) {
        this.incidents = incidents;
        this.agency = agency;
        this.files = files;
        this.messages = messages;
        this.record = record;
        this.offered = offered;
        this.finder = finder;
        this.time = time;
        this.known = known;
    }

    Map<String, Object> about(Incident incident) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("reference", incident.reference());
        shown.put(
                "child",
                incident.childId().flatMap(agency::child).map(Child::label).orElse("child not known yet"));
        shown.put("reportedAt", time.at(incidents.toldFirstAt(incident.reference())));
        shown.put("reporter", agency.nameOf(incident.reporterId()));
        shown.put(
                "reason",
                incidents
                        .decision(incident.reference())
                        .map(RiskDecision::reason)
                        .orElse(""));
        shown.putAll(whomToRing(incident));
        shown.put("nobodyToRing", nobodyToRing(incident));
        shown.put("whoReads", nobodyToRing(incident) ? "" : "The carer reads this.");
        shown.put("wakesPeople", messages.wakesPeople());
        shown.put("people", whoMayBeNamed(incident));
        return shown;
    }

    /** Whom this person rings about an account that is known; empty where none is, or where it is not theirs to know. */
    String accountKnown(Incident incident, String person) {
        return known.stream()
                .flatMap(each -> each.whomToRing(incident.reference(), person).stream())
                .findFirst()
                .orElse("");
    }

    /** What else is open about the child, as far as this person may see it: <i>Also open about this child: INC-…</i> */
    String alsoOpen(Incident incident, String person) {
        return incident
                .childId()
                .map(child -> finder.alsoOpen(person, child, incident.reference()))
                .orElse(List.of())
                .stream()
                .map(other -> "[" + other + "](/safe-contact/c/" + other + ")")
                .reduce((one, other) -> one + ", " + other)
                .map(others -> "Also open about this child: " + others)
                .orElse("");
    }

    /** Where it should have been answered before: by when, and until when whoever is asked now has time. */
    String waits(Instant firstDue, Instant by) {
        return firstDue.isBefore(by)
                ? "**This should have been answered " + time.by(firstDue) + ".** Please answer " + time.by(by)
                        + ": then more people are asked, or everybody once more."
                : "";
    }

    String answeredElsewhere(Answering.Answered first) {
        return first.name() + " has answered this " + time.at(first.at()) + ". " + NOT_AGAIN;
    }

    String beforeItWasTold(Instant told) {
        return "That is long before this was told, " + time.at(told) + ". Please look at the day once more.";
    }

    String worseSince(Instant worse) {
        return "It got more serious " + time.at(worse) + ", after you spoke: the Record tab says why."
                + " Please ring again, and write when you spoke this time.";
    }

    String policeNotToldSince(Instant worse) {
        return "It got more serious " + time.at(worse) + ", after the police were rung: the Record tab says why."
                + " Please tell them, and write when they were rung this time; or choose that they are to be rung.";
    }

    /** Whether the newest answer of the case says of the police anything but that they are to be rung. */
    boolean policeNotToBeRung(String reference) {
        return ForTheCarer.newestAnswer(record.entries(reference)).stream()
                .flatMap(entry -> entry.statements().stream())
                .filter(said -> said.question().equals(THE_POLICE))
                .noneMatch(said -> said.answer().equals(TO_BE_RUNG));
    }

    /** Whether everybody whom one would ring is kept away from the case. */
    boolean nobodyToRing(Incident incident) {
        return toRing(incident).isEmpty();
    }

    /** The reporter first, then the carers of the home; nobody who is kept away from the case. */
    private List<Person> toRing(Incident incident) {
        Set<String> excluded = files.excluded(incident.reference());
        List<Person> people = new ArrayList<>();
        agency.person(incident.reporterId()).ifPresent(people::add);
        incident.householdId().map(agency::carersOf).orElse(List.of()).stream()
                .filter(carer -> people.stream().noneMatch(carer::equals))
                .forEach(people::add);
        people.removeIf(person -> excluded.contains(person.id()));
        return people;
    }

    Map<String, String> whomToRing(Incident incident) {
        List<Person> people = toRing(incident);
        String others = people.stream()
                .skip(1)
                .map(person -> "Or %1$s, [%2$s](<tel:%2$s>).".formatted(person.name(), person.telephone()))
                .collect(Collectors.joining(" "));
        return Map.of(
                "ringName", people.stream().map(Person::name).findFirst().orElse(""),
                "ringTelephone",
                        people.stream().map(Person::telephone).findFirst().orElse(""),
                "ringOthers", others);
    }

    /** Who can be named: people of the home, its workers and managers, or somebody else (contract, namedPersons). */
    private List<Map<String, String>> whoMayBeNamed(Incident incident) {
        List<Child> children =
                incident.childId().flatMap(agency::child).stream().toList();
        return FormOptions.of(offered.people(children, ""));
    }
}
