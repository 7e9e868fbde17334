package org.safecontact.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A session as several requests share it: a screen asks many things at once, and the first that finds the login over ends the
 * session under the hands of the others, which then have none.
 */
final class SharedSession {

    private SharedSession() {}

    static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> kind) {
        try {
            return Optional.ofNullable(request.getSession(false))
                    .map(session -> session.getAttribute(name))
                    .filter(kind::isInstance)
                    .map(kind::cast);
        } catch (IllegalStateException endedInThisMoment) {
            return Optional.empty();
        }
    }

    static void change(HttpServletRequest request, Consumer<HttpSession> change) {
        try {
            Optional.ofNullable(request.getSession(false)).ifPresent(change);
        } catch (IllegalStateException endedInThisMoment) {
            // then nothing of it is kept any more
        }
    }

    static void end(HttpServletRequest request) {
        change(request, HttpSession::invalidate);
    }
}
