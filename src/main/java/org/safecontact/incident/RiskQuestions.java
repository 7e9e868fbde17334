package org.safecontact.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.record.Statement;

/** The questions of the decision {@code risk-level} by the contract's names (section 4). */
public final class RiskQuestions {

    public static final String IMMEDIATE_DANGER = "immediateDanger";
    public static final String NEAR_OR_MEETING = "nearOrMeeting";
    public static final String THREAT_TO_LIFE = "threatToLife";
    public static final String CONCERNS = "concerns";

    /** Among the concerns: pictures that may be nude or sexual. */
    public static final String IMAGES = "images";

    public static final String IMAGES_AGGRAVATED = "imagesAggravated";
    public static final String PERSON_RISK = "personRisk";
    public static final String DISCLOSED = "disclosed";
    public static final String CONTACT_KIND = "contactKind";
    /** Kind of contact: a request from somebody we do not know. */
    public static final String UNKNOWN_REQUEST = "unknownRequest";
    /** Kind of contact: something private got out. */
    private static final String SHARED_INFORMATION = "sharedInformation";

    /** Something private got out, and nobody has said what. */
    public static final String DETAILS_NOT_SAID = "notSaid";

    public static final String CHILD_REPLIED = "childReplied";
    public static final String DISTRESS = "distress";
    public static final String NAMED_PERSON = "namedPerson";
    /** Who is named: ids or {@code somebodyElse}; stored with the answers, not an input of the decision. */
    public static final String NAMED_PERSONS = "namedPersons";

    /** How it happened, one of the policy's seven ways; stored with the answers, not an input of the decision. */
    public static final String CHANNEL = "channel";

    /**
     * With whom it was, as what is agreed names people, or that it was somebody else; stored with the answers, not an input of the decision.
     */
    public static final String PERSON = "person";

    /**
     * Who was there, where it is agreed that somebody is; stored with the answers, not an input of the decision: {@link #PLAN_CHECK} says what it
     * means.
     */
    public static final String THERE = "there";

    public static final String CONTACT_BARRED = "contactBarred";
    public static final String PLAN_CHECK = "planCheck";
    public static final String CHILD_AGE = "childAge";
    public static final String EARLIER_CONTACTS = "contactsInLast30Days";

    /** The three danger questions, asked as one list. */
    public static final List<String> DANGER = List.of(IMMEDIATE_DANGER, NEAR_OR_MEETING, THREAT_TO_LIFE);

    private static final Map<String, String> DANGER_ASKED = Map.of(
            IMMEDIATE_DANGER, "Is anyone in danger now?",
            NEAR_OR_MEETING, "Is somebody near, or a meeting arranged?",
            THREAT_TO_LIFE, "Is a life threatened?");

    /** Concerns that name what they are about; {@code unsure} is not among them. */
    public static final Set<String> SAFEGUARDING =
            Set.of("threats", "coercion", "grooming", IMAGES, "crime", "exploitation", "extremism", "selfHarm");

    private RiskQuestions() {}

    /** Whether one of these answers says that there is danger now; not sure does not. */
    public static boolean dangerNow(Map<String, Object> answers) {
        return DANGER.stream().anyMatch(question -> "yes".equals(answers.get(question)));
    }

    /**
     * What the record says of a tap on danger.
     *
     * @param danger which of the three; empty when somebody is not sure
     */
    public static Statement tapped(Optional<String> danger) {
        return danger.map(question -> new Statement(DANGER_ASKED.get(question), "Yes"))
                .orElseGet(() -> new Statement("Is any of it true now?", "Not sure"));
    }

    /** What got out of the child's private details; <i>not said</i> where only that something did. Empty when nothing is known of it. */
    public static Set<String> privateDetails(Map<String, Object> answers) {
        Set<String> details = new LinkedHashSet<>();
        if (answers.get(DISCLOSED) instanceof List<?> disclosed) {
            disclosed.forEach(detail -> details.add(detail.toString()));
        }
        if (details.isEmpty() && SHARED_INFORMATION.equals(answers.get(CONTACT_KIND))) {
            details.add(DETAILS_NOT_SAID);
        }
        return details;
    }

    /** Whether these answers say that pictures which may be nude or sexual are part of the worry; not sure does not. */
    public static boolean pictures(Map<String, Object> answers) {
        return answers.get(CONCERNS) instanceof List<?> concerns && concerns.contains(IMAGES);
    }
}
