package org.safecontact.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Confirmed;
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
                                && held.personId().equals(item.personId()))
                        .isEmpty())
                .ifPresent(old -> refused.put(
                        "replaces", "This entry is of another kind, about somebody else, or does not stand any more."));
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
        } else if (item instanceof Ended ended) {
            about(before, ended.entry(), "toEnd", refused);
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
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
