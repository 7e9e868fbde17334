package org.safecontact.incident;

/** There is no incident with that reference. */
public class UnknownIncident extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownIncident(String reference) {
        super("There is no report " + reference);
    }
}
