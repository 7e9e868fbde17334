package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whom to ring is said whatever else works. */
class IfInDangerTest {

    private static final String WHAT_TO_SAY =
            "Danger now: 999, say \"a child in foster care is in danger\", your name, the address.";

    private final Agency agency = mock();
    private final IfInDanger ifInDanger = new IfInDanger(agency, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void says999AndThenDuty() {
        when(agency.dutyTelephone(Instant.EPOCH)).thenReturn("01632 960001");
        assertThat(ifInDanger.sentence()).isEqualTo(WHAT_TO_SAY + " Duty: 01632 960001.");
    }

    @Test
    void says999WhereTheAgencyHasNoNumber() {
        when(agency.dutyTelephone(Instant.EPOCH)).thenReturn("");
        assertThat(ifInDanger.sentence()).isEqualTo(WHAT_TO_SAY);
    }

    @ParameterizedTest
    @MethodSource
    void says999WhenTheDatabaseIsDown(RuntimeException down) {
        when(agency.dutyTelephone(Instant.EPOCH)).thenThrow(down);
        assertThat(ifInDanger.dutyTelephone()).isEmpty();
        assertThat(ifInDanger.sentence()).isEqualTo(WHAT_TO_SAY);
    }

    static Stream<RuntimeException> says999WhenTheDatabaseIsDown() {
        return Stream.of(
                new CannotGetJdbcConnectionException("no connection"),
                new CannotCreateTransactionException("no transaction"));
    }
}
