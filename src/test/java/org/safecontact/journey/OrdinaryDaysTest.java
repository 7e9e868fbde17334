package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys where nobody is in danger. */
@Journey
class OrdinaryDaysTest {

    private static final String STORY = "A cousin whom C2 sees at agreed visits liked a picture.";

    @Autowired
    private Evening evening;

    @Test
    void anOrdinaryTuesday() {
        evening.begins("2026-11-24T16:10");
        String reference =
                evening.reports("carer1", with(nothingWorrying("C2"), "whatHappened", STORY, "everything", true));
        assertThat(evening.level(reference)).isEqualTo("LOW");
        onlyTheWorkerIsTold(reference);

        evening.at("2026-11-24T16:30");
        evening.complete(
                "ssw1",
                reference,
                "acknowledge",
                Map.of("whatNext", "I ring tomorrow at ten and hear how the evening was."));
        evening.at("2026-11-24T16:45");
        evening.complete("ssw1", reference, "reviewContact", reviewed("2026-11-24T16:40"));
        Visitor.Todo ask = evening.as("ssw1").todo("askForContact");
        assertThat(evening.as("ssw1").formData(ask).path("why").path("value").asText())
                .as("good for the child: the authority is asked to agree it")
                .contains(reference);

        evening.at("2026-11-24T19:59");
        assertThat(evening.todosOf("carer1", reference)).isEmpty();
        evening.at("2026-11-24T20:00");
        evening.complete("carer1", reference, "observeWellbeing", with(usualSelf(), "familyWords", "“She was nice.”"));
        evening.at("2026-11-25T20:00");
        evening.complete("carer1", reference, "observeWellbeing", with(usualSelf(), "familyWords", "“Can I see her?”"));
        evening.at("2026-11-25T20:30");
        assertThat(evening.todosOf("carer1", reference))
                .as("two looks, no more")
                .isEmpty();

        evening.at("2026-11-26T10:00");
        JsonNode close = evening.as("ssw1").formData(evening.todo("ssw1", reference, "closeIncident"));
        assertThat(close.path("goesOn").path("value").asText())
                .isEqualTo("Close the looks after this child, which nobody has yet");
        assertThat(close.path("known").path("value").asText())
                .as("nobody confirms it from memory")
                .contains(
                        "- How the child is: 2 looks, the last yesterday at 20:00: As usual\n",
                        "- The child's authority: told on Tuesday 24 November at 16:40, written by Dana Northgate\n",
                        "- The phone: nobody has written that it was taken\n",
                        "- The police: nobody has written that they were told\n",
                        "- The Safer Care Plan: nobody asked for it here");
        evening.complete("ssw1", reference, "closeIncident", closed());
        theHomeReadsHowItEnded(reference);
        assertThat(evening.running(reference)).doesNotContain("unplanned-contact");

        theRecordReadsInOrder(reference);
        assertThat(evening.as("carer1").get("/safe-contact/w").text())
                .contains(STORY, "“She was nice.”", "“Can I see her?”");
        assertThat(evening.linesOf(reference, "carer1").toString())
                .contains(STORY, "“She was nice.”", "“Can I see her?”");
    }

    private void theHomeReadsHowItEnded(String reference) {
        for (String carer : List.of("carer1", "carer3")) {
            JsonNode list =
                    evening.as(carer).get("/safe-contact/api/reports/open").body();
            assertThat(list).as(carer).hasSize(1);
            assertThat(list.path(0).path("news").path(0).path("words").asText())
                    .isEqualTo("Closed today at 10:00: how it ended, and what holds from now on");
        }
        JsonNode page = evening.as("carer1")
                .get("/safe-contact/api/thank-you/" + reference)
                .body();
        assertThat(page.path("lines").path(0).asText())
                .isEqualTo("It is over, nothing holds any more. Something new: ring duty.");
        assertThat(page.path("lines").path(1).asText())
                .startsWith("Decided before, on Tuesday 24 November at ")
                .endsWith(": The cousin may write. Nothing to do; the child knows.");
        evening.at("2026-12-03T10:00");
        assertThat(evening.as("carer1").get("/safe-contact/api/reports/open").body())
                .isEmpty();
    }

    private void onlyTheWorkerIsTold(String reference) {
        assertThat(says(evening.linesOf(reference, "ssw1"), "What was reported"))
                .contains("That is everything I know: Yes");
        Visitor.Todo acknowledge = evening.todo("ssw1", reference, "acknowledge");
        assertThat(evening.as("ssw1").todos()).as("one task").hasSize(1);
        assertThat(acknowledge.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-24T17:00"));
        assertThat(evening.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("ssw1@example.org");
            assertThat(mail.subject()).isEqualTo(reference + ": please answer by 17:00 today");
            assertThat(mail.subject() + mail.text())
                    .contains(reference)
                    .doesNotContain("C2", "Wren", "cousin", "Ashdown", "Home one");
        });
        for (String nobody : List.of("carer1", "carer2", "carer3", "ssw2", "childsw1", "childsw2")) {
            assertThat(evening.todosOf(nobody, reference)).as(nobody).isEmpty();
        }
        for (String seesThatItWaits : List.of("duty1", "teammanager1", "manager1", "manager2", "director1")) {
            assertThat(evening.as(seesThatItWaits).claim(acknowledge).status())
                    .as("it is not %s's", seesThatItWaits)
                    .isEqualTo(403);
        }
    }

    private void theRecordReadsInOrder(String reference) {
        List<Evening.Line> lines = evening.linesOf(reference, "ssw1");
        assertThat(lines)
                .extracting(line -> line.written() + " " + line.by() + ": " + line.title())
                .containsSubsequence(
                        "Tuesday 24 November 2026, 16:10 Alex Ashdown: Reported",
                        "Tuesday 24 November 2026, 16:10 Safe Contact: How serious it is",
                        "Tuesday 24 November 2026, 16:10 Safe Contact: Asked to answer",
                        "Tuesday 24 November 2026, 16:30 Dana Northgate: Answered",
                        "Tuesday 24 November 2026, 16:45 Dana Northgate: Review of this contact",
                        "Tuesday 24 November 2026, 20:00 Alex Ashdown: How the child is",
                        "Wednesday 25 November 2026, 20:00 Alex Ashdown: How the child is",
                        "Thursday 26 November 2026, 10:00 Dana Northgate: Closed");
        assertThat(says(lines, "How serious it is"))
                .contains(
                        "Level: Low",
                        "Police: They are not needed now.",
                        "a rule of the table \"risk-level\", version 1.0.0",
                        "What it says: Rule 20: ");
        assertThat(says(lines, "Asked to answer"))
                .contains("Who: Dana Northgate", "By when: Tuesday 24 November 2026, 17:00");
        assertThat(says(lines, "Review of this contact"))
                .as("the level was confirmed, and the authority and the plan stand in it")
                .contains("Is that right?: ")
                .contains("When was the child's social worker told?: Tuesday 24 November 2026, 16:40")
                .contains("How?: By telephone")
                .contains("Is a review of the Safer Care Plan needed?: No")
                .contains("The cousin is known and visits are agreed.");
    }

    private static String says(List<Evening.Line> lines, String title) {
        return lines.stream()
                .filter(line -> line.title().equals(title))
                .map(Evening.Line::says)
                .collect(Collectors.joining("; "));
    }

    static Map<String, Object> reviewed(String authorityToldAt) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("levelRight", "agree");
        answers.put("planCheck", "silent");
        answers.put("doing", List.of("none"));
        answers.put("placement", "no");
        answers.put("wishes", "Likes hearing from the cousin.");
        answers.put("childSeen", "no");
        answers.put("authorityToldAt", authorityToldAt);
        answers.put("authorityToldHow", "telephone");
        answers.put("authorityTold", "The child's social worker, who is content.");
        answers.put("planNeeded", "no");
        answers.put("planWhy", "The cousin is known and visits are agreed.");
        answers.put("goodForChild", "yes");
        answers.put("whyNotEscalated", "One contact by somebody known, nothing worrying.");
        answers.put("forTheCarer", "The cousin may write. Nothing to do; the child knows.");
        answers.put("help", "The child keeps a safe relationship.");
        return answers;
    }

    static Map<String, Object> closed() {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String done : List.of("childTold", "carerTold", "otherChildren", "plansDecided")) {
            answers.put(done, "yes");
        }
        answers.put("wishes", "notAsked");
        answers.put("wishesWhyNot", "They only shrugged; their worker asks again on Monday.");
        answers.put("phoneBack", "notNeeded");
        answers.put("referralsAnswered", "notNeeded");
        answers.put("parents", "yes");
        answers.put("parentsAskedOn", "2026-11-24");
        answers.put("parentsAnswer", "No, the grandparent tells her.");
        answers.put("forTheCarer", "It is over, nothing holds any more. Something new: ring duty.");
        answers.put("help", "Nothing changes for the child, who was heard.");
        return answers;
    }

    static Map<String, Object> usualSelf() {
        return Map.of("compared", "same", "signs", List.of("none"), "tonight", List.of("reassured", "routineKept"));
    }
}
