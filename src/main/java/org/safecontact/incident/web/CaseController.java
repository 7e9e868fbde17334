package org.safecontact.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SameMoment;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incident;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.Reason;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.carer.OwnReports;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.carer.WhomToRing;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.process.CaseMessages.OpenReport;
import org.safecontact.incident.process.StartedByAccident;
import org.safecontact.incident.report.Tap;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.record.Statement;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reporting and what people do to a case beside its to-dos. Who is logged in decides; nothing says who somebody is. */
@RestController
@RequestMapping("/safe-contact/api")
class CaseController {

    record Tapped(String answer, String question, String child, boolean stoodThere) {}

    record Worried(String reason, Boolean dangerNow) {}

    record Lower(String level, String reason, String help, Instant seenAt) {}

    record Accident(String reason, String help) {}

    record Unsent(String who, String since, String telephone) {}

    private final CaseMessages messages;
    private final StartedByAccident accident;
    private final Levels levels;
    private final UnsentReports unsent;
    private final ThankYou thanks;
    private final OwnReports own;
    private final CaseAccess access;
    private final SameMoment moment;
    private final CurrentPerson person;
    private final Agency agency;
    private final HumanTime times;
    private final WhomToRing toRing;

    CaseController(
            CaseMessages messages,
            StartedByAccident accident,
            Levels levels,
            UnsentReports unsent,
            ThankYou thanks,
            OwnReports own,
            CaseAccess access,
            SameMoment moment,
            CurrentPerson person,
            Agency agency,
            HumanTime times,
            WhomToRing toRing) {
        this.messages = messages;
        this.accident = accident;
        this.levels = levels;
        this.unsent = unsent;
        this.thanks = thanks;
        this.own = own;
        this.access = access;
        this.moment = moment;
        this.person = person;
        this.agency = agency;
        this.times = times;
        this.toRing = toRing;
    }

    /** Opens the unsent report of this person, or begins one. */
    @PostMapping("/reports")
    OpenReport report() {
        String me = me();
        if (agency.person(me).filter(known -> !known.is(Role.ADMINISTRATOR)).isEmpty()) {
            throw new NotYours();
        }
        return moment.again(() -> messages.openReport(me));
    }

    /** Reports begun and not sent: who and since when, for duty, never which child or what. */
    @GetMapping("/reports/unsent")
    List<Unsent> unsent() {
        String me = me();
        return unsent.all().stream()
                .filter(incident -> access.mayRead(me, incident.reference()))
                .filter(incident -> !incident.reporterId().equals(me))
                .map(this::whoAndWhen)
                .toList();
    }

    /** A tap on danger before the report is sent; the same tap twice is one. */
    @PostMapping("/reports/{reference}/danger")
    Map<String, Object> danger(@PathVariable("reference") String reference, @RequestBody Tapped tapped) {
        if (!"yes".equals(tapped.answer()) && !"unsure".equals(tapped.answer())) {
            throw new FormRefused("answer", "Please tap yes or not sure. In danger now: ring 999.");
        }
        String me = me();
        Tap tap = new Tap(
                tapped.answer(),
                Optional.ofNullable(tapped.question()),
                Optional.ofNullable(tapped.child()),
                tapped.stoodThere());
        moment.again(() -> messages.danger(reference, me, tap));
        return Map.of("taken", true, "thankYou", thanks.words(reference, me));
    }

    /** Nothing to report after all. */
    @PostMapping("/reports/{reference}/nothing-to-report")
    Map<String, Object> nothingToReport(@PathVariable("reference") String reference) {
        String me = me();
        moment.again(() -> messages.nothingToReport(reference, me));
        return Map.of("closed", true);
    }

    @GetMapping("/thank-you/{reference}")
    ResponseEntity<ThankYou.Words> thankYou(@PathVariable("reference") String reference) {
        String me = me();
        own.require(reference, me);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(thanks.words(reference, me));
    }

    @PostMapping("/cases/{reference}/worried")
    Map<String, Object> worried(@PathVariable("reference") String reference, @RequestBody Worried worried) {
        String me = onTheCase(reference);
        if (worried.dangerNow() == null) {
            throw new FormRefused("dangerNow", "Please say whether anyone is in danger now.");
        }
        String why = worried.dangerNow() ? Reason.orTicked(worried.reason()) : Reason.checked(worried.reason());
        moment.again(() -> messages.moreWorried(reference, me, why, worried.dangerNow()));
        return Map.of(
                "taken",
                true,
                "message",
                "Taken. Somebody is being told now." + ring(me, reference) + " In danger: 999.");
    }

    /** A carer waits for nobody: the telephone comes first (practice, section 1). */
    private String ring(String personId, String reference) {
        WhomToRing.Whom whom = toRing.about(reference);
        return agency.is(personId, Role.CARER)
                ? " Please ring " + whom.words() + " now: " + whom.telephone() + "."
                : "";
    }

    @PostMapping("/cases/{reference}/lower")
    Map<String, Object> lower(@PathVariable("reference") String reference, @RequestBody Lower lower) {
        String me = onTheCase(reference);
        RiskLevel to = level(lower.level());
        List<Statement> why = List.of(new Statement(Levels.WHY, Reason.checked(lower.reason())), helps(lower.help()));
        RiskDecision set = moment.again(() -> levels.lower(reference, me, to, why, seen(lower)));
        return Map.of(
                "taken", true, "message", "It stands at " + set.level().words() + " now. What has begun goes on.");
    }

    /** Every decision ends with it (practice, section 6). */
    private static Statement helps(String typed) {
        return new Statement(
                "How does this help the child?", Reason.checked("help", typed, "Please say how this helps the child."));
    }

    private static Instant seen(Lower lower) {
        return Optional.ofNullable(lower.seenAt())
                .orElseThrow(() -> new NotAllowed("Please open the case again and read it first, then set this."));
    }

    @PostMapping("/cases/{reference}/started-by-accident")
    Map<String, Object> startedByAccident(@PathVariable("reference") String reference, @RequestBody Accident said) {
        String me = onTheCase(reference);
        List<Statement> why = List.of(new Statement(Endings.WHY, Reason.checked(said.reason())), helps(said.help()));
        moment.again(() -> accident.ask(reference, me, why));
        return Map.of(
                "taken",
                true,
                "message",
                accident.secondPerson(reference, me)
                        .map(StartedByAccident.SecondPersonAsked::words)
                        .orElse("It has ended. The record stays."));
    }

    private Unsent whoAndWhen(Incident incident) {
        return new Unsent(
                agency.nameOf(incident.reporterId()),
                times.at(incident.startedAt()),
                agency.person(incident.reporterId())
                        .map(known -> known.telephone())
                        .orElse(""));
    }

    private static RiskLevel level(String level) {
        for (RiskLevel known : RiskLevel.values()) {
            if (known.name().equals(level)) {
                return known;
            }
        }
        throw new FormRefused("level", "Please choose how serious it is.");
    }

    private String me() {
        return person.required();
    }

    private String onTheCase(String reference) {
        String me = me();
        access.requireRead(me, reference);
        return me;
    }
}
