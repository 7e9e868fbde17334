package org.safecontact.restriction;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.inform.AuthorityRung;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The child's social worker hears of a limit by telephone: within 24 hours of what was made because of danger, counted from then and through
 * weekends (NMS 9.3; practice, section 2), else by when the table {@code device-restriction} says.
 */
@Service
@Transactional
public class ToldOfLimit {

    private static final String CALL = "-told";
    private static final String PHONE = "-phone";
    private static final String ALONE = "-alone";

    private final Restrictions restrictions;
    private final AuthorityRung authority;
    private final AuthorityTold authorityTold;
    private final WorkingTime workingTime;
    private final Clock clock;

    ToldOfLimit(
            Restrictions restrictions,
            AuthorityRung authority,
            AuthorityTold authorityTold,
            WorkingTime workingTime,
            Clock clock) {
        this.restrictions = restrictions;
        this.authority = authority;
        this.authorityTold = authorityTold;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Begins the call that this limit needs; what waits for the authority is told by asking it, and what was never limited needs none but where force was spoken of. */
    public void tell(String reference) {
        Restriction restriction = restrictions.get(reference);
        end(restriction)
                .ifPresent(end -> authority.aboutLimit(
                        restriction.caseReference().orElse(reference), reference + CALL, began(restriction), end));
    }

    /** As long as nobody has said which child it is about. */
    public void tellInCase(String caseReference, Instant takenAt) {
        authority.aboutLimit(
                caseReference,
                caseReference + PHONE,
                Optional.of(takenAt),
                workingTime.due(takenAt, HouseTime.PHONE_TAKEN));
    }

    /** A case that is taken back takes its calls with it; the phone was taken all the same. */
    @EventListener
    void on(IncidentEnded ended) {
        if (authorityTold.byUs(ended.reference())) {
            return;
        }
        restrictions.ofCase(ended.reference()).stream()
                .filter(one -> !one.returned())
                .forEach(one -> end(one).ifPresent(end ->
                        authority.aboutLimit(one.reference(), one.reference() + ALONE, began(one), end)));
    }

    private Optional<Instant> end(Restriction restriction) {
        Optional<Instant> since = began(restriction);
        if (restriction.wasMade()) {
            return since.map(from -> workingTime.due(from, HouseTime.PHONE_TAKEN));
        }
        String within = restriction.answer().map(Answer::tellWithin).orElse(Answer.NONE);
        if (within.equals(Answer.NOW)) {
            return Optional.of(workingTime.due(clock.instant(), HouseTime.CALL_AUTHORITY));
        }
        return restriction.runs() && !within.equals(Answer.NONE)
                ? since.map(from -> workingTime.due(from, within))
                : Optional.empty();
    }

    private static Optional<Instant> began(Restriction restriction) {
        return restriction.terms().flatMap(LimitTerms::from);
    }
}
