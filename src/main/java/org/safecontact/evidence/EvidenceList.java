package org.safecontact.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything about the evidence of a case: items and files by number, the ledger oldest first. */
public record EvidenceList(List<EvidenceItem> items, List<EvidenceFile> files, List<Touch> custody) {

    private static final Set<Touch.What> TAKES_IT_BACK =
            EnumSet.of(Touch.What.ADDED, Touch.What.LOCKED, Touch.What.SEALED);

    /**
     * Who said when that the copies on own phones may go; what was added after that is not meant. Once a file was kept shut, what was said
     * before never counts again, though that file is removed.
     */
    public Optional<Touch> ownCopiesMayGo() {
        if (keptShut()) {
            return Optional.empty();
        }
        return custody.stream()
                .filter(touch -> touch.what() == Touch.What.OWN_COPIES_MAY_GO || TAKES_IT_BACK.contains(touch.what()))
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
