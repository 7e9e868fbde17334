package org.safecontact.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.record.Author;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;

class WhatWasSettledTest {

    /** They are found by their words in the record: a form that asks in other words would lose them. */
    @Test
    void theQuestionsAreThoseOfTheForms() throws IOException {
        String answer = Files.readString(Path.of("forms/acknowledge.form"));
        String report = Files.readString(Path.of("forms/report-contact.form"));
        assertThat(WhatWasSettled.ASKED).allSatisfy((asked, reported) -> {
            assertThat(answer).contains("\"label\": \"" + asked + "\"");
            assertThat(report).contains("\"label\": \"" + reported + "\"");
        });
    }

    /** Whoever answers is asked again what was not known the first time. */
    @Test
    void whatWasAnsweredLastStandsInThePlaceOfWhatWasAnsweredBefore() {
        Agency agency = mock(Agency.class);
        when(agency.nameOf("duty1")).thenReturn("Frankie Nightingale");
        WhatWasSettled settled = new WhatWasSettled(agency, mock(HumanTime.class));
        assertThat(settled.byQuestion(List.of(answered(2, "We still do not know"), answered(3, "None of these"))))
                .hasEntrySatisfying(
                        "Is any of this true now?",
                        words -> assertThat(words)
                                .contains("Frankie Nightingale", "None of these")
                                .doesNotContain("We still do not know"));
    }

    private static Entry answered(int number, String danger) {
        Instant at = Instant.parse("2026-11-24T20:00:00Z").plusSeconds(number);
        return new Entry(
                number,
                "INC-1",
                number,
                EntryKind.FACT,
                ForTheCarer.ANSWERED,
                List.of(new Statement("Is any of this true now?", danger)),
                at,
                at,
                at,
                new Author("duty1", "dutySocialWorker"),
                null,
                "");
    }
}
