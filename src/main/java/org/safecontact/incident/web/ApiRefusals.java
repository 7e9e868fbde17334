package org.safecontact.incident.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.safecontact.engine.NotPossible;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What the framework refuses before anything of ours is asked (another verb, no such address, words where a number belongs): our API says it
 * as it says every no, and pages have their own.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class ApiRefusals {

    private static final String API = "/safe-contact/api/";

    private final Refusals refusals;

    ApiRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler({ServletException.class, TypeMismatchException.class})
    ResponseEntity<Refusals.Refusal> refusedByTheFramework(Exception refused, HttpServletRequest request)
            throws Exception {
        if (!request.getServletPath().startsWith(API)) {
            throw refused;
        }
        if (refused instanceof ErrorResponse known) {
            return refusals.answer(known.getStatusCode(), words(known.getStatusCode()));
        }
        if (refused instanceof TypeMismatchException) {
            return refusals.answer(HttpStatus.BAD_REQUEST, words(HttpStatus.BAD_REQUEST));
        }
        throw refused;
    }

    private static Refusals.Refusal words(HttpStatusCode status) {
        return Refusals.Refusal.of(
                status.value() == 404 ? "There is nothing at this address." : NotPossible.WORDS, Map.of());
    }
}
