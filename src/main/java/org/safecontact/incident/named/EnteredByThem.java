package org.safecontact.incident.named;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.EnteredHere;
import org.safecontact.agency.EnteredHere.Entered;
import org.springframework.stereotype.Component;

/** Nobody who is kept away from something reads it through a login that they made since (contract, 5.6). */
@Component
class EnteredByThem {

    private final EnteredHere entered;
    private final CaseFiles files;

    EnteredByThem(EnteredHere entered, CaseFiles files) {
        this.entered = entered;
        this.files = files;
    }

    /** Whom they entered on pages since they were first kept away from anything, and whom these did. */
    Set<String> of(Set<String> away) {
        Set<String> theirs = new LinkedHashSet<>();
        Map<String, Instant> since = Map.of();
        for (Entered each : entered.all()) {
            if (away.contains(each.by()) || theirs.contains(each.by())) {
                since = since.isEmpty() ? files.firstExcluded() : since;
                Instant from = since.get(each.by());
                if (theirs.contains(each.by()) || from != null && each.at().isAfter(from)) {
                    theirs.add(each.personId());
                }
            }
        }
        return theirs;
    }
}
