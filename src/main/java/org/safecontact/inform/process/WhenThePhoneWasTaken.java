package org.safecontact.inform.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.Answers;
import org.safecontact.incident.EvidenceKept;
import org.safecontact.inform.PhoneTaken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A carer took the phone because of danger: the call to the child's social worker begins (practice, section 4). */
@Component
class WhenThePhoneWasTaken {

    private final PhoneTaken phoneTaken;
    private final ObjectProvider<RuntimeService> runtime;
    private final CurrentPerson person;
    private final Clock clock;

    WhenThePhoneWasTaken(
            PhoneTaken phoneTaken, ObjectProvider<RuntimeService> runtime, CurrentPerson person, Clock clock) {
        this.phoneTaken = phoneTaken;
        this.runtime = runtime;
        this.person = person;
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
        person.asTheHouse(() -> Sending.start(phoneTaken.tell(kept.reference(), takenAt), runtime.getObject()));
    }
}
