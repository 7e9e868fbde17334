package org.safecontact.evidence.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.springframework.stereotype.Component;

/** How urgent something about a file that nobody may open is, and when it is due: by the clock on the wall. */
@Component("heldBackFiles")
@InDiagrams
public class HeldBackFiles {

    private final CaseFiles cases;
    private final WorkingTime workingTime;
    private final Clock clock;

    HeldBackFiles(CaseFiles cases, WorkingTime workingTime, Clock clock) {
        this.cases = cases;
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

    /** As urgent as the case. */
    public int urgency(DelegateExecution execution) {
        return cases.find(execution.getProcessBusinessKey())
                .map(CaseFile::urgency)
                .orElse(0);
    }

    private Date in(HouseTime time) {
        return Date.from(workingTime.due(clock.instant(), time));
    }
}
