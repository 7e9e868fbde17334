package org.safecontact.incident.process;

import java.util.Optional;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.springframework.stereotype.Component;

/** What becomes of a full record that somebody sends when it is not asked for any more. */
@Component
class LateRecord {

    private final Incidents incidents;

    LateRecord(Incidents incidents) {
        this.incidents = incidents;
    }

    /**
     * @param askedAgain whether this person is asked again as long as nobody has written it
     * @return what to tell the person, when it is kept in the record; empty when they find it where it is asked anew
     */
    Optional<String> kept(ClosedTask task, boolean askedAgain) {
        if (incidents.noted(task.reference(), Noted.FULL_RECORD).isPresent()) {
            return Optional.of(
                    "What you wrote is kept in the record beside what was written down meanwhile, under your name.");
        }
        return askedAgain && !incidents.get(task.reference()).state().isOver()
                ? Optional.empty()
                : Optional.of(
                        SomebodyWasFaster.KEPT + ". If you are asked for it again, say there that it is written.");
    }
}
