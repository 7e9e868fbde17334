package org.safecontact.incident.carer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a report led to, for the home that may read it: while it runs, and once it is closed. */
@Component
class WhatFollowed {

    private static final String WAITS =
            "What happens next is written down, and a second person reads it first: then you"
                    + " read it here. Until then, what you agreed with us stands. If you need to know more for tonight, ring duty.";

    private final FirstWords first;
    private final WhomToRing toRing;
    private final WhereItStands stands;
    private final ForTheCarer forTheCarer;
    private final AuthorityTold authority;
    private final ObjectProvider<AlsoForTheCarer> also;
    private final WithTheChild withTheChild;
    private final HowItEnded ended;

    WhatFollowed(
            FirstWords first,
            WhomToRing toRing,
            WhereItStands stands,
            ForTheCarer forTheCarer,
            AuthorityTold authority,
            ObjectProvider<AlsoForTheCarer> also,
            WithTheChild withTheChild,
            HowItEnded ended) {
        this.first = first;
        this.toRing = toRing;
        this.stands = stands;
        this.forTheCarer = forTheCarer;
        this.authority = authority;
        this.also = also;
        this.withTheChild = withTheChild;
        this.ended = ended;
    }

    /** @param wrote whether this person wrote the report, and is thanked for it */
    LastScreen running(Incident incident, RiskLevel level, String personId, boolean wrote, WhomToRing.Whom duty) {
        Optional<WhoWasTold.Taken> taken = stands.taken(incident);
        String whoHasIt = first.whoHasIt(incident, level, taken)
                + stands.ringsToo(incident, taken, duty.words() + ": " + duty.telephone())
                        .map(" "::concat)
                        .orElse("");
        boolean onDuty = toRing.isOnDuty(personId);
        List<String> lines = new ArrayList<>(
                onDuty
                        ? first.onDuty(incident, level, taken, whoHasIt)
                        : first.words(incident, level, taken, whoHasIt));
        // What was agreed before it got worse stands only as that, and until somebody answers; what was decided then no
        // longer does.
        Instant since = stands.askedSince(incident);
        if (WhereItStands.answered(taken)) {
            Optional<String> police = stands.policeWereTold(incident);
            forTheCarer.agreed(incident, since).stream()
                    .filter(line -> police.isEmpty() || !line.startsWith(ForTheCarer.THE_POLICE))
                    .forEach(lines::add);
            lines.addAll(forTheCarer.agreedEarlier(incident, stands.worseSince(incident)));
            police.ifPresent(lines::add);
            lines.addAll(stands.told(incident));
        } else {
            lines.addAll(forTheCarer.agreedBefore(incident, since));
        }
        also.stream().flatMap(area -> area.lines(incident.reference()).stream()).forEach(lines::add);
        authority
                .byUsAt(incident.reference())
                .map(told -> stands.authority(incident, told))
                .ifPresent(lines::add);
        decided(incident, since).ifPresent(lines::add);
        if (forTheCarer.waitForSignature(incident, since)) {
            lines.add(WAITS);
        }
        if (incident.reporterId().equals(personId)) {
            forTheCarer.inFull(incident).ifPresent(lines::add);
        }
        boolean ringNow = level == RiskLevel.IMMEDIATE && !stands.policeSettled(incident);
        String title = wrote ? ThankYou.wroteTitle(level, ringNow) : ringNow ? ThankYou.RING_999 : "Where this stands";
        boolean dutyFirst = level.urgent() && !onDuty && !WhereItStands.answered(taken);
        return new LastScreen(title, lines, dutyFirst, duty, whoHasIt, withTheChild.of(incident.reference(), personId));
    }

    /** Nothing that was to be done while it ran is to be done now; what was decided then stands only as that, once somebody wrote how it ended. */
    LastScreen closed(Incident incident, WhomToRing.Whom duty) {
        List<String> lines = new ArrayList<>();
        Instant since = stands.askedSince(incident);
        Optional<String> howItEnded = ended.words(incident.reference());
        howItEnded.ifPresent(lines::add);
        (howItEnded.isPresent() ? decidedBefore(incident, since) : decided(incident, since)).ifPresent(lines::add);
        lines.addAll(stands.told(incident));
        lines.add("Something new: press Report contact. In danger: 999.");
        return new LastScreen("This is closed.", lines, false, duty);
    }

    private Optional<String> decided(Incident incident, Instant since) {
        return forTheCarer.words(incident, since).map(words -> "Decided" + decidedOn(incident, since) + ": " + words);
    }

    private Optional<String> decidedBefore(Incident incident, Instant since) {
        return forTheCarer
                .words(incident, since)
                .map(words -> "Decided before" + decidedOn(incident, since).replaceFirst("^ ", ", ") + ": " + words);
    }

    private String decidedOn(Incident incident, Instant since) {
        return forTheCarer.decidedAt(incident, since).map(forTheCarer::dated).orElse("");
    }
}
