package org.safecontact.inform;

/**
 * A way out of the house: e-mail now; one that texts or rings can stand beside it. A gateway hands over and does not
 * retry: that is the diagram's.
 */
public interface MessageGateway {

    /**
     * Hands one message over.
     *
     * @param id fixed Message-ID without brackets; a gateway that can refuses the same id twice
     * @param address where it goes, as the gateway understands it
     * @param subject one line without case content
     * @param text without case content
     * @throws NotDelivered when it was not taken, whatever the reason
     */
    void handOver(String id, String address, String subject, String text) throws NotDelivered;

    /** Whether people hear it without looking: it rings or texts. */
    boolean wakesPeople();
}
