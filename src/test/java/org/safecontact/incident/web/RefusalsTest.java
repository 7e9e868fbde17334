package org.safecontact.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.agency.IfInDanger;
import org.safecontact.engine.SomebodyWasFaster;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Whatever goes wrong, a person reads words and whom to ring. */
class RefusalsTest {

    private static final String WHAT_TO_SAY =
            "Danger now: 999, say \"a child in foster care is in danger\", your name, the address.";

    private final Agency agency = mock();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Refusals refusals =
            new Refusals(new IfInDanger(agency, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), new MockEnvironment());

    @BeforeEach
    void duty() {
        when(agency.dutyTelephone(Instant.EPOCH)).thenReturn("01632 960001");
    }

    @Test
    void whoMeetsOthersEachTimeReadsItWithTheNumbers() {
        ResponseEntity<Refusals.Refusal> answer =
                refusals.somebodyWasFaster(new SomebodyWasFaster("This was not taken."));

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().message()).isEqualTo("This was not taken. " + WHAT_TO_SAY + " Duty: 01632 960001.");
    }

    @Test
    void twoWhoWriteInTheSameMomentAreToldSo() {
        ResponseEntity<Refusals.Refusal> answer = refusals.unforeseen(
                new IllegalStateException(new CannotAcquireLockException("deadlock detected")), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().message())
                .startsWith("This was not taken")
                .contains(WHAT_TO_SAY, "01632 960001")
                .doesNotContain("deadlock");
    }

    @Test
    void whatTheFrameworkRefusesItAnswersItselfAndPagesHaveTheirOwn() {
        var wrong = new MethodArgumentTypeMismatchException("x", Integer.class, "number", null, null);
        assertThatThrownBy(() -> refusals.unforeseen(wrong, request)).isSameAs(wrong);
        request.addHeader("Accept", "text/html,*/*");
        var failure = new IllegalStateException();
        assertThatThrownBy(() -> refusals.unforeseen(failure, request)).isSameAs(failure);
    }

    @Test
    void withTheDatabaseDownItStillSaysWhomToRing() {
        when(agency.dutyTelephone(Instant.EPOCH)).thenThrow(new CannotGetJdbcConnectionException("down"));

        assertThat(refusals.unforeseen(new CannotGetJdbcConnectionException("down"), request)
                        .getBody()
                        .message())
                .endsWith("Nothing was changed. " + WHAT_TO_SAY);
    }

    @Test
    void aDatabaseThatFailsSaysNothingOfItself() {
        ResponseEntity<Refusals.Refusal> answer =
                refusals.unforeseen(new QueryTimeoutException("select secret"), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().message())
                .startsWith("This did not work")
                .contains(WHAT_TO_SAY, "01632 960001")
                .doesNotContain("secret");
    }
}
