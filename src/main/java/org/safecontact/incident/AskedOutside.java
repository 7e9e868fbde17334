package org.safecontact.incident;

import java.util.List;

/** Who outside the agency is asked to act on a report; the room of the referrals has it done, and follows it until they answer. */
public interface AskedOutside {

    /** Heading in the record: what somebody says of their own report of sexual abuse (practice, section 8). */
    String OWN_REPORT = "Own report of sexual abuse";

    /**
     * Decides who has to hear of it, and has them asked who were not. The police are no part of it: they have a to-do of their own. Where sexual
     * abuse was told, seen or found, whoever knows is asked for their own report too.
     *
     * @return whether the police have to hear of it
     */
    boolean assessed(String reference, Assessed said);

    /** Whom somebody asked, or has to ask, and how far that is, a line for each. */
    List<String> lines(String reference);

    /** Whether anybody was asked. */
    boolean anybody(String reference);
}
