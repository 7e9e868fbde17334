package org.safecontact.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that was seen, as the list shows it.
 *
 * @param number place in the list of the case, from 1
 * @param ticks what was ticked about a picture
 * @param place where it is, as last said
 * @param holder who has it, as last said
 * @param placeSaidBy who said that
 * @param placeSaidAt when
 */
public record EvidenceItem(
        long id,
        String reference,
        int number,
        EvidenceKind kind,
        String app,
        String handle,
        Optional<Instant> seenFrom,
        Optional<Instant> seenTo,
        String device,
        String words,
        List<Tick> ticks,
        String notedBy,
        Instant notedAt,
        String place,
        String holder,
        String placeSaidBy,
        Instant placeSaidAt) {

    /** What somebody would note who notes this once more. */
    NewItem asNoted() {
        return new NewItem(
                kind,
                app,
                handle,
                seenFrom.orElse(null),
                seenTo.orElse(null),
                device,
                words,
                Set.copyOf(ticks),
                place,
                holder);
    }

    /** The same, somewhere else. */
    public EvidenceItem at(String otherPlace, String otherHolder) {
        return new EvidenceItem(
                id,
                reference,
                number,
                kind,
                app,
                handle,
                seenFrom,
                seenTo,
                device,
                words,
                ticks,
                notedBy,
                notedAt,
                otherPlace,
                otherHolder,
                placeSaidBy,
                placeSaidAt);
    }
}
