package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.springframework.beans.factory.ObjectProvider;

/** What the last screen says about ringing, by how messages leave, and by when somebody answers. */
class ThankYouTest {

    private static final String REFERENCE = "INC-2026-000001";
    private static final Instant NOW = Instant.parse("2026-11-21T22:04:00Z");
    private static final String CANNOT = "We cannot ring people for you, so please ring duty yourself.";

    private final IncidentRepository repository = mock();
    private final Agency agency = mock();
    private final Telling telling = mock();
    private final ObjectProvider<Telling> known = mock();
    private final HumanTime times = mock();
    private final ThankYou thankYou = new ThankYou(
            repository, mock(CaseFiles.class), agency, null, times, known, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(names = {"HIGH", "IMMEDIATE"})
    void saysThatNobodyIsRungOnlyUntilMessagesWakePeople(RiskLevel level) {
        reported(level);

        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains(CANNOT);
        when(telling.wakesPeople()).thenReturn(true);
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).doesNotContain(CANNOT);
    }

    @Test
    void saysByWhenWhoeverIsAskedNowMustAnswer() {
        reported(RiskLevel.HIGH);
        Instant by = NOW.plusSeconds(1800);
        when(telling.asked(REFERENCE)).thenReturn(Optional.of(new Telling.Asked("dutySocialWorker", by)));
        when(times.by(by)).thenReturn("by 22:34 today");

        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains("Somebody talks with you by 22:34 today.");
    }

    @Test
    void saysNoTimeThatHasPassed() {
        reported(RiskLevel.LOW);
        when(telling.asked(REFERENCE)).thenReturn(Optional.of(new Telling.Asked("teamManager", NOW)));

        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .contains("The team manager reads this and tells the child's social worker.");
    }

    @Test
    void whatWasTakenBackAsksNobodyToRingThePolice() {
        Incident incident = reported(RiskLevel.IMMEDIATE);
        when(incident.state()).thenReturn(Incident.State.WITHDRAWN);

        assertThat(thankYou.words(REFERENCE, "carer1").title()).isEqualTo("This was closed as started by accident.");
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).noneMatch(line -> line.contains("police"));
    }

    private Incident reported(RiskLevel level) {
        Incident incident = mock();
        when(incident.reference()).thenReturn(REFERENCE);
        when(incident.level()).thenReturn(Optional.of(level));
        when(repository.find(REFERENCE)).thenReturn(Optional.of(incident));
        when(repository.startedBy(REFERENCE)).thenReturn("carer1");
        when(agency.dutyTelephone(any())).thenReturn("01632 960100");
        when(known.stream()).thenAnswer(asked -> Stream.of(telling));
        when(telling.taken(REFERENCE)).thenReturn(Optional.empty());
        return incident;
    }
}
