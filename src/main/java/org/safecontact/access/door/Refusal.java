package org.safecontact.access.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.IfInDanger;
import org.safecontact.agency.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says no in plain words, and on every no what to do when somebody is in danger (contract, 5.4). */
@Component
class Refusal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Agency agency;
    private final HumanTime times;
    private final IfInDanger ifInDanger;

    Refusal(Agency agency, HumanTime times, IfInDanger ifInDanger) {
        this.agency = agency;
        this.times = times;
        this.ifInDanger = ifInDanger;
    }

    void loginNeeded(HttpServletResponse response) throws IOException {
        answer(response, HttpServletResponse.SC_UNAUTHORIZED, "LoginNeeded", "Please log in first.");
    }

    void unattended(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "Unattended",
                "Nobody touched this screen for a while, so your login has ended. Please log in again: what you wrote is kept.");
    }

    /** To somebody who is not there, or not any more. */
    void nobodyThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (WhoIsThere.wasUnattended(request)) {
            unattended(response);
        } else {
            loginNeeded(response);
        }
    }

    void notOpen(HttpServletResponse response) throws IOException {
        answer(response, HttpServletResponse.SC_FORBIDDEN, "NotOpen", "This is not open to you.");
    }

    /** The same words for what is done, what is somebody else's and what never was. */
    void notThere(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                "NotThere",
                "This is no longer to do, or it is not yours. Please look at your list again.");
    }

    /** Somebody else was first: says who, and since when. */
    void taken(HttpServletResponse response, String personId, Optional<Instant> since) throws IOException {
        String when = since.map(moment -> ", since " + times.clock(moment)).orElse("");
        answer(
                response,
                HttpServletResponse.SC_CONFLICT,
                "Taken",
                agency.nameOf(personId) + " has this" + when + ". What you typed is still here for you to copy.");
    }

    /** Somebody has done it: says who, and when. */
    void done(HttpServletResponse response, Optional<String> personId, Instant at) throws IOException {
        String by = personId.map(id -> agency.nameOf(id) + " has done this").orElse("This has been done");
        answer(
                response,
                HttpServletResponse.SC_CONFLICT,
                "Done",
                by + ", " + times.at(at) + ". What you typed is still here for you to copy.");
    }

    /** Says for whom it is; what was offered to people by name is for somebody else. */
    void forOthers(HttpServletResponse response, List<Role> roles) throws IOException {
        String whom = roles.isEmpty()
                ? "somebody else"
                : roles.stream().map(role -> "a " + role.words()).collect(Collectors.joining(" or "));
        answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "ForOthers",
                "You can read this, but it is for " + whom + " to do.");
    }

    void forASecond(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "ForASecond",
                "You decided this first, so it is for somebody else to agree.");
    }

    void stalePage(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "StalePage",
                "This page has been open for too long. Please load it again.");
    }

    void somebodyElse(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "SomebodyElse",
                "Not sent: somebody else has logged in on this device since this screen was opened. Please load the page again"
                        + " and log in as yourself.");
    }

    void tooManyTries(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpStatus.TOO_MANY_REQUESTS.value(),
                "TooManyTries",
                "Too many wrong passwords from here. Please wait a minute, or ring duty.");
    }

    /** The same for a login that is there and one that is not. */
    void strangersWait(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpStatus.TOO_MANY_REQUESTS.value(),
                "StrangersWait",
                "Too many wrong passwords for this login. Please use a phone or computer on which you logged in before, or ring duty.");
    }

    void tooManyAtOnce(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "TooManyAtOnce",
                "Many people are logging in. Please try again in a moment, or ring duty.");
    }

    void longLine(HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpStatus.TOO_MANY_REQUESTS.value(),
                "LongLine",
                "A lot was sent under your name at once, and it is still being worked on. This was not taken: please try again in a moment.");
    }

    void tooMuch(HttpServletResponse response) throws IOException {
        answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "TooMuch", "That is too much at once.");
    }

    private void answer(HttpServletResponse response, int status, String type, String message) throws IOException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("message", message + " " + ifInDanger.sentence());
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.writeValue(response.getOutputStream(), body);
    }
}
