package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HouseTimeTest {

    private static final Path SOURCE = Path.of("src/main/java/org/safecontact/agency/HouseTime.java");
    private static final Path DOCUMENT = Path.of("docs/agency-folder.md");
    private static final String WRITE = "safe-contact.write-docs";
    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+([A-Z_]+)\\(", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("\\| Time \\|.*?(?=\\n\\n)", Pattern.DOTALL);

    /** What stands in the contract, section 4 (who-to-tell) and section 3, and in the practice notes, sections 1 to 4. */
    @ParameterizedTest
    @CsvSource({
        "unsentReport, PT15M",
        "policeInDanger, PT5M",
        "police, PT1H",
        "otherCarer, PT2H",
        "evidence, PT2H",
        "fullRecord, PT24H",
        "lateRecord, PT4H",
        "reviewLow, workingDays:2",
        "review, endOfNextWorkingDay",
        "tellAuthority, endOfNextWorkingDay",
        "saferCarePlan, workingDays:5",
        "signOff, workingDays:2",
        "assessInDanger, PT1H",
        "assess, PT4H",
        "handover, nextWorkingDay09:00",
        "taken, PT10M",
        "alarmAgainUrgent, PT15M",
        "alarmAgain, P1D",
        "openQuestion, PT30M",
        "officeEnds, PT30M",
        "callAuthority, PT30M",
        "phoneTaken, PT24H",
        "lookNotice, PT1H",
    })
    void isWhatContractAndPracticeSay(String id, String usual) {
        assertThat(HouseTime.of(id)).get().extracting(HouseTime::usual).isEqualTo(usual);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUsualCanStand(HouseTime time) {
        assertThat(time.problem(time.usual())).isEmpty();
    }

    /** The table of {@code docs/agency-folder.md} says what the comments in the source say. */
    @Test
    void everyTimeIsDocumented() throws IOException {
        String table = "| Time | Usual | What it is |\n|---|---|---|\n"
                + Arrays.stream(HouseTime.values())
                        .map(time -> "| `" + time.id() + "` | `" + time.usual() + "` | " + comment(time) + " |")
                        .collect(Collectors.joining("\n"));
        String document = Files.readString(DOCUMENT);
        String asInTheSource = TABLE.matcher(document).replaceFirst(Matcher.quoteReplacement(table));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, asInTheSource);
        }
        assertThat(DOCUMENT)
                .as("The times in docs/agency-folder.md differ from HouseTime; write them again with"
                        + " ./mvnw test -Dtest=HouseTimeTest -D" + WRITE + "=true")
                .hasContent(asInTheSource)
                .content()
                .contains(table);
    }

    private static String comment(HouseTime time) {
        try {
            Matcher documented = DOCUMENTED.matcher(Files.readString(SOURCE));
            return documented
                    .results()
                    .filter(found -> found.group(2).equals(time.name()))
                    .map(found -> found.group(1)
                            .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                            .strip())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(time + " has no comment"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
