package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.NextFolder;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys where somebody, or something, that people count on is not there. */
@Journey
class NotThereTest {

    @Autowired
    private Evening evening;

    @Autowired
    private NextFolder folder;

    @Test
    void theMailServerIsDown() {
        evening.begins("2026-11-28T22:04");
        evening.mailServerDown();
        String reference = evening.reports("carer1", UrgentEveningsTest.fatherThreatens());
        assertThat(evening.level(reference)).isEqualTo("HIGH");

        assertThat(evening.todo("duty1", reference, "acknowledge").due())
                .as("the task of the first rung is there all the same")
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T22:34"));
        assertThat(evening.formsOf("duty1", "messageNotDelivered"))
                .hasSize(2)
                .anySatisfy(form -> assertThat(form).contains("Harper Leadwell", "07700 900501", "for you to know"))
                .anySatisfy(form ->
                        assertThat(form).contains("Frankie Nightingale", "07700 900301", "please answer by 22:34"));
        assertThat(evening.as("duty1").todos())
                .filteredOn(todo -> todo.key().equals("messageNotDelivered"))
                .allSatisfy(todo -> assertThat(todo.name()).isEqualTo("A message did not arrive: ring this person"));

        evening.at("2026-11-28T22:08");
        assertThat(evening.todosOf("duty1", reference))
                .as("still down")
                .filteredOn("messageNotDelivered"::equals)
                .hasSize(2);
        evening.mailServerUp();
        assertThat(evening.mails()).isEmpty();

        evening.at("2026-11-28T22:09");
        assertThat(evening.mails())
                .extracting(mail -> mail.to() + " " + mail.subject())
                .containsExactlyInAnyOrder(
                        "duty1@example.org " + reference + ": please answer by 22:34 today",
                        "manager1@example.org " + reference + ": for you to know; you may answer");
        assertThat(evening.todosOf("duty1", reference)).doesNotContain("messageNotDelivered");
        assertThat(evening.todosOf("manager1", reference)).doesNotContain("messageNotDelivered");

        evening.at("2026-11-28T22:33:59");
        assertThat(evening.mails()).as("exactly once each").hasSize(2);
        assertThat(evening.mails()).extracting(mail -> mail.messageId()).doesNotHaveDuplicates();
    }

    @Test
    void theWorkerIsAway() {
        evening.begins("2026-11-24T16:10");
        folder.somebodyIsAway("ssw1", "2026-11-23", "2026-11-27");
        String reference = evening.reports(
                "carer1", with(nothingWorrying("C2"), "whatHappened", "A cousin wrote.", "everything", true));

        assertThat(evening.as("carer1")
                        .get("/safe-contact/api/thank-you/" + reference)
                        .text())
                .contains("Duty reads this by 17:00")
                .doesNotContain("Dana Northgate");
        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to() + " " + mail.subject())
                        .isEqualTo("duty1@example.org " + reference + ": please answer by 17:00 today"));
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(acknowledge.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-24T17:00"));
        assertThat(evening.as("ssw1").claim(acknowledge).status()).isEqualTo(403);

        evening.at("2026-11-24T16:30");
        evening.complete("duty1", reference, "acknowledge", Map.of("whatNext", "I ring tomorrow at ten."));
        assertThat(evening.as("teammanager1")
                        .claim(evening.todo("duty1", reference, "reviewContact"))
                        .status())
                .as("it is the stand-in's")
                .isEqualTo(403);
        evening.complete("duty1", reference, "reviewContact", OrdinaryDaysTest.reviewed("2026-11-24T16:28"));
        assertThat(evening.linesOf(reference, "duty1"))
                .filteredOn(line -> line.title().equals("Review of this contact"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.by()).isEqualTo("Frankie Nightingale"));

        evening.at("2026-11-25T20:01");
        evening.complete("carer1", reference, "observeWellbeing", OrdinaryDaysTest.usualSelf());
        assertThat(evening.mailsTo("ssw1")).isEmpty();

        evening.at("2026-11-30T10:00");
        assertThat(evening.as("duty1")
                        .claim(evening.todo("ssw1", reference, "closeIncident"))
                        .status())
                .as("the worker is back")
                .isEqualTo(403);
    }
}
