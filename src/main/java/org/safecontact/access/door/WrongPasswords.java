package org.safecontact.access.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safecontact.access.LoginAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Slows down who tries passwords. Whoever could lock a login by typing wrong passwords could keep every worker out in the night in which a
 * child needs one: so a browser that logged in before is counted by itself, and strangers cannot make it wait. Source: OWASP, <i>Slow Down
 * Online Guessing Attacks with Device Cookies</i>.
 */
@Component
class WrongPasswords {

    /** Wrong passwords for one login from one address, or from one known browser, until it has to wait. House default. */
    static final int FOR_ONE_LOGIN = 5;

    /** Wrong passwords for any login from one address; an office has one address. House default. */
    static final int FOR_ALL = 30;

    /** How long it has to wait, from its first wrong password on. House default. */
    static final Duration WAIT = Duration.ofMinutes(1);

    /** Wrong passwords for one login from any browser that is not known to it; NIST SP 800-63B allows a hundred. */
    static final int FROM_ANYWHERE = 100;

    /** From the first of these on, strangers wait. House default. */
    static final Duration LONG_WAIT = Duration.ofHours(1);

    /** How long a browser is known after it logged in. House default. */
    static final Duration KNOWN = Duration.ofDays(180);

    static final String COOKIE = "safe-contact-known";

    private static final String LOGIN_ADDRESSES = "/camunda/api/admin/auth";
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_LOGIN = 64;
    private static final Pattern IP_6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    /** Whether the password may be looked at, and whether it comes from a browser that logged in with this login before. */
    enum Verdict {
        LOOK,
        LOOK_KNOWN,
        WAIT_HERE,
        STRANGERS_WAIT
    }

    private final SecureRandom random = new SecureRandom();
    private final LoginAttempts attempts;
    private final Clock clock;

    WrongPasswords(LoginAttempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Counts an attempt as wrong until {@link #wasRight} says otherwise: many at once are as many as one after the other. */
    Verdict mayTry(HttpServletRequest request, String login) {
        Optional<String> device = device(request, login);
        if (device.isPresent()) {
            return attempts.count(atDevice(device.get(), login), WAIT) > FOR_ONE_LOGIN
                    ? Verdict.WAIT_HERE
                    : Verdict.LOOK_KNOWN;
        }
        if (attempts.count(from(request), WAIT) > FOR_ALL
                || attempts.count(fromFor(request, login), WAIT) > FOR_ONE_LOGIN) {
            return Verdict.WAIT_HERE;
        }
        return attempts.count(anywhere(login), LONG_WAIT) > FROM_ANYWHERE ? Verdict.STRANGERS_WAIT : Verdict.LOOK;
    }

    /**
     * Takes the attempt back, and with it what was mistyped for this login before; knows the browser from now on, beside whoever else logged in
     * with it.
     */
    void wasRight(HttpServletRequest request, HttpServletResponse response, String login) {
        Optional<String> device = device(request, login);
        if (device.isPresent()) {
            attempts.forget(List.of(atDevice(device.get(), login)));
            return;
        }
        attempts.forget(List.of(fromFor(request, login)));
        attempts.takeBack(from(request));
        attempts.takeBack(anywhere(login));
        Instant now = clock.instant();
        attempts.clear(now.minus(LONG_WAIT), now.minus(KNOWN));
        know(request, response, login);
    }

    private void know(HttpServletRequest request, HttpServletResponse response, String login) {
        String token = kept(request)
                .filter(own -> attempts.knows(Sha256.of(own), clock.instant().minus(KNOWN)))
                .orElseGet(this::made);
        attempts.remember(Sha256.of(token), login);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .path(LOGIN_ADDRESSES)
                        .maxAge(KNOWN)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }

    private String made() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    /** The hash of what this browser keeps, where it logged in with this login before. */
    private Optional<String> device(HttpServletRequest request, String login) {
        return kept(request)
                .map(Sha256::of)
                .filter(token -> attempts.knows(token, login, clock.instant().minus(KNOWN)));
    }

    private static String atDevice(String token, String login) {
        return Sha256.of("device " + token + " for " + bounded(login));
    }

    private static String from(HttpServletRequest request) {
        return Sha256.of("from " + network(request.getRemoteAddr()));
    }

    private static String fromFor(HttpServletRequest request, String login) {
        return Sha256.of("from " + network(request.getRemoteAddr()) + " for " + bounded(login));
    }

    private static String anywhere(String login) {
        return Sha256.of("for " + bounded(login));
    }

    private static String bounded(String login) {
        return login.substring(0, Math.min(login.length(), LONGEST_LOGIN));
    }

    /** Whoever has one address of the sixth version has a whole network of them: its first half. */
    private static String network(String address) {
        if (!IP_6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
