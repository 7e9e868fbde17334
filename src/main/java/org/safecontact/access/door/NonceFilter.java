package org.safecontact.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the pages of Camunda's web applications a nonce of their own. Camunda 7.24 hands it from the header to the page
 * through the one servlet context of all requests: when two people open a page at once, the browser gets a page whose
 * scripts its header forbids, and stays white.
 */
class NonceFilter extends OncePerRequestFilter {

    static final String SCREENS = "/camunda/app/*";

    private static final Pattern PAGE = Pattern.compile("/([^/.]*|index\\.html)$");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[^\"]*\"");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-[^']*'");

    /** 160 bits, as Camunda's own. */
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGE.matcher(request.getRequestURI()).find();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        String policy = held.getHeader(EveryAnswer.CONTENT_SECURITY);
        if (policy != null) {
            String nonce = nonce();
            String page = new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
            byte[] own =
                    IN_PAGE.matcher(page).replaceAll("nonce=\"" + nonce + "\"").getBytes(StandardCharsets.UTF_8);
            held.setHeader(
                    EveryAnswer.CONTENT_SECURITY, IN_HEADER.matcher(policy).replaceAll("'nonce-" + nonce + "'"));
            held.resetBuffer();
            held.getOutputStream().write(own);
        }
        held.copyBodyToResponse();
    }

    private String nonce() {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
