package org.safecontact.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody wants to put on record.
 *
 * @param kind what sort of statement it is
 * @param title heading in plain words; at most 300 characters
 * @param statements questions and answers in the order of the form; at most 200
 * @param happenedAt when it happened; null means now
 * @param knownAt when the writer came to know of it; null means now
 * @param author who says so, in which role
 * @param supersedes number of the earlier entry of the same case that this one corrects; null when it corrects nothing
 */
public record NewEntry(
        EntryKind kind,
        String title,
        List<Statement> statements,
        Instant happenedAt,
        Instant knownAt,
        Author author,
        Integer supersedes) {

    /** Says in an entry of the product's own who did what it tells of. */
    public static final String BY = "By";

    static final int LONGEST_TITLE = 300;
    static final int MOST_STATEMENTS = 200;

    public NewEntry {
        if (kind == null || author == null) {
            throw new IllegalArgumentException("An entry needs its kind and its author");
        }
        title = Words.clean(title, LONGEST_TITLE);
        statements = List.copyOf(statements);
        if (statements.size() > MOST_STATEMENTS) {
            throw new IllegalArgumentException("An entry has more than " + MOST_STATEMENTS + " statements");
        }
    }

    /** Something that happened and became known just now. */
    public static NewEntry now(EntryKind kind, String title, List<Statement> statements, Author author) {
        return new NewEntry(kind, title, statements, null, null, author, null);
    }

    /**
     * The same as it is copied into another case: the product's own entry there, which says who did it. Whoever that is may be kept away from
     * that case, must not learn that it exists, and always reads what they wrote themselves (contract, 5.6).
     *
     * @param by the name of whoever wrote the one that is copied
     */
    public NewEntry copied(String by) {
        List<Statement> says = new ArrayList<>(statements);
        says.add(new Statement(BY, by));
        return new NewEntry(kind, title, says, happenedAt, knownAt, Author.SYSTEM, null);
    }

    /** Keeps what was said out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "NewEntry[" + kind + " by " + author + "]";
    }
}
