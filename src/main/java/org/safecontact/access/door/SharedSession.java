package org.safecontact.access.door;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A session as several requests share it: a screen asks many things at once, and the first that finds the login over ends the
 * session under the hands of the others, which then have none.
 */
final class SharedSession {

    private SharedSession() {}

    /** @param session null where there is none */
    static <T> Optional<T> attribute(HttpSession session, String name, Class<T> kind) {
        try {
            return Optional.ofNullable(session)
                    .map(there -> there.getAttribute(name))
                    .filter(kind::isInstance)
                    .map(kind::cast);
        } catch (IllegalStateException endedInThisMoment) {
            return Optional.empty();
        }
    }

    /** @param session null where there is none */
    static void change(HttpSession session, Consumer<HttpSession> change) {
        try {
            Optional.ofNullable(session).ifPresent(change);
        } catch (IllegalStateException endedInThisMoment) {
            // then nothing of it is kept any more
        }
    }

    /** @param session null where there is none */
    static void end(HttpSession session) {
        change(session, HttpSession::invalidate);
    }
}
