package org.safecontact.restriction;

import java.util.Arrays;
import java.util.Optional;

/** What belongs to a limit, by the names of the table {@code device-restriction}, in the words of whoever has to see to it. */
public enum Need {
    POLICE("police", "In danger ring 999, else the police on 101."),
    REGISTERED_MANAGER("registeredManager", "A registered manager looks at it."),
    LEGAL_ADVICE("legalAdvice", "The authority asks its lawyers before anybody thinks of force."),
    FORCE_ON_RECORD(
            "forceOnRecord",
            "Never by force: leave it, and ring duty. If anybody was held or pulled at, please write what happened."),
    CHILDS_SOCIAL_WORKER("childsSocialWorker", "The child's social worker hears of it."),
    EXPLAIN("explainToChild", "Explain to the child why, for how long, and who can lift it."),
    POLICE_DIRECTION(
            "policeDirection",
            "Leave it as it is until the police say what to do. Nobody looks through it, blocks or changes anything on it."),
    CUSTODY_NOTE("custodyNote", "Write down who has the device, since when and where."),
    AUTHORITY_AGREES("authorityAgrees", "The child's authority agrees first."),
    PARENTS_AGREE("parentsAgree", "The parents agree too: the authority asks them, not you."),
    MILDER_MEANS("milderMeans", "Milder things come first: a talk, a shared room, privacy settings, pausing an app."),
    TALK_FIRST(
            "talkFirst",
            "Talk with the child first. Our policy: avoid confiscating devices without discussion unless there is immediate risk."),
    PROPORTIONALITY("proportionalityNote", "Write why nothing milder is enough."),
    CHILDS_VIEWS("childsViews", "What the child says about it belongs to it."),
    SAFER_CARE_PLAN("saferCarePlan", "It goes into the Safer Care Plan."),
    WRITTEN_PLAN("writtenPlan", "It stands in a written plan."),
    CHILD_TOLD("childTold", "The child knows of it: nobody reads in secret."),
    NO_PUNISHMENT(
            "noPunishment",
            "Not as a punishment. Our policy: do not shame the child, avoid confiscating devices without discussion unless there is immediate"
                    + " risk, and avoid overly restrictive approaches unless risk requires it."),
    GUIDANCE("guidance", "Talk about safe behaviour online, and look at the privacy settings together."),
    DAILY_LOG("dailyLog", "Write it into the daily record.");

    private final String id;
    private final String words;

    Need(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String id() {
        return id;
    }

    public String words() {
        return words;
    }

    static Optional<Need> of(String id) {
        return Arrays.stream(values()).filter(need -> need.id.equals(id)).findFirst();
    }
}
