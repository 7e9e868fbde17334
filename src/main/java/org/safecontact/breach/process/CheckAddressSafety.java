package org.safecontact.breach.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.access.ToDos;
import org.safecontact.breach.PrivateDetails;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.PrivateDetailsOut;
import org.springframework.stereotype.Component;

/** Somebody rings the home the same day; what they find counts for the level (domain brief, 5.1 to 5.7). */
@Component
class CheckAddressSafety implements UserTaskWork {

    /** Their accounts, their own children, their work, their safety (practice, section 6). */
    private static final Set<String> CARERS = Set.of("accounts", "children", "work", "safety");

    /** The registered manager and the child's authority (domain brief, DMN-2). */
    private static final Set<String> KNOW_TODAY = Set.of("manager", "authority");

    /** What the contract has no name for, and that something was said which is not so. */
    private static final Set<String> NO_DETAIL = Set.of("other", "notAll");

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
        return ToDos.CHECK_ADDRESS_SAFETY;
    }

    @Override
    public String recordedAs() {
        return PrivateDetailsOut.SAFE_AT_HOME;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task.reference());
        shown.put("whom", words.whom(task.reference()));
        shown.put("homeMayKnow", words.homeMayKnow(task.reference()));
        shown.put("homeBefore", words.homeBefore(task.reference()));
        shown.put("otherChildren", words.otherChildren(task.reference()));
        shown.put("authority", words.authority(task.reference()));
        shown.put("othersAuthorities", words.othersAuthorities(task.reference()));
        shown.put("sameReport", words.sameReport(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        List<String> out = details(answers);
        boolean safe = safe(answers);
        details.found(
                task.reference(),
                task.person().orElseThrow(),
                out,
                answers.one("risk").orElseThrow(),
                safe);
        // Only now: from here on nobody can say more of it before this is sent.
        Map<String, String> refused = refused(task.reference(), answers);
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        boolean online = answers.many("stands").stream().anyMatch(CAN_BE_SEEN::contains);
        String how = answers.one("how").orElseThrow();
        return Map.of(
                ConfidentialityBreach.NOT_SAFE,
                !safe,
                ConfidentialityBreach.SCHOOL,
                out.contains("school"),
                ConfidentialityBreach.ONLINE,
                online,
                ConfidentialityBreach.TALK,
                !online && (how.equals("child") || out.contains("careStatus")),
                ConfidentialityBreach.HOME,
                how.equals("home"),
                ConfidentialityBreach.WORKER,
                how.equals("worker"));
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(answers.one("safe").isPresent() ? SomebodyWasFaster.HEARD : SomebodyWasFaster.KEPT_TO_READ);
    }

    /** What a second call found for the worse counts: nobody may think that it was heard. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        if (answers.one("safe").isPresent()) {
            details.found(
                    task.reference(),
                    task.person(),
                    details(answers),
                    answers.one("risk").orElse("unknown"),
                    safe(answers));
        }
    }

    /** Whoever can see where the child is may come. */
    private static boolean safe(Answers answers) {
        return answers.one("safe").filter("no"::equals).isEmpty()
                && answers.one("live").filter("cannot"::equals).isEmpty();
    }

    /** What got out, by the names of the contract. */
    private static List<String> details(Answers answers) {
        return answers.many("out").stream()
                .filter(ticked -> !NO_DETAIL.contains(ticked))
                .toList();
    }

    private Map<String, String> refused(String reference, Answers answers) {
        Map<String, String> refused = new LinkedHashMap<>();
        if (answers.one("live").filter("on"::equals).isPresent()) {
            refused.put(
                    "live", "Please have it switched off while you are on the telephone, or say that it cannot be.");
        }
        List<String> out = details(answers);
        List<String> notOut = answers.many("notOut");
        if (notOut.stream().anyMatch(out::contains)) {
            refused.put("notOut", "It cannot have got out and not have got out. Please choose again.");
        }
        // Somebody may have said more while the form was open.
        String also = details.alsoGotOut(
                reference, Stream.concat(out.stream(), notOut.stream()).toList());
        if (!also.isEmpty()) {
            refused.put("out", "This was said too: " + also + ". Please go through it with them, and tick it.");
        }
        if (words.homeMayKnow(reference)
                && (out.contains("carerDetails") || out.contains("homePhoto"))
                && !answers.many("carers").containsAll(CARERS)) {
            refused.put("carers", "Please go through all four with them.");
        }
        if (answers.one("others").filter("steps"::equals).isPresent()
                && answers.one("othersTold").filter("notTouched"::equals).isPresent()) {
            refused.put("othersTold", "They need something: please tell their own social workers first.");
        }
        if (!answers.many("told").containsAll(KNOW_TODAY)) {
            refused.put("told", "Both have to know today. Out of hours: who is on call, and the emergency duty team.");
        }
        List<String> stands = answers.many("stands");
        if (stands.contains("gone") && stands.contains("post")) {
            refused.put("stands", "It cannot be gone and still be there. Please choose again.");
        }
        return refused;
    }
}
