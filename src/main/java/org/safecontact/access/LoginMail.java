package org.safecontact.access;

import org.safecontact.agency.Person;

/** The way out of the house for a letter about a login: implemented by the room whose messages leave it. */
public interface LoginMail {

    /**
     * Sends one letter.
     *
     * @param id fixed Message-ID without brackets: sent twice it is one letter
     * @throws RuntimeException when it was not taken
     */
    void send(String id, Person recipient, String subject, String text);
}
