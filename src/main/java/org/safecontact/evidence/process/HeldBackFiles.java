package org.safecontact.evidence.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.engine.InDiagrams;
import org.springframework.stereotype.Component;

/** How urgent something about a file that nobody may open is, and when it is due: all house defaults, by the clock on the wall. */
@Component("heldBackFiles")
@InDiagrams
public class HeldBackFiles {

    private static final Duration ASK = Duration.ofHours(4);
    private static final Duration TELL_POLICE = Duration.ofMinutes(60);
    private static final Duration SECOND_PERSON = Duration.ofHours(24);

    private final CaseFiles cases;
    private final Clock clock;

    HeldBackFiles(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** 4 hours. */
    public Date askedBy() {
        return in(ASK);
    }

    /** 60 minutes, as for HIGH (practice, section 1). */
    public Date policeToldBy() {
        return in(TELL_POLICE);
    }

    /** 24 hours. */
    public Date agreedBy() {
        return in(SECOND_PERSON);
    }

    /** As urgent as the case. */
    public int urgency(DelegateExecution execution) {
        return cases.find(execution.getProcessBusinessKey())
                .map(CaseFile::urgency)
                .orElse(0);
    }

    private Date in(Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }
}
