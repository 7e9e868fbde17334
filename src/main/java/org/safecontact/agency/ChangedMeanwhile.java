package org.safecontact.agency;

/** Somebody else has changed it since it was read. Nothing was changed. */
public class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super("Somebody has changed it meanwhile");
    }
}
