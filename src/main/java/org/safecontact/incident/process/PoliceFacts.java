package org.safecontact.incident.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.CourtOrder;
import org.safecontact.agency.Household;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.KeptLooks;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.plan.Plan;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the police will ask, ready to read out on the telephone. Who looked is kept; it is in no message (practice, section 1). */
@Service
@Transactional
public class PoliceFacts {

    private static final String LOOKED = "Looked at what the police will ask";

    private final Incidents incidents;
    private final CaseAccess access;
    private final WhatWasReported reported;
    private final WhatWasReportedBefore before;
    private final KeptLooks looks;
    private final Agency agency;
    private final PlanRegister plans;
    private final PlanWords words;
    private final Clock clock;

    PoliceFacts(
            Incidents incidents,
            CaseAccess access,
            WhatWasReported reported,
            WhatWasReportedBefore before,
            KeptLooks looks,
            Agency agency,
            PlanRegister plans,
            PlanWords words,
            Clock clock) {
        this.incidents = incidents;
        this.access = access;
        this.reported = reported;
        this.before = before;
        this.looks = looks;
        this.agency = agency;
        this.plans = plans;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param personId who looks; must be on the case
     * @return questions and answers, the danger first
     */
    public List<Statement> look(String reference, String personId) {
        access.requireRead(personId, reference);
        Incident incident = incidents.get(reference);
        List<Statement> facts = new ArrayList<>();
        List<Statement> worries = reported.worries(reference, personId);
        facts.add(new Statement("The danger, in one line", danger(reference, worries)));
        worries.stream().skip(1).forEach(facts::add);
        facts.addAll(reported.saying(reference, personId));
        facts.addAll(before.saying(reference, personId));
        incident.childId()
                .flatMap(agency::child)
                .ifPresentOrElse(child -> aboutChild(child, facts), () -> childNotKnown(incident, facts));
        incident.householdId()
                .flatMap(agency::household)
                .ifPresent(home -> facts.add(new Statement("Where the child lives", whereFor(personId, home))));
        facts.add(new Statement("Our reference", reference));
        looks.once(reference, LOOKED, List.of(new Statement("Who", agency.nameOf(personId))), personId);
        return facts;
    }

    /** In the words of whoever was more worried last; else what the table made of the report, never that something is still open. */
    private String danger(String reference, List<Statement> worries) {
        return worries.stream()
                .findFirst()
                .map(worry -> worry.answer() + " (" + worry.question().replaceFirst(":$", "") + ")")
                .or(() -> incidents.decisions(reference).stream()
                        .filter(decision -> decision.decided() && !decision.byPerson() && !decision.failSafe())
                        .filter(decision -> decision.level().urgent())
                        .findFirst()
                        .map(RiskDecision::standing))
                .orElse("Somebody may be in danger.");
    }

    /** A carer of the home before does not learn where the child went to. */
    private String whereFor(String personId, Household home) {
        boolean before = agency.person(personId)
                .filter(person -> person.is(Role.CARER))
                .flatMap(Person::householdId)
                .filter(own -> !own.equals(home.id()))
                .isPresent();
        return before
                ? "In another home now. Say so; duty knows the address and tells the police: "
                        + agency.dutyTelephone(clock.instant())
                : home.address();
    }

    /** Until somebody says which, whoever rings has every child that it may be in front of them. */
    private void childNotKnown(Incident incident, List<Statement> facts) {
        List<Child> children = incident.householdId().map(agency::childrenOf).orElse(List.of());
        facts.add(new Statement(
                "Which child?",
                "Not known yet. Ask who reported, " + agency.nameOf(incident.reporterId()) + ", which one it is."
                        + (children.isEmpty() ? "" : " What follows is about each child of the home.")));
        children.forEach(child -> aboutChild(child, facts));
    }

    private void aboutChild(Child child, List<Statement> facts) {
        LocalDate today = clock.instant().atZone(London.ZONE).toLocalDate();
        facts.add(new Statement(
                "The child",
                child.fullName()
                        .map(name -> name + ", here always written as " + child.label() + ".")
                        .orElse(child.label() + ", as we write it here. Say the full name if you know it.")));
        facts.add(new Statement(
                "Born", HumanTime.date(child.dateOfBirth()) + ", " + agency.ageOf(child.id(), today) + " years old"));
        facts.add(new Statement(
                "What the child looks like and wears",
                child.description()
                        .map(looks -> looks + " Say what they wear, if you know.")
                        .orElse("Say what you know.")));
        facts.add(new Statement("Looked after under", child.legalStatus().words()));
        agency.authorityOf(child.id())
                .ifPresent(authority -> facts.add(new Statement(
                        "Authority",
                        authority.name() + ", " + authority.telephone() + ", emergency duty team "
                                + authority.emergencyDutyTeamTelephone())));
        for (CourtOrder order : agency.ordersOf(child.id())) {
            if (order.until().filter(until -> until.isBefore(today)).isEmpty()) {
                facts.add(new Statement(
                        "Order of " + HumanTime.date(order.madeOn()), order.person() + ": " + order.says()));
            }
        }
        plans.plan(child.id()).entries().stream()
                .filter(held -> held.number() > 0 && held.item() instanceof PlanItem.Order)
                .map(held -> new Statement("Order", ordered(child.id(), held)))
                .forEach(facts::add);
        agency.dangerousPeople(child.id())
                .forEach(person ->
                        facts.add(new Statement("Known to be dangerous", person.label() + ": " + person.why())));
    }

    /** The agency's folder has orders of its own; these were entered since, and one that nobody has compared yet says so. */
    private String ordered(String childId, Plan.Held held) {
        return Stream.concat(
                        Stream.of(words.line(childId, held.item()) + ".", held.mark()), words.details(held).stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
