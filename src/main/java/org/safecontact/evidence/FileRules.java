package org.safecontact.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decided;
import org.safecontact.evidence.file.FileRefused;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.WhoWasTold;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether a file may enter a case now, and who may agree to it (practice notes, section 4; domain brief, section 4). */
@Component
class FileRules {

    private static final String TABLE = "evidence-handling";

    private final CaseDecisions decisions;
    private final Incidents incidents;
    private final ObjectProvider<WhoWasTold> telling;
    private final ItemRepository items;
    private final FileRepository files;
    private final CaseAccess access;
    private final Agency agency;
    private final boolean switchedOn;
    private final DataSize mostOfACase;

    FileRules(
            CaseDecisions decisions,
            Incidents incidents,
            ObjectProvider<WhoWasTold> telling,
            ItemRepository items,
            FileRepository files,
            CaseAccess access,
            Agency agency,
            @Value("${safe-contact.evidence.files-allowed:true}") boolean switchedOn,
            @Value("${safe-contact.evidence.files-of-a-case:250MB}") DataSize mostOfACase) {
        this.decisions = decisions;
        this.incidents = incidents;
        this.telling = telling;
        this.items = items;
        this.files = files;
        this.access = access;
        this.agency = agency;
        this.switchedOn = switchedOn;
        this.mostOfACase = mostOfACase;
    }

    /** What the agency's table says about a kind, for this case; when it gives no answer, no file is allowed. */
    Decided<Guidance> guidance(String reference, EvidenceKind kind) {
        return decisions.decide(
                reference, TABLE, Map.of("evidenceKind", kind.value()), Guidance::of, () -> Guidance.CAREFUL);
    }

    /** Why no file of any kind may enter this case; empty when nothing stands in the way. */
    Optional<String> closed(String reference) {
        Incident incident = incidents.get(reference);
        if (!switchedOn) {
            return Optional.of("This agency takes no files. Leave everything where it is.");
        }
        if (imagesNamed(reference)) {
            return Optional.of("Nobody can add a file here: pictures that may be nude or sexual are part of the worry."
                    + " Do not look, copy, send or delete. Keep the phone as it is and ring duty.");
        }
        if (files.files(reference).stream().anyMatch(file -> file.state() == EvidenceFile.State.SEALED)) {
            return Optional.of(
                    "A file of this case is sealed, so no other is added. Leave everything where it is and ring duty.");
        }
        if (incident.state().isOver()) {
            return Optional.of("This one is closed. If there is something new, report it, or ring duty.");
        }
        return isFull(reference, 1) ? Optional.of("No other file fits here: " + full()) : Optional.empty();
    }

    /**
     * @param size of a file that came in, in bytes
     * @throws FileRefused when it does not fit beside those that the case has
     */
    void requireRoom(String reference, long size) {
        if (isFull(reference, size)) {
            throw new FileRefused("This file does not fit here any more: " + full());
        }
    }

    private boolean isFull(String reference, long more) {
        return files.files(reference).stream()
                                .filter(file -> file.state() != EvidenceFile.State.REMOVED)
                                .mapToLong(EvidenceFile::size)
                                .sum()
                        + more
                > mostOfACase.toBytes();
    }

    private String full() {
        return "the files of one report are " + mostOfACase.toMegabytes() + " MB together at most. Keep it where it is,"
                + " write on this list what it is, and ring duty.";
    }

    /** Why no file may be added to what is of this kind; empty when it may. */
    Optional<String> whyNot(String reference, EvidenceKind kind) {
        Optional<String> closed = closed(reference);
        if (closed.isPresent()) {
            return closed;
        }
        if (!guidance(reference, kind).answer().filesAllowed()) {
            return Optional.of("No file of this. Leave everything where it is.");
        }
        List<Agreed> agreed = items.agreed(reference);
        if (agreed.stream().map(Agreed::kind).noneMatch(kind::equals)) {
            return Optional.of(
                    !agreed.isEmpty()
                            ? "Files of another kind are agreed, and not of this. Leave everything where it is."
                            : answered(reference)
                                    ? "Somebody has answered, and no file is agreed." + " Leave everything where it is."
                                    : "A file is added only after a worker has answered and agreed to it. Until"
                                            + " then leave everything where it is.");
        }
        return Optional.empty();
    }

    /** What was agreed and may be added now: whoever agreed had spoken with the carer then, and it stands. */
    List<Agreed> agreed(String reference) {
        return items.agreed(reference).stream()
                .filter(agreed -> whyNot(reference, agreed.kind()).isEmpty())
                .toList();
    }

    boolean imagesNamed(String reference) {
        return items.isClosedToFiles(reference) || incidents.concerns(reference).contains(RiskQuestions.IMAGES);
    }

    /** Whether this person may agree that files are added: a worker on the case, once somebody has answered. */
    boolean mayAgree(String reference, String personId) {
        return isWorker(personId) && access.mayRead(personId, reference) && answered(reference);
    }

    /** Workers of the agency; carers and the authority's workers are not. */
    boolean isWorker(String personId) {
        return agency.person(personId)
                .filter(person -> person.is(Role.SUPERVISING_SOCIAL_WORKER)
                        || person.is(Role.DUTY_SOCIAL_WORKER)
                        || person.is(Role.TEAM_MANAGER)
                        || person.is(Role.REGISTERED_MANAGER)
                        || person.is(Role.RESPONSIBLE_INDIVIDUAL))
                .isPresent();
    }

    /** Somebody completed the acknowledgement, or took the report on the telephone, which is the same. */
    private boolean answered(String reference) {
        return incidents.get(reference).takenBy().isPresent()
                || telling.stream()
                        .anyMatch(told -> told.taken(reference)
                                .filter(WhoWasTold.Taken::answered)
                                .isPresent());
    }
}
