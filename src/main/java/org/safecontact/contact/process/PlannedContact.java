package org.safecontact.contact.process;

/** Names of the diagram {@code planned-contact}. */
final class PlannedContact {

    static final String PROCESS = "planned-contact";
    /** The contact, also the business key. */
    static final String REFERENCE = "reference";
    /** Id of the child. */
    static final String CHILD = "childId";
    /** Id of who tells of it. */
    static final String TOLD_BY = "toldBy";
    /** What follows, a name of {@code WhatBecame}; null until it is sent. */
    static final String OUTCOME = "outcome";

    /** How often more people were asked to ring the home; null until then. */
    static final String ASKED_MORE = "askedMore";

    private PlannedContact() {}
}
