package org.safecontact.record;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One entry of a case's record, as it stands for good.
 *
 * @param id number of the entry over all cases
 * @param reference the case
 * @param number place in the record of the case, from 1 without gaps
 * @param kind what sort of statement it is
 * @param title heading in plain words
 * @param statements questions and answers
 * @param happenedAt when it happened
 * @param knownAt when the writer came to know of it
 * @param writtenAt when it was written
 * @param author who wrote it, in which role
 * @param supersedes number of the entry that this one corrects, or null
 * @param hash link of the chain, hexadecimal ({@code docs/verify.md})
 */
public record Entry(
        long id,
        String reference,
        int number,
        EntryKind kind,
        String title,
        List<Statement> statements,
        Instant happenedAt,
        Instant knownAt,
        Instant writtenAt,
        Author author,
        Integer supersedes,
        String hash) {

    /** Whether this says what the other would: the same words of the same kind, about the same entry. */
    public boolean says(NewEntry other) {
        return kind == other.kind()
                && title.equals(other.title())
                && statements.equals(other.statements())
                && Objects.equals(supersedes, other.supersedes());
    }

    /** Keeps what was said out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "Entry[" + reference + " " + number + " " + kind + "]";
    }
}
