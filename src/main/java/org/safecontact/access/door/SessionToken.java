package org.safecontact.access.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/** The token that the engine's web API gives to a session; whatever changes something sends it back (OWASP ASVS 4.0.3, 4.2). */
final class SessionToken {

    /** The header in which Tasklist sends it. */
    static final String HEADER = CsrfConstants.CSRF_TOKEN_HEADER_NAME;

    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private SessionToken() {}

    /** Whether the request changes nothing, or what was sent with it is its session's token. */
    static boolean allows(HttpServletRequest request, String sent) {
        return changesNothing(request)
                || sent != null
                        && SharedSession.attribute(
                                        request.getSession(false),
                                        CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME,
                                        String.class)
                                .filter(expected -> MessageDigest.isEqual(
                                        expected.getBytes(StandardCharsets.UTF_8),
                                        sent.getBytes(StandardCharsets.UTF_8)))
                                .isPresent();
    }

    static boolean changesNothing(HttpServletRequest request) {
        return CHANGES_NOTHING.contains(request.getMethod());
    }
}
