package org.safecontact.engine;

import java.sql.SQLException;

/** What no database keeps, such as the character zero: nobody can have typed it, and nothing of what came with it was kept. */
public final class NotKeepable {

    /** The standard's own code, <i>character not in repertoire</i>. */
    private static final String NO_SUCH_CHARACTER = "22021";

    private NotKeepable() {}

    /** Whether that is why a request failed. */
    public static boolean isWhy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && NO_SUCH_CHARACTER.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
