package org.safecontact.breach.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** Somebody rings the home the same day; what they find counts for the level (domain brief, 5.1 to 5.7). */
@Component
class CheckAddressSafety implements UserTaskWork {

    /** Their accounts, their own children, their work, their safety (practice, section 6). */
    private static final int CARERS = 4;

    /** The registered manager and the child's authority (domain brief, DMN-2). */
    private static final int KNOW_TODAY = 2;

    /** Where it stands that something can be done about it; not sure counts as seen. */
    private static final Set<String> CAN_BE_SEEN = Set.of("post", "messages", "passedOn", "unsure");

    private final BreachWords words;
    private final PrivateDetails details;

    CheckAddressSafety(BreachWords words, PrivateDetails details) {
        this.words = words;
        this.details = details;
    }

    @Override
    public String taskKey() {
        return ConfidentialityBreach.CHECK_ADDRESS_SAFETY;
    }

    @Override
    public String recordedAs() {
        return "Private details got out: is it still safe at home?";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        shown.put("whom", words.whom(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Map<String, String> refused = new LinkedHashMap<>();
        if (answers.one("live").filter("on"::equals).isPresent()) {
            refused.put("live", "Please have it switched off while you are on the telephone.");
        }
        List<String> out = answers.many("out");
        if ((out.contains("carerDetails") || out.contains("homePhoto"))
                && answers.many("carers").size() < CARERS) {
            refused.put("carers", "Please go through all four with them.");
        }
        if (answers.many("told").size() < KNOW_TODAY) {
            refused.put("told", "Both have to know today. Out of hours: who is on call, and the emergency duty team.");
        }
        List<String> stands = answers.many("stands");
        if (stands.contains("gone") && stands.contains("post")) {
            refused.put("stands", "It cannot be gone and still be there. Please choose again.");
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        details.found(
                task.reference(),
                task.person().orElseThrow(),
                out,
                answers.one("risk").orElseThrow(),
                !answers.one("safe").orElseThrow().equals("no"));
        return Map.of(
                ConfidentialityBreach.SCHOOL,
                out.contains("school"),
                ConfidentialityBreach.ONLINE,
                stands.stream().anyMatch(CAN_BE_SEEN::contains),
                ConfidentialityBreach.POST,
                answers.one("how").orElseThrow().equals("home"));
    }
}
