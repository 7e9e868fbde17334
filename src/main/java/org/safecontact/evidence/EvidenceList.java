package org.safecontact.evidence;

import java.util.List;
import java.util.Optional;

/** Everything about the evidence of a case: items and files by number, the ledger oldest first. */
public record EvidenceList(List<EvidenceItem> items, List<EvidenceFile> files, List<Touch> custody) {

    /** Who said when that the copies on own phones may go; what was added after that is not meant, nor anything once a file is kept shut. */
    public Optional<Touch> ownCopiesMayGo() {
        if (keptShut()) {
            return Optional.empty();
        }
        return custody.stream()
                .filter(touch -> touch.what() == Touch.What.OWN_COPIES_MAY_GO || touch.what() == Touch.What.ADDED)
                .reduce((earlier, later) -> later)
                .filter(touch -> touch.what() == Touch.What.OWN_COPIES_MAY_GO);
    }

    /** Whether a file of it may be one that nobody opens, copies or deletes: doubt keeps everything where it is (practice, section 4). */
    public boolean keptShut() {
        return files.stream()
                .map(EvidenceFile::state)
                .anyMatch(state -> state == EvidenceFile.State.LOCKED || state == EvidenceFile.State.SEALED);
    }
}
