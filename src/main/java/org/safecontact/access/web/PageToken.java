package org.safecontact.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.safecontact.access.NotYours;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;

/** For every page of ours: the token that its forms send back, and the answer to who asked for what is not theirs. */
@ControllerAdvice("org.safecontact")
class PageToken {

    /** What a script of ours reads from a refusal. */
    record Refused(String type, String message) {}

    /** Template variable {@code csrfToken}, for a hidden field of that name. */
    @ModelAttribute("csrfToken")
    String csrfToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : (String) session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    }

    /** 404 and one sentence, whether it is somebody else's or was never there. */
    @ExceptionHandler
    ResponseEntity<Refused> notYours(NotYours refused) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Refused("NotYours", refused.getMessage()));
    }
}
