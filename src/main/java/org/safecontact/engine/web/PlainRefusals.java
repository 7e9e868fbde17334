package org.safecontact.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Turns what the engine's web API says about a refusal, with ids and class names, into words for the person:
 * {@code {type, message, fields}} with 400 for a form that needs another look, 409 when somebody else was faster, 403
 * for what is not theirs.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class PlainRefusals extends OncePerRequestFilter {

    private static final Pattern WHAT_PEOPLE_DO = Pattern.compile(
            "/camunda/api/engine/engine/[^/]+/(task|filter|process-definition|decision-definition)(/.*)?");

    private static final int FIRST_REFUSAL = 400;

    private final RefusalWords words;
    private final ObjectMapper json;

    PlainRefusals(RefusalWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !WHAT_PEOPLE_DO.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        HeardRefusal.listen();
        try {
            chain.doFilter(request, held);
            Optional<RuntimeException> problem = HeardRefusal.heard();
            int status = held.getStatus();
            if (status >= FIRST_REFUSAL && problem.isPresent()) {
                answer(held, words.of(problem.get(), status));
            } else if (status == HttpServletResponse.SC_NOT_FOUND) {
                answer(held, words.gone());
            } else if (status >= FIRST_REFUSAL) {
                answer(held, words.notPossible(status));
            }
        } finally {
            HeardRefusal.stop();
            held.copyBodyToResponse();
        }
    }

    private void answer(ContentCachingResponseWrapper response, Refusal refusal) throws IOException {
        response.resetBuffer();
        response.setStatus(refusal.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getOutputStream(),
                Map.of("type", refusal.type(), "message", refusal.message(), "fields", refusal.fields()));
    }
}
