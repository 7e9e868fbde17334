package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    @Test
    void aGatewayThatTextsGetsTheTelephoneNumber() {
        List<String> texted = new ArrayList<>();
        MessageGateway texting = new MessageGateway() {
            @Override
            public void handOver(String id, Person recipient, String subject, String text) {
                texted.add(recipient.telephone());
            }

            @Override
            public boolean wakesPeople() {
                return true;
            }
        };
        MessageRepository repository = mock();
        when(repository.find(ID))
                .thenReturn(Optional.of(new OutgoingMessage(
                        ID, "INC-2026-000001", "duty1", OutgoingMessage.Wanted.RING, Optional.empty(), Instant.EPOCH)));
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
                        Set.of())));
        Messages messages = new Messages(
                repository,
                mock(),
                List.of(texting),
                new Attempts(Duration.ofMinutes(1)),
                mock(),
                mock(),
                agency,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

        assertThat(messages.handOver(ID)).isTrue();
        assertThat(texted).containsExactly("01632 960001");
        assertThat(messages.wakesPeople()).isTrue();
    }
}
