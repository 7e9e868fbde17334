package org.safecontact.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.HiddenFile;
import org.safecontact.record.TypedText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that nobody opens any more: locked until whoever added them confirmed again, sealed because somebody doubts,
 * removed only on a police officer's written direction that two people follow (domain brief, section 4, prohibition 7;
 * contract, section 5).
 */
@Service
@Transactional
public class SealedFiles {

    private static final int LONGEST = 200;

    private final ItemRepository items;
    private final FileRepository files;
    private final Incidents incidents;
    private final CustodyLedger ledger;
    private final CaseRecord record;
    private final CaseAccess access;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SealedFiles(
            ItemRepository items,
            FileRepository files,
            Incidents incidents,
            CustodyLedger ledger,
            CaseRecord record,
            CaseAccess access,
            Agency agency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.files = files;
        this.incidents = incidents;
        this.ledger = ledger;
        this.record = record;
        this.access = access;
        this.agency = agency;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Pictures were named: from now on no file enters the case, and those already there are locked. The same in every other case that came of
     * the same report, also where that one is over: a picture may be in any of them (practice, section 4).
     */
    public void closeToFiles(String reference) {
        close(reference);
        incidents.ofSameReport(reference).forEach(this::close);
    }

    private void close(String reference) {
        record.takeTurn(reference);
        items.closeToFiles(reference, clock.instant());
        for (EvidenceFile file : files.files(reference)) {
            if (file.state() == EvidenceFile.State.OPEN) {
                ledger.file(
                        file,
                        Touch.What.LOCKED,
                        Author.SYSTEM.personId(),
                        "Pictures that may be nude or sexual became part of the worry.");
                events.publishEvent(new FileHeldBack(reference, file.id(), false));
            }
        }
    }

    /**
     * Somebody says, or doubts, that a file is indecent: nobody opens it from this moment on.
     *
     * @param by who presses it; anybody on the case
     * @param saidBy who says so, in words
     */
    public void seal(String reference, int number, String by, String saidBy) {
        access.requireRead(by, reference);
        EvidenceFile file = files.find(reference, number).orElseThrow(NotYours::new);
        if (seal(file.id(), by, saidBy)) {
            events.publishEvent(new FileHeldBack(reference, file.id(), true));
        }
    }

    /** As {@link #seal(String, int, String, String)}, where somebody already has the file in hand. */
    public boolean seal(UUID id, String by, String saidBy) {
        String who = TypedText.clean(saidBy);
        if (who.isEmpty() || who.length() > LONGEST || HiddenFile.in(who)) {
            throw new FormRefused("saidBy", "Please say who says so. Do not say what is in it.");
        }
        record.takeTurn(file(id).reference());
        EvidenceFile file = file(id);
        if (file.state() == EvidenceFile.State.SEALED || file.state() == EvidenceFile.State.REMOVED) {
            return false;
        }
        ledger.file(file, Touch.What.SEALED, by, "May be indecent, says: " + who);
        return true;
    }

    /** Whoever added a locked file confirmed once more that only words are in it. */
    public void confirmedAgain(UUID id, String by) {
        requireManager(by);
        record.takeTurn(file(id).reference());
        EvidenceFile file = file(id);
        if (file.state() != EvidenceFile.State.LOCKED) {
            throw new NotAllowed("This file is not waiting for that any more.");
        }
        ledger.file(
                file,
                Touch.What.CONFIRMED_AGAIN,
                by,
                agency.nameOf(file.addedBy()) + " confirmed again: " + OnlyWords.WORDS);
    }

    /** The police were told and gave no direction to remove it: it stays, sealed. */
    public void keepSealed(UUID id, String by) {
        requireManager(by);
        record.takeTurn(file(id).reference());
        ledger.file(sealed(id), Touch.What.KEPT_SEALED, by, "The police were told. It stays sealed.");
    }

    /** A police officer directed in writing that a sealed file is removed; a second person has still to agree. */
    public void direct(UUID id, String by, PoliceDirection direction) {
        requireManager(by);
        record.takeTurn(file(id).reference());
        EvidenceFile file = sealed(id);
        files.direct(id, direction, by, clock.instant());
        ledger.file(file, Touch.What.DIRECTED, by, "Removal directed by " + inWords(direction));
    }

    /**
     * The second person agrees: the pieces are removed; hash, ledger and direction stay.
     *
     * @throws NotAllowed when the same person decided before, or there is no direction
     */
    public void remove(UUID id, String by) {
        if (!agency.is(by, Role.REGISTERED_MANAGER) && !agency.is(by, Role.RESPONSIBLE_INDIVIDUAL)) {
            throw new NotAllowed("Only a registered manager or the responsible individual may agree to this.");
        }
        record.takeTurn(file(id).reference());
        EvidenceFile file = sealed(id);
        PoliceDirection.Decided decided = files.direction(id)
                .orElseThrow(() -> new NotAllowed("There is no police officer's direction about this file."));
        if (decided.decidedBy().equals(by)) {
            throw new NotAllowed("Two people decide this. Somebody else has to agree.");
        }
        files.remove(id, decided.id(), by, clock.instant());
        ledger.file(
                file,
                Touch.What.REMOVED,
                by,
                "Directed by " + inWords(decided.direction()) + ". Backups that still hold it: "
                        + decided.direction().backups());
    }

    /** The newest direction about a file, and who decided to follow it. */
    @Transactional(readOnly = true)
    public Optional<PoliceDirection.Decided> direction(UUID id) {
        return files.direction(id);
    }

    /** The file, wherever it stands. */
    @Transactional(readOnly = true)
    public EvidenceFile file(UUID id) {
        return files.find(id).orElseThrow(NotYours::new);
    }

    /** Who saved a copy of the file to look at, each time they did, oldest first. */
    @Transactional(readOnly = true)
    public List<Touch> copies(UUID id) {
        return ledger.of(file(id).reference()).stream()
                .filter(touch -> touch.what() == Touch.What.OPENED)
                .filter(touch -> touch.fileId().filter(id::equals).isPresent())
                .toList();
    }

    /** Files of a case that wait for somebody to ask or to decide. */
    @Transactional(readOnly = true)
    public List<EvidenceFile> undecided(String reference) {
        List<UUID> kept = ledger.of(reference).stream()
                .filter(touch -> touch.what() == Touch.What.KEPT_SEALED)
                .flatMap(touch -> touch.fileId().stream())
                .toList();
        return files.files(reference).stream()
                .filter(file -> file.state() == EvidenceFile.State.LOCKED
                        || file.state() == EvidenceFile.State.SEALED && !kept.contains(file.id()))
                .toList();
    }

    private EvidenceFile sealed(UUID id) {
        EvidenceFile file = file(id);
        if (file.state() != EvidenceFile.State.SEALED) {
            throw new NotAllowed("This file is not sealed.");
        }
        return file;
    }

    private void requireManager(String by) {
        if (!agency.is(by, Role.REGISTERED_MANAGER)) {
            throw new NotAllowed("This is the registered manager's to do.");
        }
    }

    private static String inWords(PoliceDirection direction) {
        return "%s, number %s, %s, reference %s"
                .formatted(
                        direction.officer(), direction.officerNumber(), direction.force(), direction.policeReference());
    }
}
