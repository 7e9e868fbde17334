package org.safecontact.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safecontact.Jobs;
import org.safecontact.Patience;
import org.safecontact.QuickHash;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.Agency;
import org.safecontact.demo.MailSink;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session lives as long as the login it began with, and nobody is given a password unnoticed. */
@SafeContactTest
@ExtendWith(OutputCaptureExtension.class)
class LoginTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OWN = "/safe-contact/api/reports/unsent";
    private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";
    private static final String LISTS = ENGINE + "/filter?resourceType=Task";
    private static final String FIRST = "Demo-contact-1";
    private static final String OTHER = "Quiet-river-77";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TestClock clock;

    @Autowired
    private QuickHash hash;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private Agency agency;

    private Visitor admin;

    @BeforeEach
    void theAdministratorLogsIn() {
        admin = Visitor.loggedIn(port, "admin", "admin");
    }

    @AfterEach
    void asItWas() {
        password("childsw2", FIRST);
    }

    @Test
    void aNewPasswordEndsEverySessionOfTheOld() {
        Visitor before = Visitor.loggedIn(port, "childsw2");
        assertThat(before.get(OWN).status()).isEqualTo(200);

        password("childsw2", OTHER);

        assertThat(before.get(OWN).status()).isEqualTo(401);
        assertThat(before.get(LISTS).status()).isEqualTo(401);
        assertThat(before.post("/safe-contact/api/reports", Map.of()).status()).isEqualTo(401);
        assertThat(Visitor.loggedIn(port, "childsw2", "tasklist", OTHER)
                        .get(OWN)
                        .status())
                .isEqualTo(200);
    }

    /** A screen goes on asking for news while somebody logs out. */
    @RepeatedTest(5)
    void whoLoggedOutIsOutWhateverIsUnderWay() throws Exception {
        Visitor leaving = Visitor.loggedIn(port, "carer1").awayFromTheScreen();
        AtomicBoolean asking = new AtomicBoolean(true);
        ExecutorService screen = Executors.newFixedThreadPool(6);
        try {
            for (int asks = 0; asks < 6; asks++) {
                screen.submit(() -> {
                    while (asking.get()) {
                        leaving.get(LISTS);
                    }
                });
            }
            assertThat(leaving.raw(LOGOUT, "application/json", BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            asking.set(false);
            screen.shutdown();
            assertThat(screen.awaitTermination(Patience.SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
        assertThat(leaving.get(LISTS).status()).isEqualTo(401);
        assertThat(leaving.get(OWN).status()).isEqualTo(401);
    }

    @Test
    void whoLogsOutAndIsNotLoggedInReadsIt() {
        assertThat(Visitor.stranger(port).withoutToken().post(LOGOUT, Map.of()).status())
                .isEqualTo(401);
        assertThat(Visitor.loggedIn(port, "carer1")
                        .withoutToken()
                        .post(LOGOUT, Map.of())
                        .status())
                .as("this login goes on")
                .isEqualTo(403);
    }

    @Test
    void aLoginTakenAwayAndMadeAgainIsAnother() {
        Visitor before = Visitor.loggedIn(port, "childsw2");
        Visitor silent = Visitor.loggedIn(port, "childsw2");
        assertThat(admin.method("DELETE", ENGINE + "/user/childsw2", null).accepted())
                .isTrue();
        assertThat(before.get(OWN).status()).isEqualTo(401);
        assertThat(admin.post(
                                ENGINE + "/user/create",
                                Map.of(
                                        "profile",
                                        Map.of("id", "childsw2", "firstName", "Lee", "lastName", "Placer", "email", ""),
                                        "credentials",
                                        Map.of("password", FIRST)))
                        .accepted())
                .isTrue();

        assertThat(silent.get(OWN).status()).isEqualTo(401);
        assertThat(Visitor.loggedIn(port, "childsw2").get(OWN).status()).isEqualTo(200);
    }

    @Test
    void anotherGroupEndsTheSessionToo() {
        Visitor before = Visitor.loggedIn(port, "childsw2");
        String member = ENGINE + "/group/camunda-admin/members/childsw2";
        assertThat(admin.method("PUT", member, Map.of()).accepted()).isTrue();
        assertThat(before.get(OWN).status()).isEqualTo(401);

        Visitor asAdministrator = Visitor.loggedIn(port, "childsw2", "cockpit");
        assertThat(asAdministrator.get(ENGINE + "/job/count").status()).isEqualTo(200);
        assertThat(admin.method("DELETE", member, null).accepted()).isTrue();
        assertThat(asAdministrator.get(ENGINE + "/job/count").status()).isEqualTo(401);
    }

    @Test
    void theRegisteredManagersAndWhoeverItWasDoneToSeeEveryChange() {
        password("childsw2", OTHER);

        String words = "was given a new password by";
        assertThat(Visitor.loggedIn(port, "manager2")
                        .get("/safe-contact/api/logins/changed")
                        .text())
                .contains(words);
        assertThat(Visitor.loggedIn(port, "childsw2", "tasklist", OTHER)
                        .get("/safe-contact/api/logins/changed")
                        .text())
                .contains(words);
        assertThat(Visitor.loggedIn(port, "carer2")
                        .get("/safe-contact/api/logins/changed")
                        .body())
                .isEmpty();
        assertThat(kept("childsw2")).isPositive();
        assertThatThrownBy(() -> jdbc.sql("delete from login_change").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whoeverItWasDoneToAndTheRegisteredManagersGetALetterThatNamesNobody() {
        jobs.runDue();
        mails.empty();
        password("childsw2", OTHER);
        assertThat(mails.letters()).as("after the change, not in it").isEmpty();

        jobs.runDue();
        assertThat(mails.letters())
                .extracting(MailSink.Letter::to)
                .containsExactlyInAnyOrder("childsw2@example.org", "manager1@example.org", "manager2@example.org");
        assertThat(mails.letters())
                .allSatisfy(letter -> assertThat(letter.subject() + letter.text())
                        .contains("login to Safe Contact was changed", "/camunda/app/tasklist/")
                        .doesNotContain("childsw2", "admin", agency.nameOf("childsw2")));
    }

    @Test
    void whatDidNotHappenIsNotKept() {
        long before = kept("childsw2");
        assertThat(admin.method(
                                "PUT",
                                ENGINE + "/user/childsw2/credentials",
                                Map.of("password", "weak", "authenticatedUserPassword", FIRST))
                        .accepted())
                .isFalse();
        assertThat(kept("childsw2")).isEqualTo(before);
    }

    @Test
    void wrongPasswordsWaitWhereTheyComeFromAndLockNobodyOut() {
        clock.set(clock.now());
        Visitor known = Visitor.loggedIn(port, "childsw2");
        Visitor stranger = Visitor.asking(port, "childsw2");
        for (int time = 0; time < 5; time++) {
            assertThat(stranger.login("Wrong-password-" + time).status()).isEqualTo(401);
        }
        Visitor.Answer refused = stranger.login(FIRST);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().path("message").asText())
                .contains("Too many wrong passwords from here. Please wait a minute, or ring duty.", "999");
        assertThat(known.login(FIRST).accepted())
                .as("the same address, and a browser that logged in before")
                .isTrue();

        for (int time = 0; time < 12; time++) {
            assertThat(identity.checkPassword("childsw2", "Wrong-password-" + time))
                    .isFalse();
        }
        assertThat(identity.checkPassword("childsw2", FIRST))
                .as("what the engine says to another address")
                .isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(stranger.login(FIRST).accepted()).isTrue();
    }

    @Test
    void aLoginThatIsNotThereAnswersLikeOneThatIs() {
        clock.set(clock.now());
        Visitor.Answer known = Visitor.asking(port, "childsw1").login("Wrong-password");
        int before = hash.looks();
        Visitor.Answer unknown = Visitor.asking(port, "nobody-here").login("Wrong-password");

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(hash.looks() - before)
                .as("one look at a password, as slow as a real one")
                .isEqualTo(1);
    }

    @Test
    void aPasswordKeptInAnOlderWayIsKeptAnewWhenItIsNextUsed() throws Exception {
        String old = "{SHA-512}"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512").digest((FIRST + "salt").getBytes(UTF_8)));
        jdbc.sql("update act_id_user set pwd_ = ?, salt_ = 'salt' where id_ = 'childsw2'")
                .param(old)
                .update();

        assertThat(Visitor.asking(port, "childsw2").login("Wrong-password").status())
                .isEqualTo(401);
        assertThat(password("childsw2")).isEqualTo(old);
        assertThat(Visitor.loggedIn(port, "childsw2").get(OWN).status()).isEqualTo(200);
        assertThat(password("childsw2")).startsWith("{" + QuickHash.NAME + "}");
        assertThat(Visitor.loggedIn(port, "childsw2").get(OWN).status()).isEqualTo(200);
    }

    @Test
    void logsWhoCameInAndWhoDidNotAndNeverWhatWasTyped(CapturedOutput output) {
        Visitor.loggedIn(port, "childsw2");
        Visitor.asking(port, "childsw2").login("Wrong-password-here");
        Visitor.asking(port, "My-secret-in-the-wrong-field").login("Wrong-password-here");

        assertThat(output)
                .contains("childsw2 logged in from", ": childsw2", ": nobody of this agency")
                .doesNotContain("Wrong-password-here", "My-secret-in-the-wrong-field");
    }

    private String password(String login) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(login)
                .query(String.class)
                .single();
    }

    private long kept(String login) {
        return jdbc.sql("select count(*) from login_change where login = ? and made_by = 'admin'")
                .param(login)
                .query(Long.class)
                .single();
    }

    private void password(String login, String password) {
        assertThat(admin.method(
                                "PUT",
                                ENGINE + "/user/" + login + "/credentials",
                                Map.of("password", password, "authenticatedUserPassword", FIRST))
                        .accepted())
                .isTrue();
    }
}
