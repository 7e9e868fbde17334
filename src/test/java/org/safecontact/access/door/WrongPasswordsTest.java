package org.safecontact.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.access.door.WrongPasswords.Verdict.LOOK;
import static org.safecontact.access.door.WrongPasswords.Verdict.LOOK_KNOWN;
import static org.safecontact.access.door.WrongPasswords.Verdict.STRANGERS_WAIT;
import static org.safecontact.access.door.WrongPasswords.Verdict.WAIT_HERE;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.LoginAttempts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Wrong passwords slow down where they come from, and never whoever logged in before. */
@SafeContactTest
class WrongPasswordsTest {

    private static final String HERE = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";

    @Autowired
    private LoginAttempts attempts;

    @Autowired
    private TestClock clock;

    @Autowired
    private Clock time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DoorFilter door;

    private WrongPasswords wrong;

    private final String login = "login-" + UUID.randomUUID();

    @BeforeEach
    void nobodyTriedYet() {
        clock.setLondon("2026-11-21T22:04");
        jdbc.sql("delete from login_attempt").update();
        wrong = onThisNode();
    }

    @Test
    void oneLoginFromOneAddressWaitsAMinute() {
        assertThat(tried(HERE, 8)).isEqualTo(WrongPasswords.FOR_ONE_LOGIN);
        assertThat(wrong.mayTry(from(HERE), "another-login")).isEqualTo(LOOK);
        assertThat(wrong.mayTry(from(ELSEWHERE), login)).isEqualTo(LOOK);

        clock.advance(WrongPasswords.WAIT);
        assertThat(wrong.mayTry(from(HERE), login)).isEqualTo(LOOK);
    }

    @Test
    void allNodesCountTogether() {
        assertThat(tried(HERE, WrongPasswords.FOR_ONE_LOGIN)).isEqualTo(WrongPasswords.FOR_ONE_LOGIN);
        assertThat(onThisNode().mayTry(from(HERE), login)).isEqualTo(WAIT_HERE);
    }

    @Test
    void manyLoginsFromOneAddressWaitToo() {
        long tried = IntStream.range(0, 50)
                .filter(number -> wrong.mayTry(from(HERE), "nobody" + number) == LOOK)
                .count();
        assertThat(tried).isEqualTo(WrongPasswords.FOR_ALL);
        assertThat(wrong.mayTry(from(HERE), login)).isEqualTo(WAIT_HERE);
        assertThat(wrong.mayTry(from(ELSEWHERE), login)).isEqualTo(LOOK);
    }

    @Test
    void theRightPasswordCountsAsNoTry() {
        for (int morning = 0; morning < 2 * WrongPasswords.FROM_ANYWHERE; morning++) {
            assertThat(wrong.mayTry(from(HERE), login)).isEqualTo(LOOK);
            wrong.wasRight(from(HERE), new MockHttpServletResponse(), login);
        }
    }

    @Test
    void guessingFromEverywhereMakesStrangersWaitAndNobodyWhoLoggedInBefore() {
        MockHttpServletRequest phone = from(HERE);
        phone.setSecure(true);
        assertThat(wrong.mayTry(phone, login)).isEqualTo(LOOK);
        MockHttpServletResponse response = new MockHttpServletResponse();
        wrong.wasRight(phone, response, login);
        Cookie kept = response.getCookie(WrongPasswords.COOKIE);
        assertThat(kept.isHttpOnly()).isTrue();
        assertThat(kept.getSecure()).as("over TLS").isTrue();

        long looked = IntStream.range(0, 2 * WrongPasswords.FROM_ANYWHERE)
                .filter(number -> wrong.mayTry(from("192.0.2." + number % 250), login) == LOOK)
                .count();
        assertThat(looked).isEqualTo(WrongPasswords.FROM_ANYWHERE);
        assertThat(wrong.mayTry(from(ELSEWHERE), login)).isEqualTo(STRANGERS_WAIT);

        phone.setCookies(kept);
        phone.setRemoteAddr(ELSEWHERE);
        assertThat(wrong.mayTry(phone, login))
                .as("on the road, at another address")
                .isEqualTo(LOOK_KNOWN);
        assertThat(wrong.mayTry(phone, "another-login")).isEqualTo(LOOK);

        clock.advance(WrongPasswords.LONG_WAIT);
        assertThat(wrong.mayTry(from("192.0.2.251"), login)).isEqualTo(LOOK);
    }

    @Test
    void aKnownBrowserThatWasStolenMayNotGuessEither() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        wrong.wasRight(from(HERE), response, login);
        Cookie kept = response.getCookie(WrongPasswords.COOKIE);
        MockHttpServletRequest stolen = from(ELSEWHERE);
        stolen.setCookies(kept);
        for (int time = 0; time < WrongPasswords.FOR_ONE_LOGIN; time++) {
            assertThat(wrong.mayTry(stolen, login)).isEqualTo(LOOK_KNOWN);
        }
        assertThat(wrong.mayTry(stolen, login)).isEqualTo(WAIT_HERE);
    }

    @Test
    void aBrowserIsKnownToItsOwnLoginAndNotForEver() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        wrong.wasRight(from(HERE), response, login);
        MockHttpServletRequest phone = from(HERE);
        phone.setCookies(response.getCookie(WrongPasswords.COOKIE));
        IntStream.range(0, WrongPasswords.FOR_ALL).forEach(number -> wrong.mayTry(from(HERE), "nobody" + number));

        assertThat(wrong.mayTry(phone, "another-login")).isEqualTo(WAIT_HERE);
        assertThat(wrong.mayTry(phone, login)).isEqualTo(LOOK_KNOWN);
        clock.advance(WrongPasswords.KNOWN.plus(Duration.ofSeconds(1)));
        IntStream.range(0, WrongPasswords.FOR_ALL).forEach(number -> wrong.mayTry(from(HERE), "nobody" + number));
        assertThat(wrong.mayTry(phone, login)).isEqualTo(WAIT_HERE);
    }

    @Test
    void aSharedBrowserIsKnownToEverybodyWhoLoggedInWithIt() {
        String later = "later-" + login;
        MockHttpServletRequest tablet = from(HERE);
        Cookie first = loggedIn(tablet, login);
        tablet.setCookies(first);
        Cookie second = loggedIn(tablet, later);
        assertThat(second.getValue()).as("it stays the same browser").isEqualTo(first.getValue());
        tablet.setCookies(second);
        for (String each : new String[] {login, later}) {
            IntStream.range(0, 2 * WrongPasswords.FROM_ANYWHERE)
                    .forEach(number -> wrong.mayTry(from("192.0.2." + number % 250), each));
            assertThat(wrong.mayTry(from(ELSEWHERE), each)).isEqualTo(STRANGERS_WAIT);
            assertThat(wrong.mayTry(tablet, each)).as(each).isEqualTo(LOOK_KNOWN);
        }
        IntStream.range(0, 8).forEach(number -> wrong.mayTry(tablet, later));
        assertThat(wrong.mayTry(tablet, later)).isEqualTo(WAIT_HERE);
        assertThat(wrong.mayTry(tablet, login))
                .as("one person's wrong passwords are not the other's")
                .isEqualTo(LOOK_KNOWN);
    }

    @Test
    void whatABrowserMadeUpItselfIsNotKept() {
        MockHttpServletRequest request = from(HERE);
        request.setCookies(new Cookie(WrongPasswords.COOKIE, "made-up"));
        assertThat(loggedIn(request, login).getValue()).hasSize(64);
    }

    @Test
    void whoLoggedInBeforeDoesNotWaitBehindStrangersWhoGuess() throws Exception {
        MockHttpServletRequest tablet = asking(HERE);
        tablet.setCookies(loggedIn(from(HERE), login));
        int atOnce = Runtime.getRuntime().availableProcessors();
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(Math.max(1, atOnce / 2));
        ExecutorService strangers = Executors.newFixedThreadPool(atOnce);
        try {
            for (int number = 0; number < atOnce; number++) {
                MockHttpServletRequest stranger = asking("192.0.2." + number);
                strangers.submit(() -> {
                    door.doFilter(stranger, new MockHttpServletResponse(), (request, response) -> {
                        looked.countDown();
                        wait(over);
                    });
                    return null;
                });
            }
            assertThat(looked.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
            AtomicBoolean known = new AtomicBoolean();
            door.doFilter(tablet, new MockHttpServletResponse(), (request, response) -> known.set(true));
            assertThat(known).isTrue();
        } finally {
            over.countDown();
            strangers.shutdown();
        }
    }

    @Test
    void aNetworkOfTheSixthVersionIsOneAddress() {
        long tried = IntStream.range(0, 20)
                .filter(number -> wrong.mayTry(from("2001:db8:0:1::" + number), login) == LOOK)
                .count();
        assertThat(tried).isEqualTo(WrongPasswords.FOR_ONE_LOGIN);
        assertThat(wrong.mayTry(from("2001:db8:0:2::1"), login)).isEqualTo(LOOK);
    }

    private WrongPasswords onThisNode() {
        return new WrongPasswords(attempts, time);
    }

    private static void wait(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Logs in, and says what the browser keeps. */
    private Cookie loggedIn(MockHttpServletRequest request, String as) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        wrong.wasRight(request, response, as);
        return response.getCookie(WrongPasswords.COOKIE);
    }

    /** The browser sends the login form. */
    private MockHttpServletRequest asking(String address) {
        MockHttpServletRequest request =
                new MockHttpServletRequest("POST", "/camunda/api/admin/auth/user/default/login/tasklist");
        request.setServletPath(request.getRequestURI());
        request.setRemoteAddr(address);
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent(("username=" + login + "&password=wrong").getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private long tried(String address, int times) {
        return IntStream.range(0, times)
                .filter(time -> wrong.mayTry(from(address), login) == LOOK)
                .count();
    }
}
