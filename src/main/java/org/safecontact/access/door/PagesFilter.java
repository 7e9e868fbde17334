package org.safecontact.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Stands before our own pages and their API ({@code /safe-contact/**}): the person comes from Camunda's login, a change
 * needs the token that Tasklist sends too, and no answer stays in a browser.
 */
@Component
class PagesFilter extends OncePerRequestFilter {

    static final String PAGES = "/safe-contact";
    static final String LOGIN = "/camunda/app/tasklist/";

    /** For whom the screen is that sends something, by id, percent-encoded; left out by pages whose token is their session's. */
    static final String SHOWN_TO = "X-Shown-To";

    private static final String API = PAGES + "/api/";
    /** What anybody may have before the login: duty's number for the login page, and scripts, styles, pictures. */
    private static final Pattern OPEN =
            Pattern.compile(API + "house|" + PAGES + "/[A-Za-z0-9-]+\\.(js|css|svg|png|ico|woff2)");
    /** What whoever cannot log in may read all the same: how this works, and nothing about anybody. */
    private static final Pattern GUIDES = Pattern.compile(PAGES + "/(guide(/[a-z]+)?|pictures/[a-z0-9-]+\\.png)");

    /** 200 KB is well above anything that fits the fields; house default. */
    private static final int MOST_BYTES = 200_000;

    private final WhoIsThere who;
    private final IdentityService identity;
    private final Refusal refusal;
    private final OwnLine line;

    PagesFilter(WhoIsThere who, IdentityService identity, Refusal refusal, OwnLine line) {
        this.who = who;
        this.identity = identity;
        this.refusal = refusal;
        this.line = line;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (reads(OPEN, request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SomebodyThere> person =
                who.of(request).filter(there -> !there.roles().isEmpty());
        if (person.isEmpty() && reads(GUIDES, request)) {
            chain.doFilter(request, response);
        } else if (person.isEmpty()) {
            sendToLogin(request, response);
        } else if (!carriesToken(request)) {
            refusal.stalePage(response);
        } else if (!isShownTo(person.get(), request)) {
            refusal.somebodyElse(response);
        } else {
            SomebodyThere there = person.get();
            if (!line.inTurn(there.id(), request, () -> bounded(there, request, response, chain))) {
                refusal.longLine(response);
            }
        }
    }

    /** What people type fits many times over. The web server bounds a form, and the one address that takes files a file. */
    private void bounded(
            SomebodyThere person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlainForm(request) || isFile(request)) {
            asPerson(person, request, response, chain);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refusal.tooMuch(response);
        } else {
            asPerson(person, new CheckedRequest(request, body, request.getQueryString()), response, chain);
        }
    }

    private void asPerson(
            SomebodyThere person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> groups = person.roles().stream().map(Role::groupId).toList();
        identity.setAuthentication(person.id(), groups, List.of());
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static boolean reads(Pattern pages, HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return SessionToken.changesNothing(request) && pages.matcher(path).matches();
    }

    private void sendToLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean page = (request.getMethod().equals("GET") || isPlainForm(request))
                && !request.getServletPath().startsWith(API)
                && Optional.ofNullable(request.getHeader("Accept")).orElse("").contains("text/html");
        if (page) {
            response.sendRedirect(LOGIN + "default/?back=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8));
        } else {
            refusal.nobodyThere(request, response);
        }
    }

    /** The page that was asked for, to come back to after the login. */
    private static String asked(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** The token in the header that Tasklist uses, or in the hidden field of one of our forms. */
    private static boolean carriesToken(HttpServletRequest request) {
        String sent = request.getHeader(SessionToken.HEADER);
        if (sent == null && isPlainForm(request)) {
            sent = request.getParameter("csrfToken");
        }
        return SessionToken.allows(request, sent);
    }

    /** Two people share a tablet: what one of them began on a screen is never sent as the other, who logged in beside it. */
    private static boolean isShownTo(SomebodyThere person, HttpServletRequest request) {
        String shownTo = request.getHeader(SHOWN_TO);
        try {
            return shownTo == null
                    || UriUtils.decode(shownTo, StandardCharsets.UTF_8).equals(person.id());
        } catch (IllegalArgumentException nobodysId) {
            return false;
        }
    }

    private static boolean isPlainForm(HttpServletRequest request) {
        return type(request).startsWith("application/x-www-form-urlencoded");
    }

    private static boolean isFile(HttpServletRequest request) {
        return type(request).startsWith("multipart/");
    }

    private static String type(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    }
}
