package org.safecontact.access;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safecontact.agency.London;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody may read beside the cases on which they may act: while a report about a child is open to whoever is on duty, that child's
 * reports of the last 12 months that are over (practice, section 1). Never one that is walled, nor one from which they are excluded.
 */
@Service
@Transactional(readOnly = true)
public class EarlierReports {

    /** How far back duty reads, from when a report was closed (practice, section 1). */
    private static final Period BACK = Period.ofMonths(12);

    private final CaseAccess access;
    private final ChildAccess children;
    private final Sights sights;
    private final CaseFileRepository files;
    private final ExclusionRepository exclusions;
    private final Clock clock;

    EarlierReports(
            CaseAccess access,
            ChildAccess children,
            Sights sights,
            CaseFileRepository files,
            ExclusionRepository exclusions,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.sights = sights;
        this.files = files;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    /** Whether this person may read the case, be it theirs to act on or not. */
    public boolean mayRead(String personId, String reference) {
        return access.mayRead(personId, reference)
                || files.find(reference)
                        .filter(file -> looksBack(personId, file, since()))
                        .isPresent();
    }

    /** @throws NotYours when this person may not read the case, or there is none of that reference */
    public void requireRead(String personId, String reference) {
        if (!mayRead(personId, reference)) {
            throw new NotYours();
        }
    }

    /**
     * Whether this person is heard on a report, also where it was closed while they had it open: duty too, as far back as they would read it.
     * What they say goes on in one that is open.
     */
    public boolean isHeard(String personId, String reference) {
        return access.mayRead(personId, reference)
                || files.find(reference)
                        .filter(file -> CaseReference.isReport(reference) && closedSince(file, since()))
                        .filter(file -> access.readWhileOpen(personId, reference))
                        .isPresent();
    }

    /** @throws NotYours when nothing that this person says of it is heard, or there is none of that reference */
    public void requireHeard(String personId, String reference) {
        if (!isHeard(personId, reference)) {
            throw new NotYours();
        }
    }

    /** References of a child's reports that were closed in the last 12 months, as far as this person may read them, the newest first. */
    public List<String> about(String childId, String personId) {
        return files.closedAbout(childId, since()).stream()
                .filter(CaseReference::isReport)
                .filter(reference -> mayRead(personId, reference))
                .toList();
    }

    /** References of all reports about a child, open and over, that this person may read: {@link #mayRead} asked of all of them at once. */
    public Set<String> all(String childId, String personId, int most) {
        Set<String> readable = new LinkedHashSet<>(files.aboutWithin(sights.of(personId), List.of(childId), most));
        if (children.isOpenToDuty(personId, childId)) {
            readable.addAll(files.closedToLookBack(childId, since(), personId));
        }
        readable.removeIf(reference -> !CaseReference.isReport(reference));
        return readable;
    }

    private boolean looksBack(String personId, CaseFile file, Instant since) {
        return CaseReference.isReport(file.reference())
                && file.sent()
                && !file.walled()
                && closedSince(file, since)
                && !exclusions.excluded(file.reference()).contains(personId)
                && file.childId()
                        .filter(child -> children.isOpenToDuty(personId, child))
                        .isPresent();
    }

    private static boolean closedSince(CaseFile file, Instant since) {
        return file.closedAt().filter(at -> !at.isBefore(since)).isPresent();
    }

    private Instant since() {
        return clock.instant().atZone(London.ZONE).minus(BACK).toInstant();
    }
}
