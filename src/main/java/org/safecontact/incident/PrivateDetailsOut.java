package org.safecontact.incident;

/**
 * More of a child's private details got out than was known before, or that some did without saying which. Same transaction, after whoever is
 * named was kept away.
 *
 * @param by who said so
 * @param withTheReport whether the report itself says so, not somebody later
 */
public record PrivateDetailsOut(String reference, String by, boolean withTheReport) {

    /** Heading in the record of what whoever looked into it says, and decides for tonight. */
    public static final String SAFE_AT_HOME = "Private details got out: is it still safe at home?";
}
