package org.safecontact.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What workers send from the forms that follow a report. */
final class Reviews {

    static final String FOR_THE_CARER = "The phone stays downstairs until Monday; the child knows why.";

    static final String HOW_IT_ENDED = "It is over: the phone may go upstairs again. Blocked stays blocked.";

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

    static Map<String, Object> comparedWithPlan(String planCheck) {
        Map<String, Object> answers = new HashMap<>(noChange());
        answers.put("planCheck", planCheck);
        return answers;
    }

    static Map<String, Object> lessSerious() {
        Map<String, Object> answers = new HashMap<>(noChange());
        answers.put("levelRight", "lessSerious");
        answers.put("levelWhy", "The account is a cousin's.");
        return answers;
    }

    /** When the child's social worker knows already, the form does not ask. */
    static Map<String, Object> withoutAuthority() {
        Map<String, Object> answers = new HashMap<>(noChange());
        List.of("authorityToldAt", "authorityToldHow", "authorityTold").forEach(answers::remove);
        return answers;
    }

    static Map<String, Object> authorityTold(Instant at) {
        return Map.of(
                "who", "The child's social worker",
                "toldAt", Weeks.london(at),
                "how", "telephone",
                "said", "A cousin wrote, and the child told the carer.");
    }

    private static Map<String, Object> review(String planNeeded) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("levelRight", "agree");
        answers.put("planCheck", "silent");
        answers.put("doing", List.of("none"));
        answers.put("placement", "no");
        answers.put("wishes", "Wants to see the cousin again.");
        answers.put("childSeen", "alone");
        answers.put("authorityToldAt", "2026-06-01T10:00");
        answers.put("authorityToldHow", "telephone");
        answers.put("authorityTold", "The duty desk of the authority, who noted it.");
        answers.put("planNeeded", planNeeded);
        answers.put("planWhy", "The plan covers this already.");
        answers.put("goodForChild", "mixed");
        answers.put("whyNotEscalated", "Nobody is in danger and nobody frightens the child.");
        answers.put("forTheCarer", FOR_THE_CARER);
        answers.put("help", "The child knows whom to come to.");
        return answers;
    }

    /** After a review, which says when the authority was told. */
    static Map<String, Object> close() {
        Map<String, Object> answers = new HashMap<>();
        for (String confirmed :
                List.of("childTold", "carerTold", "phoneBack", "referralsAnswered", "otherChildren", "plansDecided")) {
            answers.put(confirmed, "yes");
        }
        answers.put("wishes", "said");
        answers.put("wishesSaid", "I want my cousin to ask first.");
        answers.put("parents", "yes");
        answers.put("parentsAskedOn", "2026-06-01");
        answers.put("parentsAnswer", "They tell the mother themselves.");
        answers.put("forTheCarer", HOW_IT_ENDED);
        answers.put("help", "It is settled and the child knows why.");
        return answers;
    }

    /** Without a review and without a call that reached the authority, after an escalation: when it was told is asked, and how the carer is. */
    static Map<String, Object> closeAndSayWhenTold() {
        Map<String, Object> answers = new HashMap<>(close());
        answers.put("carerSupported", "yes");
        answers.put("authorityTold", "yes");
        answers.put("authorityToldAt", "2026-06-01T10:00");
        answers.put("authorityToldWhom", "The child's social worker, by telephone, who agrees.");
        return answers;
    }

    static Map<String, Object> closeWithout(String confirmed) {
        Map<String, Object> answers = new HashMap<>(close());
        answers.put(confirmed, "no");
        return answers;
    }

    static Map<String, Object> closeNotNeeded(String confirmed) {
        Map<String, Object> answers = new HashMap<>(close());
        answers.put(confirmed, "notNeeded");
        if (confirmed.equals("parents")) {
            answers.keySet().removeAll(Set.of("parentsAskedOn", "parentsAnswer"));
            answers.put("notNeededWhy", "None");
        }
        return answers;
    }

    static Map<String, Object> plan() {
        return Map.of(
                "change", "change",
                "from", "0",
                "plan", "Accounts are looked at together on Sundays.",
                "changed", "Sundays are new.",
                "why", "Old enough to show it by themself.",
                "reviewOn", "2099-01-10",
                "childView", "That is fine with me.",
                "learn", "Who can see what I post, until Easter.",
                "help", "The child keeps the phone and is not alone with it.");
    }

    static Map<String, Object> planStays() {
        return Map.of(
                "change", "noChange",
                "stays", "It says already who looks, and it helped.",
                "childView", "That is fine with me.",
                "help", "Nothing changes for the child that need not.");
    }

    static Map<String, Object> sentBack() {
        return Map.of("signed", "sendBack", "why", "Please say who looks.", "help", "It must be clear for the child.");
    }

    static Map<String, Object> signed() {
        return Map.of("signed", "sign", "help", "It is clear for the child.");
    }

    static Map<String, Object> evidence() {
        return Map.of("phone", "childGave", "device", "charging", "evidenceKinds", List.of("textMessages"));
    }

    static Map<String, Object> outsideNotNeeded() {
        return Map.of(
                "done", "notNeeded", "why", "It turned out to be nothing.", "help", "The child is left in peace.");
    }

    static Map<String, Object> outsideAnswered(Instant at) {
        return Map.of(
                "answer", "answered",
                "at", Weeks.london(at),
                "whom", "The social worker of the day.",
                "words", "They hold a strategy discussion on Monday.");
    }

    static Map<String, Object> assessment() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("done", "Rang the carer, the police and the authority.");
        answers.put("police", "told");
        answers.put("policeWords", "101 at 22:50, reference 4711.");
        for (String question : List.of("crime", "significantHarm", "radicalisation")) {
            answers.put(question, "no");
        }
        answers.put("policeAtHome", "no");
        answers.put("strategy", "none");
        answers.put("referrals", List.of("frontDoor"));
        answers.put("referralWords", "Front door, by telephone, they answer tomorrow.");
        answers.put("notify", List.of("placingAuthority"));
        answers.put("notifyWords", "Placing authority, by telephone, tonight.");
        answers.put("wishes", "Wants it to stop.");
        answers.put("whoToldChild", "The carer, at bedtime.");
        answers.put("childSeen", "withOthers");
        answers.put("device", "childGave");
        answers.put("parents", "asked");
        answers.put("parentsAskedOn", "2026-06-01");
        answers.put("abuseReport", "no");
        answers.put("safeTonight", "yes");
        answers.put("decision", "Stays at home, school is told by the social worker.");
        answers.put("reasons", "Nobody knows where the child lives.");
        answers.put("planNeeded", "no");
        answers.put("planWhy", "The plan says already who looks at the phone.");
        answers.put("forTheCarer", FOR_THE_CARER);
        answers.put("help", "The child sleeps at home and is listened to.");
        return answers;
    }

    /** Where nobody of the home may know of it, nobody writes for them. */
    static Map<String, Object> assessedWithoutTheHome() {
        Map<String, Object> answers = assessment();
        answers.remove("forTheCarer");
        return answers;
    }

    static Map<String, Object> assessedPlanNeeded() {
        Map<String, Object> answers = assessment();
        answers.put("planNeeded", "yes");
        answers.put("planWhy", "The plan does not say who looks at the phone.");
        return answers;
    }

    static Map<String, Object> aboutNamed(String who) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("who", who);
        answers.put("ladoAskedAt", "2026-06-01T10:00");
        answers.put("ladoWho", "The LADO of the day, reference 12.");
        answers.put("ladoAdvice", "Nobody is told before Thursday.");
        answers.put("whoIsTold", "The authority today, by me.");
        answers.put("otherCases", "loses");
        answers.put("supportsChild", "The child's social worker.");
        answers.put("supportsPerson", "A worker of another team.");
        answers.put("observer", "ssw1");
        answers.put("help", "The child is heard by somebody who is not part of it.");
        return answers;
    }
}
