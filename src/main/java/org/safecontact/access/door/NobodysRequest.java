package org.safecontact.access.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.web.util.WebUtils;

/**
 * The request of somebody who has not logged in. Camunda's filters make a session for everybody who asks for a page, for half an hour each:
 * whoever asks often enough fills the memory. What they want to keep lasts here as long as the request, and the token that the login needs
 * is the one in the browser's cookie. The login itself begins a session.
 */
class NobodysRequest extends HttpServletRequestWrapper {

    private static final Pattern TOKEN = Pattern.compile("[0-9A-Fa-f]{32}");

    private FleetingSession fleeting;

    NobodysRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        HttpSession begun = super.getSession(false);
        if (begun != null) {
            return begun;
        }
        if (fleeting == null) {
            fleeting = new FleetingSession(getServletContext());
            token().ifPresent(token -> fleeting.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token));
        }
        if (!fleeting.isOver()) {
            return create ? fleeting : null;
        }
        return super.getSession(create);
    }

    private Optional<String> token() {
        return Optional.ofNullable(WebUtils.getCookie(this, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME))
                .map(Cookie::getValue)
                .filter(value -> TOKEN.matcher(value).matches());
    }
}
