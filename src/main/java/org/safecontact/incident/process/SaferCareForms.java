package org.safecontact.incident.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.KeptAwayReaders;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.engine.AsAsked;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.plan.safercare.SaferCareReading;
import org.safecontact.plan.safercare.SaferCareText;
import org.safecontact.plan.safercare.SaferCareVersion;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** What the forms show in which a child's Safer Care Plan is written and signed because of a report (docs/adr/0087-safer-care-plan.md). */
@Component
class SaferCareForms {

    /** What goes into the document: of the form's answers the rest stays in the report's record. */
    private static final Set<String> IN_THE_DOCUMENT = Set.of(
            "Which version did you begin with?",
            "What is done now",
            "What changed",
            "Why",
            "What we will learn together, by when",
            "By when is it looked at again?");

    private static final String ANOTHER = "Please give it back or hand it over, so that somebody else can do it.";

    private final SaferCareDocument document;
    private final SaferCareReading reading;
    private final ChildAccess children;
    private final KeptAwayReaders keptAway;
    private final Incidents incidents;
    private final CaseRecord record;
    private final Agency agency;
    private final AsAsked order;

    SaferCareForms(
            SaferCareDocument document,
            SaferCareReading reading,
            ChildAccess children,
            KeptAwayReaders keptAway,
            Incidents incidents,
            CaseRecord record,
            Agency agency,
            AsAsked order) {
        this.document = document;
        this.reading = reading;
        this.children = children;
        this.keptAway = keptAway;
        this.incidents = incidents;
        this.record = record;
        this.agency = agency;
        this.order = order;
    }

    /** What whoever writes the plan has before them. */
    Map<String, Object> toWrite(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        Optional<String> child = child(task.reference());
        Optional<SaferCareVersion> present = present(task);
        String cannot = cannotWrite(task);
        shown.put("cannotWrite", cannot);
        shown.put("present", cannot.isEmpty() ? presentWords(child, present) : "");
        shown.put("plan", present.map(version -> version.text().words().says()).orElse(""));
        shown.put("standsNow", "");
        shown.put("versions", cannot.isEmpty() ? List.of(option(present)) : List.of());
        shown.put(
                "keptAway",
                kept(task)
                        .map(who -> who
                                + " A change may tell them that something happened. If that is not safe, let the plan"
                                + " stay as it is and say why: that stays in the record of this report.")
                        .orElse(""));
        return shown;
    }

    /** Where the text that they find in the form is another than what holds now, that stands beside it: nobody writes over words unread. */
    String standsNow(OpenTask task, Object inTheForm) {
        return present(task)
                .filter(version -> !version.text().words().says().equals(inTheForm))
                .map(version -> "**What holds now, " + reading.title(version).replaceFirst("V", "v") + ":**\n\n"
                        + inText(version.text()))
                .orElse("");
    }

    /** Why this person cannot write the plan now; empty where they can. What keeps them from reading it is not said. */
    String cannotWrite(OpenTask task) {
        Optional<String> child = child(task.reference());
        if (child.isEmpty()) {
            return "Nobody knows yet which child this is about, so its plan cannot change.";
        }
        return mayRead(task, child.get()) ? "" : "You cannot change this child's plan. " + ANOTHER;
    }

    /** Whether they are kept from this child's plan: then they say nothing of it either, not even that it stays. */
    boolean isKept(OpenTask task) {
        return child(task.reference()).filter(child -> !mayRead(task, child)).isPresent();
    }

    /** What whoever signs has before them, beside the words themselves. */
    Map<String, Object> toSign(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        Optional<Long> text = text(task);
        shown.put("present", cannotSign(task).isEmpty() ? presentWords(child(task.reference()), present(task)) : "");
        shown.put("cannotSign", cannotSign(task));
        shown.put(
                "keptAway",
                text.flatMap(id -> kept(task))
                        .map(who -> who
                                + " A change may tell them that something happened. Sign it only where that is safe.")
                        .orElse(""));
        return shown;
    }

    /** Why this person cannot sign it as it is; empty where they can. */
    String cannotSign(OpenTask task) {
        if (isKept(task)) {
            return "You cannot sign this child's plan. " + ANOTHER;
        }
        Optional<Long> text = text(task);
        if (text.isEmpty()) {
            return isOldChange(task)
                    ? "**This was written before the plan had versions: nobody at home would be asked to read it.**"
                            + " Please send it back."
                    : "";
        }
        return document.isOvertaken(text.get())
                ? "**Another version was signed since this one was begun.** Please send it back, so that nothing in it"
                        + " is lost."
                : "";
    }

    /**
     * Exactly what is to be signed: the words of the document by the id under which they were written, and what else was answered in the same form,
     * whatever was written under its heading since.
     */
    String inText(List<Entry> entries, OpenTask task) {
        if (isKept(task)) {
            return "";
        }
        int last = task.variables().get(ReviewSaferCarePlan.LAST_ENTRY) instanceof Integer number
                ? number
                : Integer.MAX_VALUE;
        Optional<Long> text = text(task);
        List<Entry> until =
                entries.stream().filter(entry -> entry.number() <= last).toList();
        String rest = EntriesInText.newest(
                until,
                SaferCarePlans.PLAN,
                said -> order.inOrder(task, ReviewSaferCarePlan.FORM, said).stream()
                        .filter(statement -> text.isEmpty() || !IN_THE_DOCUMENT.contains(statement.question()))
                        .toList());
        if (text.isEmpty()) {
            return rest;
        }
        String words = inText(document.text(text.get()));
        return rest.isEmpty() ? words : words + "\n\n**For the record of this report only:**\n\n" + rest;
    }

    /** Whether what waits to be signed was written in the form that knew no versions (its answers have no number), and changes the plan. */
    private boolean isOldChange(OpenTask task) {
        return !(task.variables().get(ReviewSaferCarePlan.LAST_ENTRY) instanceof Integer)
                && WrittenTogether.of(record.entries(task.reference()), SaferCarePlans.PLAN).stream()
                        .reduce((earlier, later) -> later)
                        .stream()
                        .flatMap(List::stream)
                        .flatMap(entry -> entry.statements().stream())
                        .anyMatch(said -> said.question().equals("What changes?")
                                && said.answer().equals("The plan changes"));
    }

    /** The text that was written to be signed; empty where the plan is to stay as it is. */
    static Optional<Long> text(OpenTask task) {
        return task.variables().get(ReviewSaferCarePlan.TEXT) instanceof Long id ? Optional.of(id) : Optional.empty();
    }

    Optional<String> child(String reference) {
        return incidents.get(reference).childId();
    }

    private boolean mayRead(OpenTask task, String child) {
        return task.person().filter(person -> children.mayRead(person, child)).isPresent();
    }

    private Optional<SaferCareVersion> present(OpenTask task) {
        return child(task.reference())
                .flatMap(child -> task.person().flatMap(person -> reading.present(child, person, task.reference())));
    }

    private String presentWords(Optional<String> child, Optional<SaferCareVersion> present) {
        return present.map(version -> " What holds now: [" + AsTyped.inText(reading.title(version))
                        + "](/safe-contact/s/" + child.orElseThrow() + ").")
                .orElse(" No Safer Care Plan is kept here yet. What was signed before stands in its report.");
    }

    private Map<String, String> option(Optional<SaferCareVersion> present) {
        return Map.of(
                "value",
                present.map(version -> String.valueOf(version.number())).orElse("0"),
                "label",
                present.map(reading::title).orElse("There is none yet: this is the first"));
    }

    private String inText(SaferCareText text) {
        return reading.statements(text.words()).stream()
                .map(EntriesInText::inText)
                .collect(Collectors.joining("\n\n"));
    }

    /** Who is kept away from the report and reads the plan, by what they do for the child; nothing to whoever does not read it. */
    private Optional<String> kept(OpenTask task) {
        return child(task.reference())
                .filter(child -> mayRead(task, child))
                .map(child -> who(child, keptAway.of(child, task.reference())))
                .filter(who -> !who.isEmpty())
                .map(who -> "**Kept away from this report, and reads this plan: " + String.join(", ", who) + ".**");
    }

    private List<String> who(String childId, List<Person> people) {
        List<String> who = new ArrayList<>();
        long carers = people.stream().filter(person -> person.is(Role.CARER)).count();
        if (carers > 0) {
            boolean all = agency.child(childId)
                            .map(Child::householdId)
                            .map(agency::carersOf)
                            .orElse(List.of())
                            .size()
                    == carers;
            who.add(all ? "the home" : "a carer of the home");
        }
        people.stream()
                .filter(person -> !person.is(Role.CARER))
                .flatMap(person -> person.roles().stream().sorted().limit(1))
                .distinct()
                .map(role -> "the " + role.words())
                .forEach(who::add);
        return who;
    }
}
