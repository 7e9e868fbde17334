package org.safecontact.inform;

import org.safecontact.agency.Person;

/**
 * A way out of the house: e-mail now; one that texts or rings can stand beside it. A gateway hands over and does not
 * retry: that is the diagram's.
 */
public interface MessageGateway {

    /**
     * Hands one message over.
     *
     * @param id fixed Message-ID without brackets; a gateway that can refuses the same id twice
     * @param recipient to whom it goes: the gateway takes the address or the number that it can reach
     * @param subject one line without case content
     * @param text without case content
     * @throws NotDelivered when it was not taken, whatever the reason
     */
    void handOver(String id, Person recipient, String subject, String text) throws NotDelivered;

    /** What it is called on record, the same for ever: what it took once it is not handed again. */
    String name();

    /** Whether people hear it without looking: it rings or texts. */
    boolean wakesPeople();
}
