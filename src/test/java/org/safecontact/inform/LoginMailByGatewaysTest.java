package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.safecontact.Patience;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;

/** A letter about a login meets the same slow mail servers as every message. */
class LoginMailByGatewaysTest {

    private static final String ID = "login-change.1.duty1@safe-contact";
    private static final Person DUTY = new Person(
            "duty1",
            "Duty",
            Set.of(Role.DUTY_SOCIAL_WORKER),
            "01632 960001",
            "duty1@example.org",
            Optional.empty(),
            List.of(),
            Set.of(),
            Optional.empty());

    @Test
    void aServerThatTakesItsTimeGetsItOnce() {
        CountDownLatch ok = new CountDownLatch(1);
        AtomicInteger handedOver = new AtomicInteger();
        MessageGateway slow = new MessageGateway() {
            @Override
            public void handOver(String id, Person recipient, String subject, String text) {
                handedOver.incrementAndGet();
                try {
                    ok.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public String name() {
                return "slow";
            }

            @Override
            public boolean wakesPeople() {
                return false;
            }
        };
        LoginMailByGateways mail = new LoginMailByGateways(List.of(slow), new Attempts(Duration.ofMillis(50)));

        assertThatThrownBy(() -> send(mail))
                .as("not yet: the job tries again")
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> send(mail)).isInstanceOf(IllegalStateException.class);
        ok.countDown();
        Patience.until("it is taken", () -> isTaken(mail));

        assertThat(handedOver).hasValue(1);
    }

    private static boolean isTaken(LoginMailByGateways mail) {
        try {
            send(mail);
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static void send(LoginMailByGateways mail) {
        mail.send(ID, DUTY, "Your login was changed", "If you did not ask for it, ring a manager.");
    }
}
