package org.safecontact.record;

/**
 * Who wrote something, and in which role.
 *
 * @param personId the person's login id, or {@code system}
 * @param role the group id in which the person acted, or {@code system}
 */
public record Author(String personId, String role) {

    private static final int LONGEST = 100;

    /** The product itself: a decision table, a timer, a message that went out. */
    public static final Author SYSTEM = new Author("system", "system");

    public Author {
        personId = Words.clean(personId, LONGEST);
        role = Words.clean(role, LONGEST);
    }
}
