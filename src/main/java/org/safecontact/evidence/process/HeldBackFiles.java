package org.safecontact.evidence.process;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.engine.InDiagrams;
import org.safecontact.evidence.SealedFiles;
import org.safecontact.evidence.Touch;
import org.springframework.stereotype.Component;

/** How urgent something about a file that nobody may open is, and when it is due: by the clock on the wall. */
@Component("heldBackFiles")
@InDiagrams
public class HeldBackFiles {

    private final SealedFiles sealed;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final WorkingTime workingTime;
    private final Clock clock;

    HeldBackFiles(SealedFiles sealed, CaseAccess access, CaseFiles cases, WorkingTime workingTime, Clock clock) {
        this.sealed = sealed;
        this.access = access;
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

    /** Who saved a copy before, each once, whoever is off duty by now too; nobody who is kept away from the case. */
    public List<String> haveACopy(DelegateExecution execution) {
        return sealed.copies(FileWords.id(execution.getVariables())).stream()
                .map(Touch::personId)
                .distinct()
                .filter(person -> !access.keptAway(person, execution.getProcessBusinessKey()))
                .toList();
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
