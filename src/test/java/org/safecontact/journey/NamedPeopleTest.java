package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys where somebody who looks after children is part of the worry. */
@Journey
class NamedPeopleTest {

    @Autowired
    private Evening evening;

    @Test
    void sheAlreadyKnows() {
        evening.begins("2026-11-25T11:00");
        String reference = evening.reports(
                "carer2",
                with(
                        nothingWorrying("C3"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("ssw2"),
                        "whatHappened",
                        "C3 says the worker passed messages to the mother."));

        seesNothing("ssw2", reference);
        assertThat(evening.mailsTo("ssw2")).isEmpty();
        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).contains("manager1"));
        assertThat(evening.as("manager1").has("acknowledge")).isTrue();
        assertThat(evening.as("manager1").todo("decideAboutNamed").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-26"));
        assertThat(evening.as("duty1")
                        .claim(evening.as("manager1").todo("acknowledge"))
                        .status())
                .as("it is the registered manager's alone")
                .isEqualTo(403);
    }

    @Test
    void heIsTheCarer() {
        evening.begins("2026-11-24T10:00");
        String earlier = evening.reports(
                "carer1", with(nothingWorrying("C1"), "whatHappened", "An aunt wrote.", "everything", true));
        assertThat(earlier).isNotEmpty();

        evening.at("2026-11-25T11:00");
        int told = evening.mails().size();
        String reference = evening.reports(
                "childsw1",
                with(
                        nothingWorrying("C1"),
                        "namedPerson",
                        "household",
                        "namedPersons",
                        List.of("carer3"),
                        "whatHappened",
                        "C1 says carer3 reads the messages aloud to relatives."));

        assertThat(evening.mails()).hasSize(told + 1);
        assertThat(evening.mailsTo("manager1")).isNotEmpty();
        for (String carer : List.of("carer1", "carer3")) {
            seesNothing(carer, reference);
            assertThat(evening.mailsTo(carer)).isEmpty();
        }
        assertThat(evening.as("carer1").get("/safe-contact/what-i-wrote").text())
                .contains("An aunt wrote.");
        evening.at("2026-11-25T20:01");
        assertThat(evening.todosOf("carer1", reference)).isEmpty();
        assertThat(evening.todosOf("carer3", reference)).isEmpty();
    }

    @Test
    void theManagerIsNamed() {
        evening.begins("2026-11-25T11:00");
        String reference = evening.reports(
                "carer2",
                with(
                        nothingWorrying("C3"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("manager1", "manager2"),
                        "whatHappened",
                        "C3 says the managers passed messages on."));

        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).contains("director1"));
        assertThat(evening.as("director1").has("acknowledge")).isTrue();
        seesNothing("manager1", reference);
        seesNothing("manager2", reference);
    }

    private void seesNothing(String user, String reference) {
        assertThat(evening.todosOf(user, reference))
                .as("%s finds nothing", user)
                .isEmpty();
        assertThat(evening.as(user)
                        .get("/safe-contact/api/cases/" + reference + "/record")
                        .status())
                .as("%s cannot read the record", user)
                .isIn(403, 404);
    }
}
