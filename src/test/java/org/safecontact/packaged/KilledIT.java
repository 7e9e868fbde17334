package org.safecontact.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safecontact.journey.Visitor;

/** The machine dies the moment a report was taken, while somebody else still types; it is switched on again, once. */
class KilledIT {

    private static final String WORDS = "A cousin whom the child knows wrote hello.";
    private static final String TYPED = "The child showed me a message and I am stil";
    private static final Map<String, Object> REPORT = Map.ofEntries(
            Map.entry("child", "C2"),
            Map.entry("danger", List.of("none")),
            Map.entry("contactKind", "unexpected"),
            Map.entry("channel", "text"),
            Map.entry("concerns", List.of("none")),
            Map.entry("personRisk", "safe"),
            Map.entry("contactBarred", "no"),
            Map.entry("disclosed", List.of("none")),
            Map.entry("distress", "settled"),
            Map.entry("namedPerson", "none"),
            Map.entry("whatHappened", WORDS),
            Map.entry("everything", true));

    private final Path folder =
            Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath();

    @Test
    void comesUpAtTheFirstTryAndNothingIsLostAndNothingRepeated() throws Exception {
        ProcessHandle leftRunning;
        try (PackagedProduct first = PackagedProduct.start(folder)) {
            Visitor carer = Visitor.loggedIn(first.port(), "carer1");
            assertThat(carer.todos()).isEmpty();
            begins(carer);
            Visitor typing = Visitor.loggedIn(first.port(), "carer2");
            begins(typing);
            Visitor.Answer kept = typing.method(
                    "PUT",
                    "/safe-contact/api/tasks/" + typing.todo("reportContact").id() + "/draft",
                    Map.of("answers", Map.of("child", "C3", "whatHappened", TYPED)));
            assertThat(kept.accepted()).as(kept.text()).isTrue();
            Visitor.Answer taken = carer.submit(carer.todo("reportContact"), REPORT);
            leftRunning = first.database();
            first.killHard();
            assertThat(taken.accepted()).as(taken.text()).isTrue();
        }
        assertThat(leftRunning.isAlive()).as("PostgreSQL outlives the product").isTrue();

        try (PackagedProduct second = PackagedProduct.start(folder)) {
            assertEnds("the server that was left running", leftRunning);
            leftRunning = second.database();
            Visitor worker = Visitor.loggedIn(second.port(), "ssw1");
            await("somebody is told").atMost(Duration.ofMinutes(1)).until(() -> worker.has("acknowledge"));
            await("everything that waited was done")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> second.count("select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null"
                                    + " or duedate_ < now() at time zone 'UTC')")
                            == 0);

            assertThat(worker.todo("acknowledge")).as("one and not two").isNotNull();
            assertThat(Visitor.loggedIn(second.port(), "carer1").has("reportContact"))
                    .as("the report waits to be sent a second time")
                    .isFalse();
            Visitor typing = Visitor.loggedIn(second.port(), "carer2");
            JsonNode shown = typing.formData(typing.todo("reportContact"));
            assertThat(shown.path("whatHappened").path("value").asText())
                    .as("what was typed and not sent stands in the form again")
                    .isEqualTo(TYPED);
            assertThat(shown.path("child").path("value").asText()).isEqualTo("C3");
            assertThat(second.count(
                            "select count(*) from record_content where statements::text like '%" + TYPED + "%'"))
                    .as("what was not sent is not on record")
                    .isZero();
            assertThat(second.count(
                            "select count(*) from record_content where statements::text like '%" + WORDS + "%'"))
                    .as("what the carer wrote is on record")
                    .isEqualTo(1);
            assertThat(second.count("select count(*) from incident"))
                    .as("the report that was sent and the one that is being typed")
                    .isEqualTo(2);
            assertThat(second.count("select count(*) from outgoing_message"))
                    .as("messages")
                    .isPositive();
            assertThat(second.count("select count(*) from (select 1 from outgoing_message_event where what = 'SENT'"
                            + " group by message_id having count(*) > 1) twice"))
                    .as("messages that left twice")
                    .isZero();
            assertThat(second.count("select count(*) from act_ru_incident"))
                    .as("what could not be done")
                    .isZero();
        }
        assertEnds("the server, after a clean end,", leftRunning);
    }

    private static void begins(Visitor carer) {
        Visitor.Answer started = carer.post("/safe-contact/api/reports", Map.of());
        assertThat(started.accepted()).as(started.text()).isTrue();
    }

    /** A process that has ended stays visible until somebody has taken note of it. */
    private static void assertEnds(String what, ProcessHandle process) {
        await(what + " ends").atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }
}
