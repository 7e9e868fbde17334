package org.safecontact.evidence;

import java.util.List;
import java.util.Optional;

/** Everything about the evidence of a case: items and files by number, the ledger oldest first. */
public record EvidenceList(List<EvidenceItem> items, List<EvidenceFile> files, List<Touch> custody) {

    /** Who said when that the copies on own phones may go; what was added after that is not meant. */
    public Optional<Touch> ownCopiesMayGo() {
        return custody.stream()
                .filter(touch -> touch.what() == Touch.What.OWN_COPIES_MAY_GO || touch.what() == Touch.What.ADDED)
                .reduce((earlier, later) -> later)
                .filter(touch -> touch.what() == Touch.What.OWN_COPIES_MAY_GO);
    }
}
