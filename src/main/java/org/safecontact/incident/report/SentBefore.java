package org.safecontact.incident.report;

import org.safecontact.incident.NotAllowed;

/** A report is sent once; whoever sends it from two windows at once comes second with one of them. */
public final class SentBefore extends NotAllowed {

    private static final long serialVersionUID = 1L;

    SentBefore() {
        super("This report was sent already. You can add to it.");
    }
}
