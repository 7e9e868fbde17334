package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;
import static org.safecontact.journey.UrgentEveningsTest.reached;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys of contact that somebody tells by telephone, or days later. */
@Journey
class OtherWaysOfTellingTest {

    @Autowired
    private Evening evening;

    @Test
    void sheRangInstead() {
        evening.begins("2026-11-25T22:10");
        Visitor duty = evening.as("duty1");
        String reference = duty.beginsReport();
        evening.at("2026-11-25T22:18");
        evening.complete(
                "duty1",
                reference,
                "reportContact",
                with(
                        nothingWorrying("C3"),
                        "byTelephone",
                        true,
                        "caller",
                        "carer2",
                        "calledAt",
                        "2026-11-25T22:10",
                        "contactBarred",
                        "yes",
                        "whatHappened",
                        "Charlie says an uncle who may not write has written.",
                        "childSaid",
                        "He found me."));
        assertThat(evening.level(reference)).isEqualTo("HIGH");

        Evening.Line reported = line(reference, "ssw2", "Reported");
        assertThat(reported.says())
                .contains("By: Charlie Brookside")
                .contains("Taken by telephone by: Frankie Nightingale")
                .contains("Reported: Wednesday 25 November 2026, 22:10");
        assertThat(reported.written()).isEqualTo("Wednesday 25 November 2026, 22:18");
        assertThat(evening.todo("manager1", reference, "assessEscalation").due())
                .as("four hours from the call")
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-26T02:10"));
        dutyHasAnsweredAndTheOthersAreTold(reference);

        evening.at("2026-11-26T09:15");
        for (String climbed : List.of("duty1", "teammanager1", "director1")) {
            assertThat(evening.alarmsTo(climbed))
                    .as("%s had to answer", climbed)
                    .isEmpty();
        }
        theCarerFindsItAndAdds(reference);
    }

    private void dutyHasAnsweredAndTheOthersAreTold(String reference) {
        for (String person : List.of("duty1", "manager1", "teammanager1", "ssw2")) {
            assertThat(evening.todosOf(person, reference)).as(person).doesNotContain("acknowledge");
        }
        assertThat(evening.as("carer2")
                        .get("/safe-contact/api/thank-you/" + reference)
                        .text())
                .contains("Frankie Nightingale has this and has spoken with you.");
        assertThat(line(reference, "ssw2", "Answered in the call").by()).isEqualTo("Frankie Nightingale");
        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to() + " " + mail.subject())
                        .isEqualTo("manager1@example.org " + reference + ": for you to know; you may answer"));
        Visitor.Todo call = evening.todo("duty1", reference, "tellByTelephone");
        assertThat(evening.todo("manager1", reference, "tellByTelephone").id()).isEqualTo(call.id());
        assertThat(evening.as("duty1").formData(call).toString()).contains("Emergency duty team of Northshire");
        evening.complete(
                "duty1", reference, "tellByTelephone", reached("emergencyDutyTeam", "Sam", "2026-11-25T22:18"));
        assertThat(evening.as("carer2")
                        .get("/safe-contact/api/thank-you/" + reference)
                        .text())
                .as("the emergency team knows for the night")
                .doesNotContain("The child's social worker knows.");
    }

    private void theCarerFindsItAndAdds(String reference) {
        assertThat(evening.todosOf("carer2", reference)).contains("completeRecord", "preserveEvidence");
        assertThat(evening.linesOf(reference, "carer2").toString())
                .as("what was written down for the carer")
                .contains("Charlie says an uncle who may not write has written.", "He found me.")
                .doesNotContain("HIGH", "How serious it is", "Looks serious");
        assertThat(evening.as("carer2").get("/safe-contact/w?case=" + reference).text())
                .as("what was sent for the carer")
                .contains("Charlie says an uncle who may not write has written.", "Frankie Nightingale");
        assertThat(evening.as("carer2")
                        .post(
                                "/safe-contact/api/cases/" + reference + "/additions",
                                Map.of("kind", "FACT", "text", "It came from a second account too."))
                        .status())
                .isEqualTo(200);
        assertThat(evening.linesOf(reference, "ssw2"))
                .filteredOn(line -> line.title().equals("Added"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.by()).isEqualTo("Charlie Brookside");
                    assertThat(line.says()).contains("It came from a second account too.");
                    assertThat(line.written()).isEqualTo("Thursday 26 November 2026, 09:15");
                });
    }

    @Test
    void toldOnMonday() {
        evening.begins("2026-11-23T09:30");
        String reference = evening.reports(
                "carer2",
                with(
                        nothingWorrying("C3"),
                        "contactKind",
                        "secretAccount",
                        "earlier",
                        true,
                        "happenedAt",
                        "2026-11-21T15:00",
                        "knownAt",
                        "2026-11-21T18:00",
                        "whatHappened",
                        "C3 had a second account."));
        assertThat(evening.level(reference)).isEqualTo("MEDIUM");

        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to() + " " + mail.subject())
                        .as("two working hours from 09:30")
                        .isEqualTo("ssw2@example.org " + reference + ": please answer by 11:30 today"));
        assertThat(evening.todo("ssw2", reference, "acknowledge").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-23T11:30"));
        assertThat(line(reference, "ssw2", "Reported").says())
                .contains("When it happened: Saturday 21 November 2026, 15:00")
                .contains("Known since: Saturday 21 November 2026, 18:00")
                .contains("Reported: Monday 23 November 2026, 09:30");

        nobodyAsksTheCarerWhy(reference);

        evening.at("2026-11-23T11:00");
        evening.complete("ssw2", reference, "acknowledge", Map.of("whatNext", "I ring at noon."));
        assertThat(evening.as("ssw2")
                        .formData(evening.todo("ssw2", reference, "reviewContact"))
                        .path("lateWords")
                        .path("value")
                        .asText())
                .isEqualTo("Written on Monday 23 November 2026, 09:30 about Saturday 21 November 2026, 15:00.");

        evening.at("2026-11-23T13:30:01");
        assertThat(evening.mailsTo("carer2")).as("nobody chases the carer").isEmpty();
        assertThat(evening.todosOf("ssw2", reference)).contains("helpWithRecord");
        evening.complete("carer2", reference, "completeRecord", Map.of("whatHappened", "C3 showed me on Saturday."));
    }

    private void nobodyAsksTheCarerWhy(String reference) {
        Visitor.Todo write = evening.todo("carer2", reference, "completeRecord");
        assertThat(write.due())
                .hasValueSatisfying(due -> assertThat(due)
                        .as("four hours, because the day is past already")
                        .startsWith("2026-11-23T13:30"));
        for (Visitor.Todo todo : evening.as("carer2").todos()) {
            assertThat(evening.as("carer2").form(todo).path("components").findValuesAsText("label"))
                    .as("questions of %s", todo.key())
                    .noneMatch(label -> label.toLowerCase().matches(".*\\b(late|later|sooner|earlier|delay)\\b.*"));
        }
        assertThat(evening.as("carer2").formData(write).toString()).doesNotContainIgnoringCase("late");
        assertThat(evening.as("carer2")
                        .get("/safe-contact/api/thank-you/" + reference)
                        .text())
                .contains("Nobody is in trouble")
                .doesNotContainIgnoringCase("late");
    }

    private Evening.Line line(String reference, String reader, String title) {
        List<Evening.Line> found = evening.linesOf(reference, reader).stream()
                .filter(line -> line.title().equals(title))
                .toList();
        assertThat(found)
                .as("%s in %s", title, evening.titles(reference, reader))
                .hasSize(1);
        return found.get(0);
    }
}
