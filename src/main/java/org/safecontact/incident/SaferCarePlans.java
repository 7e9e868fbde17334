package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.plan.safercare.SaferCareVersion;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews of the Safer Care Plan that a case asked for: one that more serious things interrupt is still to be done. */
@Service
@Transactional
public class SaferCarePlans {

    /** The heading of a review in the record. */
    public static final String PLAN = "Safer Care Plan";

    private static final String REVIEW = "saferCarePlanReview";
    private static final String OPEN = "open";
    private static final String SIGNED_OFF = "signedOff";
    private static final String TEXT = "saferCarePlanText";

    private final NoteRepository notes;
    private final IncidentRepository incidents;
    private final IncidentRecord record;
    private final SaferCareDocument document;
    private final Clock clock;

    SaferCarePlans(
            NoteRepository notes,
            IncidentRepository incidents,
            IncidentRecord record,
            SaferCareDocument document,
            Clock clock) {
        this.notes = notes;
        this.incidents = incidents;
        this.document = document;
        this.record = record;
        this.clock = clock;
    }

    /** Whoever reviewed the contact, or assessed it, says that the plan is to be reviewed. */
    public void toBeReviewed(String reference, String by) {
        notes.add(reference, REVIEW, OPEN, by, clock.instant());
    }

    /**
     * The review is done and signed.
     *
     * @param text id of what was signed as the child's plan; empty where that stays as it is
     * @throws FormRefused at the field {@code signed}, where it cannot be signed any more
     */
    public void signedOff(String reference, Optional<Long> text, String by) {
        notes.add(reference, REVIEW, SIGNED_OFF, by, clock.instant());
        text.ifPresent(id -> {
            String child = incidents.find(reference).flatMap(Incident::childId).orElseThrow();
            document.sign(id, child, by, "signed");
            notes.add(reference, TEXT, String.valueOf(id), by, clock.instant());
        });
    }

    /** The child's plan as it holds now, where it came of this report. */
    @Transactional(readOnly = true)
    public Optional<SaferCareVersion> presentFrom(String reference) {
        return notes.newest(reference, TEXT)
                .flatMap(text -> incidents
                        .find(reference)
                        .flatMap(Incident::childId)
                        .flatMap(document::present)
                        .filter(present ->
                                text.equals(String.valueOf(present.text().id()))));
    }

    /** What was written last in this case and nobody has signed: it was sent back, or something more serious came between. */
    @Transactional(readOnly = true)
    public Optional<List<Entry>> notSigned(String reference, List<Entry> entries) {
        Optional<Instant> signed = signedOffAt(reference);
        return WrittenTogether.of(entries, PLAN).stream()
                .filter(form -> signed.filter(at -> !form.get(0).writtenAt().isAfter(at))
                        .isEmpty())
                .reduce((earlier, later) -> later);
    }

    /** When the review that this report asked for was signed last. */
    @Transactional(readOnly = true)
    public Optional<Instant> signedOffAt(String reference) {
        return notes.newestAt(reference, REVIEW, SIGNED_OFF);
    }

    /** Whether a review was asked for and is not signed off yet. */
    @Transactional(readOnly = true)
    public boolean isToBeReviewed(String reference) {
        return notes.newest(reference, REVIEW).filter(OPEN::equals).isPresent();
    }

    /** People are needed now: a review that is not done begins again beside that, and the record says so. */
    public void interrupted(String reference) {
        if (isToBeReviewed(reference)) {
            record.write(
                    reference,
                    EntryKind.ACTION,
                    "The review of the Safer Care Plan was interrupted",
                    List.of(new Statement("What follows", "It begins again, and is done before the case closes.")),
                    IncidentRecord.SYSTEM);
        }
    }
}
