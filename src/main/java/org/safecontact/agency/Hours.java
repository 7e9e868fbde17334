package org.safecontact.agency;

/** Whether the office can still answer; the values of the decision table {@code who-to-tell}. */
public enum Hours {
    OFFICE("office"),
    OUT_OF_HOURS("outOfHours");

    private final String id;

    Hours(String id) {
        this.id = id;
    }

    /** The value that the decision table knows. */
    public String id() {
        return id;
    }
}
