package org.safecontact.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What workers send from the forms that follow a report. */
final class Reviews {

    private Reviews() {}

    static Map<String, Object> noChange() {
        return review("no");
    }

    static Map<String, Object> planNeeded() {
        return review("yes");
    }

    static Map<String, Object> moreSerious() {
        return Map.of(
                "levelRight", "moreSerious",
                "levelWhy", "The messages are older than we thought.",
                "dangerNow", "no",
                "help", "People look at it today.");
    }

    private static Map<String, Object> review(String planNeeded) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("levelRight", "agree");
        answers.put("planCheck", "silent");
        answers.put("doing", List.of("none"));
        answers.put("placement", "no");
        answers.put("wishes", "Wants to see the cousin again.");
        answers.put("childSeen", "alone");
        answers.put("authorityToldAt", "2026-06-16T16:00");
        answers.put("authorityToldHow", "telephone");
        answers.put("authorityTold", "The duty desk of the authority, who noted it.");
        answers.put("planNeeded", planNeeded);
        answers.put("planWhy", "The plan covers this already.");
        answers.put("goodForChild", "mixed");
        answers.put("whyNotEscalated", "Nobody is in danger and nobody frightens the child.");
        answers.put("help", "The child knows whom to come to.");
        return answers;
    }

    static Map<String, Object> close() {
        Map<String, Object> answers = new HashMap<>();
        for (String confirmed : List.of(
                "authorityTold",
                "childTold",
                "carerTold",
                "phoneBack",
                "referralsAnswered",
                "otherChildren",
                "plansDecided",
                "parents")) {
            answers.put(confirmed, "yes");
        }
        answers.put("help", "It is settled and the child knows why.");
        return answers;
    }
}
