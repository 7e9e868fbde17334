package org.safecontact.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.NotYours;
import org.safecontact.agency.IfInDanger;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.NotKeepable;
import org.safecontact.engine.NotPossible;
import org.safecontact.engine.SameMoment;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.UnknownIncident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;

/** What a person reads when our own pages refuse something: a sentence, and one for each field, without ids. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@RestControllerAdvice(basePackages = "org.safecontact")
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final int MOST_PLACES = 5;

    private static final String LOOK_AGAIN = "Please look at this once more.";

    /** The shape that Tasklist's plugin and our pages understand. */
    record Refusal(String type, String message, Map<String, String> fields) {
        static Refusal of(String message, Map<String, String> fields) {
            return new Refusal("FormRefused", message, fields);
        }
    }

    private final IfInDanger ifInDanger;
    private final boolean demonstration;

    Refusals(IfInDanger ifInDanger, Environment environment) {
        this.ifInDanger = ifInDanger;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> formRefused(FormRefused refused) {
        Map<String, String> fields = new LinkedHashMap<>(refused.messages());
        String whole = fields.remove("");
        return answer(HttpStatus.BAD_REQUEST, Refusal.of(whole == null ? LOOK_AGAIN : whole, fields));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> notAllowed(NotAllowed refused) {
        return answer(HttpStatus.CONFLICT, Refusal.of(refused.getMessage(), Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> somebodyWasFaster(SomebodyWasFaster refused) {
        return answer(HttpStatus.CONFLICT, Refusal.of(refused.getMessage(), Map.of()));
    }

    /** What no database keeps is refused in words wherever it came in; anything else is {@link #unforeseen}. */
    @ExceptionHandler
    Object failed(RuntimeException failure, HttpServletRequest request) {
        if (!NotKeepable.isWhy(failure)) {
            return unforeseen(failure, request);
        }
        return wantsPage(request)
                ? page("error", HttpStatus.BAD_REQUEST, "status", HttpStatus.BAD_REQUEST.value())
                : answer(HttpStatus.BAD_REQUEST, Refusal.of(LOOK_AGAIN, Map.of()));
    }

    /**
     * Whatever nobody foresaw: nothing that a person can put right. The log gets kinds and places only: what a database says may quote what
     * somebody wrote. What the framework itself refuses, {@link ApiRefusals} or the framework says, and pages have their own.
     */
    ResponseEntity<Refusal> unforeseen(RuntimeException failure, HttpServletRequest request) {
        if (SameMoment.isWhy(failure) && !wantsPage(request)) {
            return somebodyWasFaster(SameMoment.notTaken());
        }
        if (wantsPage(request) || failure.getClass().getName().startsWith("org.springframework.web.")) {
            throw failure;
        }
        LOG.error("A request failed: {} at {}", kinds(failure), places(failure));
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, Refusal.of(NotPossible.WORDS, Map.of()));
    }

    /** Says the same of what is not there and of what is not theirs; a person gets a page, a script its own shape. */
    @ExceptionHandler({NotYours.class, UnknownIncident.class})
    Object notYours(RuntimeException refused, HttpServletRequest request) {
        if (wantsPage(request)) {
            return page("pages/refused", HttpStatus.NOT_FOUND, "sentence", new NotYours().getMessage());
        }
        return answer(HttpStatus.NOT_FOUND, Refusal.of(new NotYours().getMessage(), Map.of()));
    }

    /** The body is never repeated: nobody knows what stands in it. */
    @ExceptionHandler
    ResponseEntity<Refusal> unreadable(HttpMessageNotReadableException refused) {
        return answer(HttpStatus.BAD_REQUEST, Refusal.of(LOOK_AGAIN, Map.of()));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.startsWith(MediaType.TEXT_HTML_VALUE);
    }

    private static String kinds(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(", because of "));
    }

    private static String places(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.safecontact"))
                .limit(MOST_PLACES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
    }

    private ModelAndView page(String name, HttpStatus status, String word, Object value) {
        return new ModelAndView(
                name,
                Map.of(
                        word,
                        value,
                        "dutyTelephone",
                        ifInDanger.dutyTelephone(),
                        "demonstration",
                        demonstration,
                        "csrfToken",
                        ""),
                status);
    }

    ResponseEntity<Refusal> answer(HttpStatusCode status, Refusal refusal) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Refusal(refusal.type(), refusal.message() + " " + ifInDanger.sentence(), refusal.fields()));
    }
}
