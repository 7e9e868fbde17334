package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.NoteRepository;

/** What the police know, by what was said last and whether it got worse since. */
class PoliceTest {

    private static final String REFERENCE = "INC-2026-000001";
    private static final Instant NOW = Instant.parse("2026-11-21T22:04:00Z");

    private final NoteRepository notes = mock();
    private final LevelRepository levels = mock();
    private final Police police = new Police(notes, levels, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "rang999,   false, true,  true,  true",
        "rang999,   true,  true,  false, false",
        "notNeeded, false, false, false, true",
        "notNeeded, true,  false, false, false",
        ",          false, false, false, false"
    })
    void whatWasSaidCountsForWhatWasKnownThen(
            String said, boolean worseSince, boolean everTold, boolean toldSinceWorse, boolean settledSinceWorse) {
        noted(Noted.POLICE, said, worseSince);

        assertThat(police.everTold(REFERENCE)).isEqualTo(everTold);
        assertThat(police.toldSinceWorse(REFERENCE)).isEqualTo(toldSinceWorse);
        assertThat(police.settledSinceWorse(REFERENCE)).isEqualTo(settledSinceWorse);
    }

    @ParameterizedTest
    @CsvSource({
        "IMMEDIATE, false, true, true",
        "IMMEDIATE, true, false, true",
        "HIGH, false, true, false",
        ", false, false, false"
    })
    void whatTheyWereAskedForIsKept(String level, boolean worseSince, boolean askedSinceWorse, boolean askedInDanger) {
        noted(Noted.POLICE_ASKED, level, worseSince);

        assertThat(police.askedSinceWorse(REFERENCE)).isEqualTo(askedSinceWorse);
        assertThat(police.askedInDanger(REFERENCE)).isEqualTo(askedInDanger);
    }

    @ParameterizedTest
    @CsvSource({"rang999, true", "notNeeded, false", ", false"})
    void whereOnlyTheChildIsWorseWhoeverWasToldOfTheDangerKnows(String said, boolean settled) {
        noted(Noted.POLICE, said, true);
        when(levels.dangerAt(REFERENCE)).thenReturn(Optional.of(NOW.minusSeconds(90)));

        assertThat(police.settledSinceWorse(REFERENCE)).isEqualTo(settled);
        assertThat(police.toldSinceWorse(REFERENCE)).isEqualTo(settled);
    }

    @Test
    void whatIsNotedIsWhatIsAskedLater() {
        police.done(REFERENCE, "rung", "duty1");
        police.asked(REFERENCE, RiskLevel.HIGH, "system");

        verify(notes).add(REFERENCE, Noted.POLICE, "rung", "duty1", NOW);
        verify(notes).add(REFERENCE, Noted.POLICE_ASKED, "HIGH", "system", NOW);
    }

    private void noted(String what, String value, boolean worseSince) {
        when(notes.newest(REFERENCE, what)).thenReturn(Optional.ofNullable(value));
        when(notes.newestAt(REFERENCE, what))
                .thenReturn(Optional.ofNullable(value).map(said -> NOW.minusSeconds(60)));
        Optional<Instant> worse = Optional.of(worseSince ? NOW.minusSeconds(30) : NOW.minusSeconds(90));
        when(levels.worseAt(REFERENCE)).thenReturn(worse);
        when(levels.dangerAt(REFERENCE)).thenReturn(worse);
    }
}
