package org.safecontact.plan.process;

/** Names of the diagram {@code contact-authorisation}. */
final class ContactAuthorisation {

    static final String PROCESS = "contact-authorisation";
    /** {@code CON-<year>-<six digits>}, also the business key. */
    static final String REFERENCE = "reference";

    static final String CHILD_ID = "childId";
    /** Id of who asks. */
    static final String ASKER = "asker";
    /** Boolean: whether anything was asked. */
    static final String ASKED = "asked";
    /** Who may decide, a word of the table {@code contact-authority}. */
    static final String AUTHORISER = "authoriser";
    /** Boolean: whether whoever decided found that a court's order stands against it. */
    static final String ORDER_FOUND = "orderFound";

    private ContactAuthorisation() {}
}
