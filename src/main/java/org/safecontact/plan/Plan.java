package org.safecontact.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safecontact.agency.HumanTime;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Checked;
import org.safecontact.plan.PlanItem.Confirmed;
import org.safecontact.plan.PlanItem.Document;
import org.safecontact.plan.PlanItem.Ended;
import org.safecontact.plan.PlanItem.Order;

/**
 * What is agreed about one child on one day, worked out from its entries (docs/adr/0080-plan-register.md).
 *
 * @param version number of the last entry; 0 when nothing was ever entered
 * @param day the day it is worked out for
 * @param entries what stands, counting or not; what is over, ended, replaced or did not match its document is left out
 */
public record Plan(int version, LocalDate day, List<Held> entries) {

    /**
     * An entry as it stands.
     *
     * @param confirmed who confirmed it, then or later
     */
    public record Held(PlanEntry entry, Optional<Confirmation> confirmed, Standing standing) {

        public boolean counts() {
            return standing == Standing.COUNTS;
        }

        /**
         * How it is marked where people read it; empty where it counts. What forbids contact never reads as leave: until it is settled, there
         * is none. House default.
         */
        public String mark() {
            if (counts()) {
                return "";
            }
            if (standing == Standing.NOT_YET) {
                return "Not before " + HumanTime.date(item().from().orElseThrow()) + ".";
            }
            return item().forbids()
                    ? "No contact until this is settled: it is " + standing.words() + "."
                    : "Does not count: " + standing.words() + ".";
        }

        public int number() {
            return entry.number();
        }

        public PlanItem item() {
            return entry.item();
        }
    }

    /**
     * @param entries of the child's file, by number
     * @param folder what the agency's folder says
     */
    static Plan of(List<PlanEntry> entries, List<PlanEntry> folder, LocalDate day) {
        int version = entries.stream().mapToInt(PlanEntry::number).max().orElse(0);
        List<Held> held = new ArrayList<>();
        folder.forEach(entry -> held.add(new Held(entry, entry.confirmed(), Standing.COUNTS)));
        held.addAll(new Working(entries, day).held());
        held.removeIf(
                one -> one.item().until().filter(until -> until.isBefore(day)).isPresent());
        return new Plan(version, day, List.copyOf(held));
    }

    /**
     * Agreed contact that ended with its last day, since a day; what goes on in another entry is not over, and what was agreed for a single day
     * ends with it.
     */
    static List<Held> over(List<PlanEntry> entries, LocalDate since, LocalDate day) {
        List<Held> held = new Working(entries, day).held();
        return held.stream()
                .filter(one -> one.counts() || one.standing() == Standing.PAST_REVIEW)
                .filter(one -> one.item() instanceof Agreement over
                        && over.until()
                                .filter(until -> until.isBefore(day) && !until.isBefore(since))
                                .isPresent()
                        && !over.from().equals(over.until())
                        && held.stream().noneMatch(other -> goesOn(over, other, day)))
                .toList();
    }

    private static boolean goesOn(Agreement over, Held other, LocalDate day) {
        return other.item() instanceof Agreement next
                && (other.counts() || other.standing() == Standing.NOT_YET)
                && next.personId().equals(over.personId())
                && next.channel() == over.channel()
                && next.until().filter(day::isAfter).isEmpty();
    }

    /** Whether a Care Plan or Placement Plan is there that counts: only then what it does not mention is not agreed. */
    public boolean isCurrent() {
        return entries.stream().anyMatch(held -> held.counts() && held.item() instanceof Document);
    }

    /** What stands about this person, counting or not. */
    public List<Held> about(String personId) {
        return entries.stream()
                .filter(held -> held.item().personId().filter(personId::equals).isPresent())
                .toList();
    }

    /** The entry of that number, as long as it stands; what the folder says has none. */
    public Optional<Held> entry(int number) {
        return entries.stream()
                .filter(held -> held.number() == number && number > 0)
                .findFirst();
    }

    /** An agreement about the same person and channel that would hold on some of the same days. */
    Optional<Held> overlapping(Agreement wanted, Optional<Integer> replaces) {
        return entries.stream()
                .filter(held -> !replaces.equals(Optional.of(held.number())))
                .filter(held -> held.item() instanceof Agreement other && overlap(wanted, other))
                .findFirst();
    }

    private static boolean overlap(Agreement one, Agreement other) {
        boolean days = one.days().isEmpty()
                || other.days().isEmpty()
                || one.days().stream().anyMatch(other.days()::contains);
        boolean times = one.starts().isEmpty()
                || other.starts().isEmpty()
                || one.starts().get().isBefore(other.ends().orElseThrow())
                        && other.starts().get().isBefore(one.ends().orElseThrow());
        return one.personId().equals(other.personId())
                && one.channel() == other.channel()
                && days
                && times
                && !endsBefore(one, other)
                && !endsBefore(other, one);
    }

    private static boolean endsBefore(Agreement one, Agreement other) {
        return one.until()
                .flatMap(until -> other.from().filter(until::isBefore))
                .isPresent();
    }

    /** Entries that say something of earlier ones, applied to them. */
    private static final class Working {

        private final List<PlanEntry> entries;
        private final LocalDate day;
        private final Map<Integer, Confirmation> confirmed = new HashMap<>();
        private final Map<Integer, Boolean> matches = new HashMap<>();
        private final Map<Integer, PlanEntry> byNumber = new HashMap<>();

        Working(List<PlanEntry> entries, LocalDate day) {
            this.entries = entries.stream()
                    .sorted(Comparator.comparingInt(PlanEntry::number))
                    .toList();
            this.day = day;
            for (PlanEntry entry : this.entries) {
                byNumber.put(entry.number(), entry);
                int about = entry.item() instanceof Confirmed later ? later.entry() : entry.number();
                entry.confirmed().ifPresent(by -> confirmed.put(about, by));
                if (entry.item() instanceof Checked checked) {
                    matches.put(checked.entry(), checked.matches());
                }
            }
        }

        List<Held> held() {
            Set<Integer> gone = new HashSet<>();
            for (PlanEntry entry : entries) {
                boolean stands = !Boolean.FALSE.equals(matches.get(entry.number()));
                boolean has = standing(entry) == Standing.COUNTS || isPastReview(entry);
                if (stands && has && !day.isBefore(actsFrom(entry))) {
                    entry.replaces().ifPresent(gone::add);
                    if (entry.item() instanceof Ended ended) {
                        gone.add(ended.entry());
                        gone.add(entry.number());
                    }
                }
            }
            Predicate<PlanEntry> stays = entry -> !gone.contains(entry.number())
                    && !Boolean.FALSE.equals(matches.get(entry.number()))
                    && !(entry.item() instanceof Confirmed)
                    && !(entry.item() instanceof Checked)
                    && !(entry.item() instanceof Ended ended && gone.contains(ended.entry()));
            return entries.stream()
                    .filter(stays)
                    .map(entry -> new Held(entry, Optional.ofNullable(confirmed.get(entry.number())), standing(entry)))
                    .toList();
        }

        /**
         * The first day on which a confirmed entry ends another or takes its place: what is over today stood for a contact of last week. House
         * default.
         */
        private LocalDate actsFrom(PlanEntry entry) {
            if (entry.item() instanceof Order order) {
                return order.dated();
            }
            LocalDate confirmedOn = confirmed.get(entry.number()).on();
            // A refusal since some earlier day may be a milder one; an agreement alone says what was agreed from when.
            return entry.item() instanceof Agreement agreement
                    ? agreement.from().orElse(confirmedOn)
                    : confirmedOn;
        }

        private boolean isPastReview(PlanEntry entry) {
            return standing(entry) == Standing.PAST_REVIEW;
        }

        private Standing standing(PlanEntry entry) {
            PlanItem item = entry.item();
            if (!confirmed.containsKey(entry.number())) {
                return Standing.NOT_CONFIRMED;
            }
            if (needsCheck(item) && !Boolean.TRUE.equals(matches.get(entry.number()))) {
                return Standing.NOT_CHECKED;
            }
            if (item.from().filter(day::isBefore).isPresent()) {
                return Standing.NOT_YET;
            }
            // A court's order stands until its end or another order.
            boolean lapses = !(item instanceof Order);
            return lapses && item.reviewOn().filter(day::isAfter).isPresent() ? Standing.PAST_REVIEW : Standing.COUNTS;
        }

        private boolean needsCheck(PlanItem item) {
            return item instanceof Order
                    || item instanceof Ended ended
                            && Optional.ofNullable(byNumber.get(ended.entry()))
                                    .filter(about -> about.item() instanceof Order)
                                    .isPresent();
        }
    }
}
