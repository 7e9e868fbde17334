package org.safecontact.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Alone;
import org.safecontact.plan.PlanItem.Checked;
import org.safecontact.plan.PlanItem.Confirmed;
import org.safecontact.plan.PlanItem.Delegation;
import org.safecontact.plan.PlanItem.Document;
import org.safecontact.plan.PlanItem.Ended;
import org.safecontact.plan.PlanItem.Order;
import org.safecontact.plan.PlanItem.Refusal;
import org.springframework.stereotype.Component;

/** Entries in the words that a carer reads: <i>agreed with Mum: video call, Sundays 16:00-16:30, you stay in the room</i>. */
@Component
public class PlanWords {

    private final PlanPeople people;
    private final NoContact noContact;

    PlanWords(PlanPeople people, NoContact noContact) {
        this.people = people;
        this.noContact = noContact;
    }

    /** What it says in one line, without who confirmed it and until when. */
    public String line(String childId, PlanItem item) {
        if (item instanceof Agreement agreement) {
            return "agreed with " + person(childId, agreement.personId()) + ": "
                    + agreement.channel().words() + ", "
                    + once(agreement)
                            .map(day -> "once, on " + HumanTime.date(day) + times(agreement.starts(), agreement.ends()))
                            .orElseGet(() -> when(agreement.days(), agreement.starts(), agreement.ends()))
                    + ", "
                    + agreement.supervision().words();
        }
        if (item instanceof Refusal refusal) {
            return "no contact with " + person(childId, refusal.personId()) + ": "
                    + refusal.why().words();
        }
        if (item instanceof Order order) {
            String about = order.personId().isPresent()
                    ? (order.forbids() ? "no contact with " : "about ") + person(childId, order.personId()) + ": "
                    : "";
            return about + order.title() + " of " + HumanTime.date(order.dated());
        }
        if (item instanceof Document document) {
            return document.kind().words() + ": " + document.title() + ", " + HumanTime.date(document.dated())
                    + (document.version().isEmpty() ? "" : ", version " + document.version());
        }
        if (item instanceof Delegation delegation) {
            return delegation.subject().words() + ": " + delegation.decider().words();
        }
        if (item instanceof Alone alone) {
            return "alone: " + alone.what();
        }
        if (item instanceof Ended ended) {
            return "entry " + ended.entry() + " is to end";
        }
        if (item instanceof Confirmed confirmed) {
            return "entry " + confirmed.entry() + " is confirmed";
        }
        Checked checked = (Checked) item;
        return "entry " + checked.entry()
                + (checked.matches() ? " is what the document says" : " is not what the document says");
    }

    /** Since when an agreed contact is over by its own end. */
    public String over(String childId, Held held) {
        Agreement over = (Agreement) held.item();
        return "Over since " + HumanTime.date(over.until().orElseThrow().plusDays(1)) + ": "
                + over.channel().words() + ", " + person(childId, over.personId());
    }

    /** What else there is to know of it, each a sentence. */
    public List<String> details(Held held) {
        List<String> details = new ArrayList<>();
        PlanItem item = held.item();
        if (item instanceof Agreement agreement) {
            if (once(agreement).isEmpty()) {
                details.add(sentence(agreement.rhythm().words()));
            }
            add(details, "", agreement.conditions());
        } else if (item instanceof Refusal refusal) {
            add(details, "", refusal.says());
        } else if (item instanceof Order order) {
            add(details, "It says: ", order.says());
            add(details, "Kept at: ", order.keptAt());
        } else if (item instanceof Document document) {
            add(details, "Kept at: ", document.keptAt());
        } else if (item instanceof Delegation delegation) {
            add(details, "", delegation.details());
        } else if (item instanceof Alone alone) {
            add(details, "Why at this age: ", alone.why());
        } else if (item instanceof Ended ended) {
            add(details, "Why: ", ended.why());
        }
        if (!(item instanceof Agreement agreement && once(agreement).isPresent())) {
            item.from().ifPresent(from -> details.add("From " + HumanTime.date(from) + "."));
            item.until().ifPresent(until -> details.add("Until " + HumanTime.date(until) + "."));
        }
        item.reviewOn().ifPresent(review -> details.add("To be looked at again by " + HumanTime.date(review) + "."));
        details.add(held.confirmed()
                .map(PlanWords::confirmed)
                .orElse(
                        held.number() == 0
                                ? "From the agency's folder."
                                : "Nobody at the authority has confirmed it yet."));
        return details;
    }

    /** All of it in one sentence, with how it stands by itself. */
    public String sentence(String childId, Held held) {
        return sentence(childId, held, held.mark());
    }

    /** All of it in one sentence, with how it stands beside everything else that is agreed: see {@link #mark}. */
    public String sentence(String childId, Plan plan, Held held) {
        return sentence(childId, held, mark(childId, plan, held));
    }

    /** Why nobody may go by it now: it does not count, or something that counts forbids that person's contact. Empty where they may. */
    public String mark(String childId, Plan plan, Held held) {
        return held.counts() && held.item() instanceof Agreement agreement
                ? noContact
                        .inForce(childId, plan, agreement.personId().orElse(""))
                        .map(forbids -> "Not now: " + NoContact.says(forbids) + ".")
                        .orElse("")
                : held.mark();
    }

    private String sentence(String childId, Held held, String mark) {
        return sentence(line(childId, held.item())) + " " + String.join(" ", details(held))
                + (mark.isEmpty() ? "" : " " + mark);
    }

    /** Everything that stands, a line each, contact first and the plans it rests on last; what people typed does nothing on a screen. */
    public String all(Plan plan, String childId) {
        return plan.entries().stream()
                .sorted(Comparator.comparing(held -> held.item() instanceof Document))
                .map(held -> "- " + AsTyped.inText(sentence(childId, plan, held)))
                .collect(Collectors.joining("\n"));
    }

    /** The one day of what is agreed for a single day. */
    private static Optional<LocalDate> once(Agreement agreement) {
        return agreement
                .from()
                .filter(day -> agreement.until().filter(day::equals).isPresent());
    }

    private static String confirmed(Confirmation by) {
        return "Confirmed by " + by.who() + ", " + HumanTime.date(by.on()) + ", "
                + by.how().words() + ".";
    }

    private String person(String childId, Optional<String> personId) {
        return personId.flatMap(id -> people.find(childId, id))
                .map(PlanPerson::label)
                .orElse("somebody");
    }

    /**
     * {@code Sundays 16:00-16:30}, {@code any day}.
     *
     * @param days on which it may be; empty means any day
     */
    public static String when(List<DayOfWeek> days, Optional<LocalTime> starts, Optional<LocalTime> ends) {
        List<String> names = days.stream().map(PlanWords::day).toList();
        String on = names.isEmpty()
                ? "any day"
                : names.size() == 1
                        ? names.get(0)
                        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        return on + times(starts, ends);
    }

    /** {@code  16:00-16:30} with a space before it; empty where any time of the day is meant. */
    public static String times(Optional<LocalTime> starts, Optional<LocalTime> ends) {
        return starts.map(from -> " " + from).orElse("")
                + ends.map(until -> "-" + until).orElse("");
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK) + "s";
    }

    private static void add(List<String> details, String before, String typed) {
        if (!typed.isBlank()) {
            details.add(before + closed(typed));
        }
    }

    static String sentence(String words) {
        String closed = closed(words);
        return Character.toUpperCase(closed.charAt(0)) + closed.substring(1);
    }

    /** What ends with words that somebody typed may have its full stop already. */
    private static String closed(String typed) {
        return typed.strip() + (typed.strip().matches("(?s).*[.!?]") ? "" : ".");
    }
}
