package org.safecontact.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.engine.SomebodyWasFaster;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.env.MockEnvironment;

/** Whatever goes wrong, a person reads words and whom to ring. */
class RefusalsTest {

    private final Agency agency = mock();
    private final Refusals refusals =
            new Refusals(agency, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new MockEnvironment());

    @BeforeEach
    void duty() {
        when(agency.dutyTelephone(Instant.EPOCH)).thenReturn("01632 960001");
    }

    @Test
    void whoMeetsOthersEachTimeReadsItWithTheNumbers() {
        ResponseEntity<Refusals.Refusal> answer =
                refusals.somebodyWasFaster(new SomebodyWasFaster("This was not taken."));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().message())
                .isEqualTo("This was not taken. If anyone is in danger, ring 999. Duty: 01632 960001.");
    }

    @Test
    void aDatabaseThatFailsSaysNothingOfItself() {
        ResponseEntity<Refusals.Refusal> answer = refusals.notPossible(new QueryTimeoutException("select secret"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().message())
                .startsWith("This did not work")
                .contains("ring 999", "01632 960001")
                .doesNotContain("secret");
    }
}
