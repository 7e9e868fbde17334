package org.safecontact.incident.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.London;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.NewDanger;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Choice;
import org.safecontact.plan.Plan;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Lets what is agreed answer what it knows of a reported contact, so that nobody has to know the law, and keeps what stood there with the
 * report (policy, sections 0 and 9; contract, section 4).
 */
@NamedInterface("report")
@Component
public class PlanAnswers {

    /** Heading of what was agreed when something was reported, and the question that holds what it says of the contact. */
    public static final String AGREED = "What was agreed when this was reported";

    public static final String SAYS = "Of this contact it says";

    /** The question whether whoever asks for contact, and is not known to whoever reports it, is somebody of whom what is agreed speaks. */
    public static final String KNOWN = "Is it somebody we know of?";

    private static final String NOT_KNOWN =
            "Not on the list of what is agreed: unknown to us, whoever they say they are.";

    private static final String NOBODY_PICKED =
            "Nobody was picked from the list: unknown to us until somebody compares.";

    /** Kinds of contact that go by no agreed way, whatever the hour. */
    private static final Set<Object> HIDDEN = Set.of("secretAccount", "hiddenApp");

    /** An entry of the record holds 200 statements; no report may be lost because a child's plan is long. */
    private static final int MOST_KEPT = 150;

    private final PlanCheck check;
    private final PlanRegister register;
    private final PlanWords words;
    private final IncidentRecord record;
    private final AskedApart asked;

    PlanAnswers(PlanCheck check, PlanRegister register, PlanWords words, IncidentRecord record, AskedApart asked) {
        this.check = check;
        this.register = register;
        this.words = words;
        this.record = record;
        this.asked = asked;
    }

    /**
     * When a contact was.
     *
     * @param exact whether the hour is known; where not, it is when it became known
     */
    @NamedInterface("report")
    public record When(Instant at, boolean exact) {}

    /**
     * The answers together with what the register knows. Where nobody was picked from it, it knows nothing, and they stay as they are, but that
     * whoever asks for contact and is on no list is unknown; where both say something, the worse counts; where the register fails, nobody knows, and
     * the report is taken all the same.
     */
    Map<String, Object> answers(String childId, Map<String, Object> answers, When when) {
        Map<String, Object> known = new LinkedHashMap<>(answers);
        if (asksUnknown(answers)
                && asked.of(() -> knownAs(childId, answers).isEmpty()).orElse(true)) {
            worse(known, RiskQuestions.PERSON_RISK, "unknown");
        }
        if (!answers.containsKey(RiskQuestions.PERSON)) {
            return known;
        }
        Optional<PlanCheck.Answer> agreed = asked.of(() -> compare(childId, answers, when));
        worse(
                known,
                RiskQuestions.PLAN_CHECK,
                agreed.map(answer -> answer.result().id()).orElse("unknown"));
        agreed.map(PlanCheck.Answer::barred)
                .orElse(Optional.of("unsure"))
                .ifPresent(barred -> worse(known, RiskQuestions.CONTACT_BARRED, barred));
        text(answers, RiskQuestions.PERSON)
                .filter(person ->
                        asked.of(() -> check.isDangerous(childId, person)).orElse(false))
                .ifPresent(person -> worse(known, RiskQuestions.PERSON_RISK, "dangerous"));
        return known;
    }

    /** A request from somebody who is not known to whoever reports it (policy, section 4). */
    private static boolean asksUnknown(Map<String, Object> answers) {
        return RiskQuestions.UNKNOWN_REQUEST.equals(answers.get(RiskQuestions.CONTACT_KIND));
    }

    private Optional<String> knownAs(String childId, Map<String, Object> answers) {
        return text(answers, RiskQuestions.PERSON).flatMap(person -> check.knownAs(childId, person));
    }

    /** What somebody said stands, not sure too, until something worse is known. */
    private static void worse(Map<String, Object> known, String question, String answer) {
        known.merge(question, answer, (said, found) -> NewDanger.worse(question, said, found));
    }

    /**
     * Keeps what was agreed on that day, and what it says of the contact, with the report or the agreed contact: what is agreed goes on
     * changing.
     *
     * @param reference in whose record
     * @param answers whom it was with and how, by the names of {@link RiskQuestions}
     */
    public void keep(String reference, String childId, Map<String, Object> answers, When when) {
        List<Statement> stood = asked.of(() -> stood(childId, answers, when))
                .orElse(List.of(new Statement("Version", "What is agreed could not be read.")));
        record.write(reference, EntryKind.FACT, AGREED, stood, IncidentRecord.SYSTEM);
    }

    private List<Statement> stood(String childId, Map<String, Object> answers, When when) {
        LocalDate day = when.at().atZone(London.ZONE).toLocalDate();
        Plan plan = register.plan(childId, day);
        List<Statement> stood = new ArrayList<>();
        stood.add(new Statement(
                "Version",
                register.reference(childId)
                        .map(file -> plan.version() + " (" + file + ")")
                        .orElse("nothing is on file")));
        if (answers.containsKey(RiskQuestions.PERSON)) {
            PlanCheck.Answer agreed = compare(childId, answers, when);
            stood.add(new Statement(SAYS, agreed.result().words() + ". " + agreed.clause()));
        }
        if (asksUnknown(answers)) {
            stood.add(new Statement(
                    KNOWN,
                    knownAs(childId, answers)
                            .map(label -> "Yes: " + label + ".")
                            .orElse(answers.containsKey(RiskQuestions.PERSON) ? NOT_KNOWN : NOBODY_PICKED)));
        }
        plan.entries().stream()
                .limit(MOST_KEPT)
                .forEach(held -> stood.add(new Statement(
                        held.number() == 0 ? "Agency's folder" : "Entry " + held.number(),
                        words.sentence(childId, held))));
        if (plan.entries().size() > MOST_KEPT) {
            stood.add(new Statement("And more", "All of it stands in the file of what is agreed, under that version."));
        }
        return stood;
    }

    private PlanCheck.Answer compare(String childId, Map<String, Object> answers, When when) {
        return check.compare(
                childId,
                new PlanCheck.Contact(
                        text(answers, RiskQuestions.PERSON),
                        text(answers, RiskQuestions.CHANNEL).flatMap(id -> Choice.of(Channel.class, id)),
                        HIDDEN.contains(answers.getOrDefault(RiskQuestions.CONTACT_KIND, "")),
                        when.at(),
                        when.exact(),
                        text(answers, RiskQuestions.THERE)));
    }

    private static Optional<String> text(Map<String, Object> answers, String question) {
        return Optional.ofNullable(answers.get(question)).map(Object::toString);
    }
}
