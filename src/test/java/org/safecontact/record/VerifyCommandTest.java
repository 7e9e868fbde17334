package org.safecontact.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The command of the same jar that verifies the record: what it prints and how it ends. */
@ExtendWith(OutputCaptureExtension.class)
class VerifyCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T22:05:00Z"), ZoneOffset.UTC);

    private static RecordDatabase database;
    private static Checkpoint checkpoint;

    @BeforeAll
    static void fill() throws Exception {
        database = new RecordDatabase(CLOCK);
        CaseRecord record = new CaseRecord(database.repository(), reference -> List.of(), event -> {}, CLOCK);
        database.inTransaction(() -> record.append(
                "INC-2026-000001", NewEntry.now(EntryKind.FACT, "Report", List.of(), new Author("carer1", "carer"))));
        checkpoint = database.checkpoint();
    }

    @Test
    void endsWithZeroWhenNothingWasTouched(CapturedOutput output) {
        assertThat(run("--safe-contact.verify.noted=1:" + checkpoint.hash())).isZero();
        assertThat(output.getOut())
                .contains("The record is as it was written.")
                .contains("1 checkpoints, 0 evidence files.")
                .contains("Newest checkpoint: 1:" + checkpoint.hash());
    }

    @Test
    void endsWithOneWhenACheckpointNotedOutsideIsNotThere(CapturedOutput output) {
        assertThat(run("--safe-contact.verify.noted=2:" + "0".repeat(64))).isEqualTo(1);
        assertThat(output.getOut()).contains("THE RECORD WAS CHANGED.").contains("Checkpoint 2, which was noted");
    }

    @Test
    void endsWithOneWhenAnEvidenceFileThatIsOnRecordIsNotThere(CapturedOutput output) throws Exception {
        RecordDatabase another = new RecordDatabase(CLOCK);
        CaseRecord record = new CaseRecord(another.repository(), reference -> List.of(), event -> {}, CLOCK);
        another.inTransaction(() -> record.append(
                "INC-2026-000001",
                NewEntry.now(
                        EntryKind.ACTION,
                        "File 1: added the file",
                        List.of(new Statement("SHA-256", "0".repeat(64))),
                        new Author("carer1", "carer"))));
        assertThat(run("--spring.datasource.url=" + another.url())).isEqualTo(1);
        assertThat(output.getOut())
                .contains("THE RECORD WAS CHANGED.")
                .contains("File 1 of INC-2026-000001 is missing");
    }

    @Test
    void endsWithTwoWhenItCannotBeVerified(CapturedOutput output) {
        assertThat(run("--safe-contact.verify.noted=the last one")).isEqualTo(2);
        assertThat(run("--spring.datasource.hikari.schema=pg_catalog")).isEqualTo(2);
        assertThat(VerifyCommand.run(
                        new String[] {"--safe-contact.verify", "--safe-contact.data-directory=/dev/null/data"}))
                .isEqualTo(2);
        assertThat(output.getErr())
                .contains("A checkpoint is given as")
                .contains("The record could not be read")
                .contains("/dev/null/data");
    }

    @Test
    void isAskedForByItsOwnArgumentOnly() {
        assertThat(VerifyCommand.asked(new String[] {"--server.port=1", "--safe-contact.verify"}))
                .isTrue();
        assertThat(VerifyCommand.asked(new String[] {"--safe-contact.verify.noted=1:0"}))
                .isFalse();
    }

    private static int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--safe-contact.verify",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + RecordDatabase.APPLICATION));
        for (String argument : more) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(already -> already.startsWith(name));
            arguments.add(argument);
        }
        return VerifyCommand.run(arguments.toArray(String[]::new));
    }
}
