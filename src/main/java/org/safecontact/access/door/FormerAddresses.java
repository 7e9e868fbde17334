package org.safecontact.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Pages once had addresses that said what they show. To-dos that were begun before an update still lead there, as does what somebody noted down:
 * they go on to the address of now, whatever is sent there too.
 */
class FormerAddresses extends OncePerRequestFilter {

    private static final Map<String, String> NOW = Map.of(
            "cases", "c",
            "record", "r",
            "police", "p",
            "evidence", "e",
            "what-i-wrote", "w",
            "agreed", "a",
            "asking", "q",
            "limits", "l",
            "contacts", "t");

    static final String[] PATHS = NOW.keySet().stream()
            .flatMap(word -> Stream.of(PagesFilter.PAGES + "/" + word, PagesFilter.PAGES + "/" + word + "/*"))
            .toArray(String[]::new);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String now = Stream.of(request.getServletPath().split("/"))
                .map(part -> NOW.getOrDefault(part, part))
                .collect(Collectors.joining("/"));
        String asked = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
        response.setHeader(HttpHeaders.LOCATION, UriUtils.encodePath(now, StandardCharsets.UTF_8) + asked);
    }
}
