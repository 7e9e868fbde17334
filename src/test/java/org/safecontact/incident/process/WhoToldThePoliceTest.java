package org.safecontact.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhoToldThePoliceTest {

    private static final Set<String> OFFERED_BY_THE_TO_DO_ITSELF =
            Set.of(CallPolice.RANG_999, CallPolice.RANG_101, CallPolice.REPORTED_ONLINE);

    /** They are found by their words in the record: a form that offers other words would lose them. */
    @Test
    void whatTellsThePoliceIsOfferedInTheseWords() throws IOException {
        String forms = Files.readString(Path.of("forms/ring-carer.form"))
                + Files.readString(Path.of("forms/acknowledge.form"));
        assertThat(WhoToldThePolice.TOLD).containsAll(OFFERED_BY_THE_TO_DO_ITSELF);
        assertThat(WhoToldThePolice.TOLD)
                .filteredOn(words -> !OFFERED_BY_THE_TO_DO_ITSELF.contains(words))
                .allSatisfy(words -> assertThat(forms).contains("\"label\": \"" + words + "\""));
    }
}
