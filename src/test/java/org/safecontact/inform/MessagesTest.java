package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;

/** Ways out of the house stand side by side, and each takes from the recipient what it can reach. */
class MessagesTest {

    private static final String ID = "alarm.1.0.duty1@safe-contact";

    /** A way out that notes where each message went, and refuses while it is told to. */
    private static final class Way implements MessageGateway {

        private final String name;
        private final List<String> went = new ArrayList<>();
        private Exception refuses;

        Way(String name) {
            this.name = name;
        }

        @Override
        public void handOver(String id, Person recipient, String subject, String text) throws NotDelivered {
            if (refuses instanceof NotDelivered refusal) {
                throw refusal;
            }
            if (refuses instanceof RuntimeException mistake) {
                throw mistake;
            }
            went.add(recipient.telephone());
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wakesPeople() {
            return name.equals("text");
        }
    }

    private final Way email = new Way("e-mail");
    private final Way texting = new Way("text");
    private final Set<String> events = new HashSet<>();

    @Test
    void aGatewayThatTextsGetsTheTelephoneNumber() {
        Messages messages = messages(texting);

        assertThat(messages.handOver(ID)).isTrue();
        assertThat(texting.went).containsExactly("01632 960001");
        assertThat(messages.wakesPeople()).isTrue();
    }

    @Test
    void itIsSentWhenEachHasTakenItAndGoesAgainOnlyByThoseThatHaveNot() {
        Messages messages = messages(email, texting);
        texting.refuses = new NotDelivered("no network");
        assertThat(messages.handOver(ID)).as("a mail alone wakes nobody").isFalse();
        texting.refuses = new IllegalStateException("a mistake of its own");
        assertThat(messages.handOver(ID)).isFalse();
        assertThat(events).contains("FAILED system").doesNotContain("SENT system");

        texting.refuses = null;
        assertThat(messages.handOver(ID)).isTrue();
        assertThat(events).contains("SENT system");
        assertThat(email.went).hasSize(1);
        assertThat(texting.went).hasSize(1);
    }

    private Messages messages(MessageGateway... gateways) {
        MessageRepository repository = mock();
        when(repository.find(ID))
                .thenReturn(Optional.of(new OutgoingMessage(
                        ID, "INC-2026-000001", "duty1", OutgoingMessage.Wanted.RING, Optional.empty(), Instant.EPOCH)));
        doAnswer(call -> events.add(call.getArgument(1) + " " + call.getArgument(2)))
                .when(repository)
                .event(anyString(), anyString(), anyString(), any());
        when(repository.has(anyString(), anyString(), anyString()))
                .thenAnswer(call -> events.contains(call.getArgument(1) + " " + call.getArgument(2)));
        Agency agency = mock();
        when(agency.person("duty1"))
                .thenReturn(Optional.of(new Person(
                        "duty1",
                        "Duty",
                        Set.of(Role.DUTY_SOCIAL_WORKER),
                        "01632 960001",
                        "duty1@example.org",
                        Optional.empty(),
                        List.of(),
                        Set.of(),
                        Optional.empty())));
        return new Messages(
                repository,
                mock(),
                List.of(gateways),
                new Attempts(Duration.ofMinutes(1)),
                mock(),
                mock(),
                agency,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
