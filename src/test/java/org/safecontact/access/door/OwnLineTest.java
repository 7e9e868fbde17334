package org.safecontact.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

/** One person sends more than anybody reads: nobody else waits for it. */
@SafeContactTest
class OwnLineTest {

    /** As many as the database takes in at once. */
    private static final int SENT = 20;

    @LocalServerPort
    private int port;

    @Autowired
    private OwnLine line;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService hands = Executors.newCachedThreadPool();

    @AfterEach
    void rest() {
        hands.shutdownNow();
    }

    @Test
    void whatOnePersonSendsAtOnceWaitsInItsOwnLineAndIsAllAnswered() throws Exception {
        Visitor carer = Visitor.loggedIn(port, "carer2");
        Visitor duty = Visitor.loggedIn(port, "duty1");

        List<Future<Visitor.Answer>> sent = transaction.execute(now -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('incident reporter carer2', 0))")
                    .query((row, number) -> true)
                    .single();
            List<Future<Visitor.Answer>> all = new ArrayList<>();
            for (int number = 0; number < SENT; number++) {
                all.add(hands.submit(() -> carer.post("/safe-contact/api/reports", Map.of())));
            }
            Patience.until("the others stand in line", () -> line.waiting("carer2") == SENT - OwnLine.AT_ONCE);
            Patience.untilWaiting(jdbc, OwnLine.AT_ONCE);
            assertThat(duty.get("/safe-contact/api/reports/open").status()).isEqualTo(200);
            assertThat(line.waiting("duty1")).isZero();
            return all;
        });

        for (Future<Visitor.Answer> each : sent) {
            assertThat(each.get(Patience.SECONDS, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
        assertThat(line.waiting("carer2")).isZero();
    }

    @Test
    void whoStandsBehindALongLineIsToldAtOnce() throws Exception {
        OwnLine own = new OwnLine();
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int number = 0; number < OwnLine.AT_ONCE + OwnLine.LONGEST; number++) {
            all.add(hands.submit(() -> own.inTurn("carer2", () -> await(goOn))));
        }
        Patience.until("a long line", () -> own.waiting("carer2") == OwnLine.LONGEST);

        assertThat(own.inTurn("carer2", () -> {})).isFalse();
        assertThat(own.inTurn("carer1", () -> {})).as("somebody else").isTrue();
        for (String address : List.of("/api/reports/INC-2026-000001/danger", "/api/cases/INC-2026-000001/worried")) {
            assertThat(own.inTurn("carer2", to("/safe-contact" + address), () -> {}))
                    .as(address)
                    .isTrue();
        }
        assertThat(own.inTurn("carer2", to("/safe-contact/api/reports"), () -> {}))
                .isFalse();

        goOn.countDown();
        for (Future<Boolean> each : all) {
            assertThat(each.get(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(own.inTurn("carer2", () -> {})).isTrue();
    }

    private static MockHttpServletRequest to(String address) {
        return new MockHttpServletRequest("POST", address);
    }

    private static void await(CountDownLatch goOn) {
        try {
            goOn.await(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
