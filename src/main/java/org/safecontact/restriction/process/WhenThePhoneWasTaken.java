package org.safecontact.restriction.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safecontact.engine.Answers;
import org.safecontact.incident.EvidenceKept;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.restriction.ToldOfLimit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A carer took the phone because of danger now: the child's social worker is rung, and a limit begins beside the case (practice, section 4). */
@Component
class WhenThePhoneWasTaken {

    private final ObjectProvider<BeginRestriction> begin;
    private final ToldOfLimit told;
    private final Incidents incidents;
    private final Clock clock;

    WhenThePhoneWasTaken(ObjectProvider<BeginRestriction> begin, ToldOfLimit told, Incidents incidents, Clock clock) {
        this.begin = begin;
        this.told = told;
        this.incidents = incidents;
        this.clock = clock;
    }

    @EventListener
    void on(EvidenceKept kept) {
        Answers answers = new Answers(kept.answers());
        if (answers.one("phone").filter("carerTook"::equals).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant takenAt = answers.instant("tookAt").filter(now::isAfter).orElse(now);
        Optional<String> child = incidents.find(kept.reference()).flatMap(Incident::childId);
        if (child.isEmpty()) {
            // Danger was tapped before it was said about which child: the call must not wait for that.
            told.tellInCase(kept.reference(), takenAt);
            return;
        }
        begin.getObject().inCase(kept.reference(), takenAt, kept.personId()).ifPresent(told::tell);
    }
}
