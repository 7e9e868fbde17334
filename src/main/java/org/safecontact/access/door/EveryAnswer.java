package org.safecontact.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer says to the browser, refusals and errors too; a page that needs more says so itself. Over TLS, at this machine or at a
 * proxy that this machine believes, cookies and the browser stay with TLS. Source: OWASP ASVS 4.0.3, 3.4 and 14.4.
 */
class EveryAnswer extends OncePerRequestFilter {

    static final String CONTENT_SECURITY = "Content-Security-Policy";

    /** Of the pages of ours; Camunda's own say theirs (application.yaml). */
    private static final String ONLY_OURS =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String ERROR_PAGE = "/error";

    /** Two years, for this address alone: the agency may have others below it. */
    private static final String ONLY_TLS = "max-age=63072000";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        tell(response::setHeader, request.isSecure());
        if (ERROR_PAGE.equals(request.getServletPath())) {
            // Only the web server itself has anything to say there.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.isSecure()) {
            chain.doFilter(request, new SecureCookies(response));
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * @param header sets one, by its name
     * @param secure whether the request came over TLS
     */
    static void tell(BiConsumer<String, String> header, boolean secure) {
        header.accept(CONTENT_SECURITY, ONLY_OURS);
        header.accept("X-Frame-Options", "DENY");
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            header.accept("Strict-Transport-Security", ONLY_TLS);
        }
    }

    /** Camunda's own filters write their cookies by hand, without a look at how the request came. */
    private static class SecureCookies extends HttpServletResponseWrapper {

        SecureCookies(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, secured(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, secured(name, value));
        }

        private static String secured(String name, String value) {
            boolean cookie = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name);
            return cookie && !value.contains("; Secure") ? value + "; Secure" : value;
        }
    }
}
