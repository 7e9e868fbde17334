package org.safecontact.inform;

/** A message was not taken. Says no more: what a mail server answers may quote the message. */
public class NotDelivered extends Exception {

    private static final long serialVersionUID = 1L;

    public NotDelivered(String reason) {
        super(reason);
    }
}
