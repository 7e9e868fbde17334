package org.safecontact.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFinder;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.EarlierReports;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SameMoment;
import org.safecontact.incident.Endings;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.Reason;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.carer.WhomToRing;
import org.safecontact.incident.level.Lowering;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.process.DangerAndWorry;
import org.safecontact.incident.process.StartedByAccident;
import org.safecontact.record.Statement;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do to a case beside its to-dos. Who is logged in decides; nothing says who somebody is. */
@RestController
@RequestMapping("/safe-contact/api")
class CaseController {

    /**
     * @param open how many open cases this person sees
     * @param more whether there may be more than are counted
     */
    record OpenNow(int open, boolean more) {}

    record Worried(String reason, Boolean dangerNow) {}

    record Lower(String level, String reason, String help, Instant seenAt) {}

    record Accident(String reason, String help, Instant seenAt) {}

    private final CaseFinder finder;
    private final DangerAndWorry said;
    private final StartedByAccident accident;
    private final Lowering lowering;
    private final CaseAccess access;
    private final EarlierReports earlier;
    private final SameMoment moment;
    private final CurrentPerson person;
    private final Agency agency;
    private final WhomToRing toRing;
    private final WentOn wentOn;

    CaseController(
            CaseFinder finder,
            DangerAndWorry said,
            StartedByAccident accident,
            Lowering lowering,
            CaseAccess access,
            EarlierReports earlier,
            SameMoment moment,
            CurrentPerson person,
            Agency agency,
            WhomToRing toRing,
            WentOn wentOn) {
        this.finder = finder;
        this.said = said;
        this.accident = accident;
        this.lowering = lowering;
        this.access = access;
        this.earlier = earlier;
        this.moment = moment;
        this.person = person;
        this.agency = agency;
        this.toRing = toRing;
        this.wentOn = wentOn;
    }

    /** How many cases are open to this person, for whoever has nothing to do on them just now. */
    @GetMapping("/cases/open")
    ResponseEntity<OpenNow> openNow() {
        int open = finder.open(me()).size();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new OpenNow(open, open == CaseFinder.MOST));
    }

    @PostMapping("/cases/{reference}/worried")
    Map<String, Object> worried(@PathVariable("reference") String reference, @RequestBody Worried worried) {
        String me = me();
        earlier.requireHeard(me, reference);
        if (worried.dangerNow() == null) {
            throw new FormRefused("dangerNow", "Please say whether anyone is in danger now.");
        }
        String why = worried.dangerNow() ? Reason.orTicked(worried.reason()) : Reason.checked(worried.reason());
        String counts = moment.again(() -> said.worried(reference, me, why, worried.dangerNow()));
        String told = wentOn.words(reference, counts).orElse("Somebody is being told now.") + ring(me, counts);
        return Map.of(
                "taken",
                true,
                "message",
                worried.dangerNow() ? "Ring 999 now, if you have not. " + told : "Taken. " + told + " In danger: 999.");
    }

    /** A carer waits for nobody: the telephone comes first (practice, section 1). */
    private String ring(String personId, String reference) {
        WhomToRing.Whom whom = toRing.about(reference, personId);
        return agency.is(personId, Role.CARER)
                ? " Please ring " + whom.words() + " now: " + whom.telephone() + "."
                : "";
    }

    @PostMapping("/cases/{reference}/lower")
    Map<String, Object> lower(@PathVariable("reference") String reference, @RequestBody Lower lower) {
        String me = onTheCase(reference);
        RiskLevel to = level(lower.level());
        List<Statement> why = List.of(new Statement(Raising.WHY, Reason.checked(lower.reason())), helps(lower.help()));
        RiskDecision set = moment.again(() -> lowering.lower(reference, me, to, why, seen(lower.seenAt())));
        return Map.of(
                "taken", true, "message", "It stands at " + set.level().words() + " now. What has begun goes on.");
    }

    /** Every decision ends with it (practice, section 6). */
    private static Statement helps(String typed) {
        return new Statement(
                "How does this help the child?", Reason.checked("help", typed, "Please say how this helps the child."));
    }

    private static Instant seen(Instant seenAt) {
        return Optional.ofNullable(seenAt)
                .orElseThrow(() -> new NotAllowed("Please open the case again and read it first, then set this."));
    }

    @PostMapping("/cases/{reference}/started-by-accident")
    Map<String, Object> startedByAccident(@PathVariable("reference") String reference, @RequestBody Accident said) {
        String me = onTheCase(reference);
        List<Statement> why = List.of(new Statement(Endings.WHY, Reason.checked(said.reason())), helps(said.help()));
        moment.again(() -> accident.ask(reference, me, why, seen(said.seenAt())));
        return Map.of(
                "taken",
                true,
                "message",
                accident.secondPerson(reference, me)
                        .map(StartedByAccident.SecondPersonAsked::words)
                        .orElse("It has ended. The record stays."));
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
