package org.safecontact.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
