package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys where nobody is in danger. */
@Journey
class OrdinaryDaysTest {

    @Autowired
    private Evening evening;

    @Test
    void anOrdinaryTuesday() {
        evening.begins("2026-11-24T16:10");
        String reference = evening.reports(
                "carer1",
                with(
                        nothingWorrying("C2"),
                        "whatHappened",
                        "A cousin whom C2 sees at agreed visits liked a picture.",
                        "everything",
                        true));

        Visitor worker = evening.as("ssw1");
        Visitor.Todo acknowledge = worker.todo("acknowledge");
        assertThat(acknowledge.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-24T17:00"));
        assertThat(evening.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).contains("ssw1");
            assertThat(mail.subject() + mail.text())
                    .contains(reference)
                    .doesNotContain("C2")
                    .doesNotContain("cousin");
        });
        for (String nobody : List.of("ssw2", "carer2")) {
            assertThat(evening.as(nobody).has("acknowledge")).as(nobody).isFalse();
        }
        assertThat(evening.as("duty1").claim(acknowledge).status())
                .as("duty sees that it waits, and it is not duty's")
                .isEqualTo(403);

        evening.at("2026-11-24T16:30");
        worker.complete("acknowledge", Map.of("whatNext", "I ring tomorrow at ten and hear how the evening was."));
        evening.aMomentLater();
        worker.complete("reviewContact", reviewed("2026-11-24T16:28"));

        evening.at("2026-11-24T20:01");
        evening.as("carer1").complete("observeWellbeing", usualSelf());
        evening.at("2026-11-25T20:01");
        evening.as("carer1").complete("observeWellbeing", usualSelf());
        evening.aMomentLater();

        evening.at("2026-11-26T10:00");
        worker.complete("closeIncident", closed());
        evening.aMomentLater();

        assertThat(evening.running(reference)).doesNotContain("unplanned-contact");
        assertThat(evening.titles(reference, "ssw1")).containsSubsequence("What was reported", "How serious it is");
        assertThat(evening.as("carer1").get("/safe-contact/what-i-wrote").text())
                .contains("A cousin whom C2 sees at agreed visits liked a picture.");
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
        answers.put("help", "The child keeps a safe relationship.");
        return answers;
    }

    static Map<String, Object> closed() {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String done : List.of("childTold", "carerTold", "otherChildren", "plansDecided")) {
            answers.put(done, "yes");
        }
        answers.put("phoneBack", "notNeeded");
        answers.put("referralsAnswered", "notNeeded");
        answers.put("parents", "yes");
        answers.put("parentsAskedOn", "2026-11-24");
        answers.put("parentsAnswer", "No, the grandparent tells her.");
        answers.put("help", "Nothing changes for the child, who was heard.");
        return answers;
    }

    static Map<String, Object> usualSelf() {
        return Map.of("compared", "same", "signs", List.of("none"), "tonight", List.of("reassured", "routineKept"));
    }
}
