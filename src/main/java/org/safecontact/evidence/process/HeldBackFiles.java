package org.safecontact.evidence.process;

import java.time.Clock;
import java.util.Date;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.springframework.stereotype.Component;

/** When something about a file that nobody may open is due. All by the clock on the wall. */
@Component("heldBackFiles")
@InDiagrams
public class HeldBackFiles {

    private final WorkingTime workingTime;
    private final Clock clock;

    HeldBackFiles(WorkingTime workingTime, Clock clock) {
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Asking whoever added it again (default 4 hours). */
    public Date askedBy() {
        return in(HouseTime.ASK_ABOUT_FILE);
    }

    /** Telling the police of a sealed file (default 60 minutes, as for HIGH; practice notes, section 1). */
    public Date policeToldBy() {
        return in(HouseTime.SEALED_FILE);
    }

    /** The second person (default 24 hours). */
    public Date agreedBy() {
        return in(HouseTime.REMOVE_FILE);
    }

    private Date in(HouseTime time) {
        return Date.from(workingTime.due(clock.instant(), time));
    }
}
