package org.safecontact.incident.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseFinder;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.EarlierReports;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.incident.AccountKnown;
import org.safecontact.incident.ActionLog;
import org.safecontact.incident.Additions;
import org.safecontact.incident.CaseActions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.carer.LastScreen;
import org.safecontact.incident.carer.OwnReports;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.process.StartedByAccident;
import org.safecontact.incident.voice.ForTheChild;
import org.safecontact.plan.safercare.SaferCareReading;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding a case, and what one may do on it at any moment, with or without a to-do. */
@Controller
class CasePages {

    /**
     * A case as a list shows it.
     *
     * @param child the agency's label; empty until the report says which
     * @param level how serious it is; empty for carers, who never read a level (practice, section 5)
     * @param now whom a carer rings now, before everything else, a sentence each
     * @param police the name of their to-do about the police, and by when; empty when they have none
     * @param who who has it, in a sentence; empty once it is closed
     * @param late whether something on it is late; never for carers
     * @param when when it was reported, or begun
     * @param readable whether this person may open it
     */
    record Row(
            String reference,
            String child,
            String level,
            List<String> now,
            String police,
            String who,
            boolean late,
            String when,
            String closed,
            boolean readable) {}

    /**
     * The child's Safer Care Plan as it holds now: the same for everybody who may read it, whichever report it came of.
     *
     * @param title which version it is
     */
    record PlanOfChild(String title, List<Statement> statements) {}

    private final CaseFinder finder;
    private final CaseActions actions;
    private final StartedByAccident accident;
    private final Incidents incidents;
    private final ThankYou thanks;
    private final OwnReports own;
    private final CaseAccess access;
    private final EarlierReports earlier;
    private final CaseFiles files;
    private final ChildAccess children;
    private final Agency agency;
    private final HumanTime times;
    private final WhatWaits waiting;
    private final SaferCareReading plans;
    private final ObjectProvider<AccountKnown> known;
    private final ActionLog log;
    private final ForTheChild forTheChild;
    private final CurrentPerson person;

    CasePages(
            CaseFinder finder,
            CaseActions actions,
            StartedByAccident accident,
            Incidents incidents,
            ThankYou thanks,
            OwnReports own,
            CaseAccess access,
            EarlierReports earlier,
            CaseFiles files,
            ChildAccess children,
            Agency agency,
            HumanTime times,
            WhatWaits waiting,
            SaferCareReading plans,
            ObjectProvider<AccountKnown> known,
            ActionLog log,
            ForTheChild forTheChild,
            CurrentPerson person) {
        this.finder = finder;
        this.actions = actions;
        this.accident = accident;
        this.incidents = incidents;
        this.thanks = thanks;
        this.own = own;
        this.access = access;
        this.earlier = earlier;
        this.files = files;
        this.children = children;
        this.agency = agency;
        this.times = times;
        this.waiting = waiting;
        this.plans = plans;
        this.known = known;
        this.log = log;
        this.forTheChild = forTheChild;
        this.person = person;
    }

    @GetMapping("/safe-contact/c")
    String cases(Model model) {
        return cases("", model);
    }

    /** What is looked for may be a child's label: it stands in no address, which browsers and servers keep. */
    @PostMapping("/safe-contact/c")
    String cases(@RequestParam(name = "find", defaultValue = "") String find, Model model) {
        String me = me();
        model.addAttribute("find", find);
        model.addAttribute("found", find.isBlank() ? List.of() : rows(found(finder.find(me, find)), me));
        List<Row> mine = rows(own.of(me, CaseFinder.MOST).stream(), me);
        Set<String> shown = mine.stream().map(Row::reference).collect(Collectors.toSet());
        List<String> open = finder.open(me);
        model.addAttribute("mine", mine);
        model.addAttribute(
                "open",
                rows(found(open.stream().filter(each -> !shown.contains(each)).toList()), me));
        model.addAttribute("manager", agency.is(me, Role.REGISTERED_MANAGER) || agency.is(me, Role.TEAM_MANAGER));
        model.addAttribute("nothingOpen", open.isEmpty());
        model.addAttribute("more", open.size() == CaseFinder.MOST);
        return "pages/cases";
    }

    @GetMapping("/safe-contact/c/{reference}")
    String oneCase(@PathVariable("reference") String reference, Model model) {
        String me = me();
        CaseActions.Possible possible = actions.possible(reference, me);
        Optional<Incident> report = incidents.find(reference);
        if (report.isEmpty()) {
            // What is in no case is its record, and nothing else; messages about it lead here all the same.
            return "redirect:/safe-contact/c/" + reference + "/r";
        }
        Incident incident = report.get();
        model.addAttribute("it", row(incident, me));
        model.addAttribute("sent", incident.sent());
        boolean mine = incident.reporterId().equals(me);
        model.addAttribute("mine", mine);
        model.addAttribute("thanks", mine || thanks.forHome(incident, me) ? thanks.words(reference, me) : null);
        model.addAttribute("possible", possible);
        model.addAttribute(
                "second",
                accident.secondPerson(reference, me).filter(asked -> worker(me)).orElse(null));
        model.addAttribute(
                "goesOn",
                accident.goesOn(reference, me)
                        .filter(said -> !incident.state().isOver())
                        .orElse(null));
        model.addAttribute("levelSet", levelSet(reference));
        model.addAttribute(
                "agreedAbout",
                incident.childId().filter(child -> children.mayRead(me, child)).orElse(null));
        model.addAttribute("worker", worker(me));
        // A carer reads on the same page who has it and what to do until then.
        boolean works = access.mayRead(me, reference);
        boolean waits = worker(me) && works && !incident.state().isOver();
        model.addAttribute("works", works);
        model.addAttribute("mayLog", log.mayRead(reference, me));
        model.addAttribute("forTheChild", forTheChild.mayOpen(reference, me));
        model.addAttribute("whoHasIt", waits ? waiting.whoHasIt(incident) : "");
        model.addAttribute(
                "toldElsewhere",
                works
                        && !worker(me)
                        && !mine
                        && !thanks.forHome(incident, me)
                        && !incident.state().isOver());
        model.addAttribute(
                "supervises",
                incident.householdId()
                        .flatMap(agency::supervisingSocialWorkerOf)
                        .orElse(null));
        model.addAttribute(
                "accountKnown",
                known.stream()
                        .filter(each -> waits)
                        .flatMap(each -> each.whomToRing(reference, me).stream())
                        .findFirst()
                        .orElse(""));
        model.addAttribute("next", waits ? waiting.next(incident, me) : "");
        model.addAttribute("waiting", waits ? waiting.lines(reference, me) : List.of());
        model.addAttribute(
                "also",
                incident.childId()
                        .filter(child -> waits)
                        .map(child -> finder.alsoOpen(me, child, reference))
                        .orElse(List.of()));
        model.addAttribute(
                "earlier",
                incident.childId()
                        .filter(child -> waits)
                        .map(child -> finder.earlier(me, child, reference))
                        .orElse(List.of()));
        model.addAttribute(
                "plan",
                incident.childId()
                        .filter(child -> waits)
                        .flatMap(child -> plans.present(child, me, reference))
                        .map(version -> new PlanOfChild(
                                plans.title(version),
                                plans.statements(version.text().words())))
                        .orElse(null));
        model.addAttribute("longest", Additions.LONGEST);
        return "pages/case";
    }

    /** What a person made of the level last, or that they were more worried where it stood there before: whoever pressed reads that it is done. */
    private String levelSet(String reference) {
        List<RiskDecision> decisions = incidents.decisions(reference);
        return decisions.stream()
                .findFirst()
                .filter(RiskDecision::byPerson)
                .map(last -> {
                    boolean stood =
                            decisions.stream().skip(1).limit(1).anyMatch(before -> before.level() == last.level());
                    String who = agency.nameOf(last.decidedBy());
                    return (stood ? who + " was more worried " : "set by " + who + " ") + times.at(last.decidedAt())
                            + "; why stands in the record";
                })
                .orElse("");
    }

    private boolean worker(String me) {
        return agency.person(me).filter(known -> !known.is(Role.CARER)).isPresent();
    }

    private Stream<Incident> found(List<String> references) {
        return references.stream().map(incidents::find).flatMap(Optional::stream);
    }

    private List<Row> rows(Stream<Incident> cases, String me) {
        return cases.map(incident -> row(incident, me)).toList();
    }

    private Row row(Incident incident, String me) {
        boolean readable = earlier.mayRead(me, incident.reference());
        boolean works = readable && worker(me);
        boolean open = !incident.state().isOver();
        Optional<LastScreen> stands = Optional.of(incident)
                .filter(each -> open && !worker(me))
                .flatMap(each -> thanks.standing(each.reference(), me));
        return new Row(
                incident.reference(),
                incident.childId().flatMap(agency::child).map(Child::label).orElse(""),
                incident.level().filter(level -> works).map(RiskLevel::words).orElse(""),
                stands.map(LastScreen::ringNow).orElse(List.of()),
                stands.map(each -> waiting.policeToRing(incident.reference(), me))
                        .orElse(""),
                works && open
                        ? waiting.whoHasIt(incident)
                        : stands.map(LastScreen::whoHasIt).orElse(""),
                works && open && waiting.late(incident.reference(), me),
                times.full(incidents.toldFirstAt(incident.reference())),
                readable ? closed(incident) : "",
                readable);
    }

    /** Empty while it is open. */
    private String closed(Incident incident) {
        String when = files.find(incident.reference())
                .flatMap(CaseFile::closedAt)
                .map(at -> " " + times.at(at))
                .orElse("");
        return switch (incident.state()) {
            case WITHDRAWN -> "Closed as started by accident" + when;
            case NOTHING_TO_REPORT -> "Closed without being sent" + when;
            case CLOSED -> "Closed" + when;
            default -> "";
        };
    }

    private String me() {
        return person.required();
    }
}
