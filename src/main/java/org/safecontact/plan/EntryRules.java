package org.safecontact.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Confirmed;
import org.safecontact.plan.PlanItem.Delegation;
import org.safecontact.plan.PlanItem.Document;
import org.safecontact.plan.PlanItem.Ended;
import org.safecontact.plan.PlanItem.Refusal;
import org.springframework.stereotype.Component;

/** What an entry has to be like to stand beside what is agreed already: each breach at its field, in plain words. */
@Component
public class EntryRules {

    private static final String GONE = "This entry does not stand any more. Please open the page again.";

    private final PlanPeople people;
    private final NoContact noContact;
    private final PlanWords words;
    private final Clock clock;

    EntryRules(PlanPeople people, NoContact noContact, PlanWords words, Clock clock) {
        this.people = people;
        this.noContact = noContact;
        this.words = words;
        this.clock = clock;
    }

    /** @throws FormRefused when it cannot stand */
    void requireSense(String childId, Plan before, NewPlanEntry wanted) {
        Map<String, String> refused = new LinkedHashMap<>();
        PlanItem item = wanted.item();
        if (item.until().isPresent() && item.until().get().isBefore(item.from().orElse(today()))) {
            refused.put("until", "It would end before it begins. Please look at both dates.");
        }
        wanted.replaces()
                .filter(old -> before.entry(old)
                        .map(Held::item)
                        .filter(held -> held.getClass() == item.getClass()
                                && held.personId().equals(item.personId())
                                && onlyOne(held).equals(onlyOne(item)))
                        .isEmpty())
                .ifPresent(
                        old -> refused.put(
                                "replaces",
                                "This entry is of another kind, about something or somebody else, or does not stand any more."));
        beside(before, item, wanted.replaces(), 0)
                .filter(held -> wanted.replaces().isEmpty() || answers(held))
                .findFirst()
                .ifPresent(other -> refused.putIfAbsent(
                        "replaces", there(childId, other) + " Please say that this one takes its place."));
        if (item instanceof Document document) {
            dates(document, refused);
        }
        if (item instanceof Agreement agreement) {
            forbidden(childId, before, agreement).ifPresent(says -> refused.put("person", says));
            agreement(childId, before, agreement, wanted.replaces(), refused);
        } else if (item instanceof Refusal refusal
                && people.onlyACourtBars(childId, refusal.personId().orElse(""))) {
            refused.put(
                    "refusedWhy",
                    "As this child is looked after now, only a court can forbid a parent's contact."
                            + " If there is an order, please enter the order.");
        } else if (item instanceof Confirmed confirmed) {
            about(before, confirmed.entry(), "toConfirm", refused);
            before.entry(confirmed.entry()).stream()
                    .flatMap(held -> beside(before, held.item(), held.entry().replaces(), held.number()))
                    .filter(EntryRules::answers)
                    .findFirst()
                    .ifPresent(other ->
                            refused.put("toConfirm", there(childId, other) + " Please end one of the two first."));
        } else if (item instanceof Ended ended) {
            about(before, ended.entry(), "toEnd", refused);
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
    }

    /**
     * Of what there is one only, so that nobody reads of two: the Care Plan, the Placement Plan, and who decides about one thing (policy, section
     * 2; NMS 9.7). Empty where several may stand side by side.
     */
    private static Optional<Object> onlyOne(PlanItem item) {
        if (item instanceof Document document) {
            return Optional.of(document.kind());
        }
        return item instanceof Delegation delegation && delegation.subject() != Subject.OTHER
                ? Optional.of(delegation.subject())
                : Optional.empty();
    }

    /** Other entries about what there is one only of, which would stand beside this one. */
    private static Stream<Held> beside(Plan before, PlanItem item, Optional<Integer> replaces, int itself) {
        return before.entries().stream()
                .filter(held ->
                        onlyOne(item).isPresent() && onlyOne(held.item()).equals(onlyOne(item)))
                .filter(held -> held.number() != itself && !replaces.equals(Optional.of(held.number())));
    }

    /** Whether people go by it, or did until its review. */
    private static boolean answers(Held held) {
        return held.counts() || held.standing() == Standing.PAST_REVIEW;
    }

    private String there(String childId, Held other) {
        return "There is one already, entry " + other.number() + ": "
                + PlanWords.sentence(words.line(childId, other.item()));
    }

    private void dates(Document document, Map<String, String> refused) {
        if (document.dated().isAfter(today())) {
            refused.put("dated", "This day has not come yet. Please look at the date on the document.");
        }
        if (document.reviewOn().filter(document.dated()::isAfter).isPresent()) {
            refused.put("reviewOn", "It would be looked at again before it was written. Please look at both dates.");
        }
    }

    /** What forbids this person's contact ends first, or before the contact begins: nobody reads of both at once. House default. */
    private Optional<String> forbidden(String childId, Plan before, Agreement agreement) {
        return noContact
                .inForce(childId, before, agreement.personId().orElse(""))
                .filter(held -> held.item()
                        .until()
                        .filter(until ->
                                agreement.from().filter(until::isBefore).isPresent())
                        .isEmpty())
                .map(held -> PlanWords.sentence(NoContact.says(held) + " with this person"
                        + (held.number() == 0
                                ? ", as the agency's folder says. It has to be taken out of the folder first"
                                : ", entry " + held.number() + ". End that entry first")
                        + ", with what ended it"));
    }

    private void agreement(
            String childId, Plan before, Agreement agreement, Optional<Integer> replaces, Map<String, String> refused) {
        Map<String, String> times = times(agreement.starts(), agreement.ends());
        refused.putAll(times);
        if (times.isEmpty()) {
            before.overlapping(agreement, replaces)
                    .ifPresent(other -> refused.put(
                            "days",
                            "There is one already for this person and way, entry " + other.number() + ": "
                                    + words.line(childId, other.item())
                                    + ". Please choose other days, or say that this one takes its place."));
        }
    }

    /** What is wrong with two times of one day, by the field of it; empty when nothing is. */
    public static Map<String, String> times(Optional<LocalTime> starts, Optional<LocalTime> ends) {
        if (starts.isPresent() != ends.isPresent()) {
            return Map.of(
                    starts.isPresent() ? "endsAt" : "startsAt",
                    "Please give both times, or none when any time of the day is agreed.");
        }
        return starts.isPresent() && !starts.get().isBefore(ends.get())
                ? Map.of("endsAt", "It would end before it begins. Please look at both times.")
                : Map.of();
    }

    private static void about(Plan before, int number, String field, Map<String, String> refused) {
        if (before.entry(number).isEmpty()) {
            refused.put(field, GONE);
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(London.ZONE).toLocalDate();
    }
}
