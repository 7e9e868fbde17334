package org.safecontact.incident.web;

import java.util.Optional;
import org.safecontact.access.CaseFile;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** What somebody reads whose worry came to a report that had just been closed, and goes on in another one. */
@Component
class WentOn {

    private final CaseFiles files;
    private final Incidents incidents;
    private final HumanTime times;

    WentOn(CaseFiles files, Incidents incidents, HumanTime times) {
        this.files = files;
        this.incidents = incidents;
        this.times = times;
    }

    /** Empty where it counts in the report itself. */
    Optional<String> words(String reference, String counts) {
        return counts.equals(reference)
                ? Optional.empty()
                : files.find(reference)
                        .flatMap(CaseFile::closedAt)
                        .map(closed -> (begunBecauseOf(reference, counts)
                                        ? "That report was closed %s. We have begun a new one, %s, and somebody is being told now."
                                        : "That report was closed %s. It counts in the one that you have open, %s, and somebody is being told now.")
                                .formatted(times.at(closed), counts));
    }

    /** Whether it is one that goes on from that: not another one, which its reporter had begun besides. */
    boolean begunBecauseOf(String reference, String counts) {
        return incidents.goesOnFrom(counts).contains(reference);
    }
}
