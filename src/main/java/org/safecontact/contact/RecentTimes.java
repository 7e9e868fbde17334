package org.safecontact.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.London;
import org.safecontact.plan.Plan;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.Standing;
import org.springframework.stereotype.Component;

/**
 * The times at which agreed contact may just have been, so that one tap says which it was and when; nobody types a time that the plan knows.
 */
@Component
class RecentTimes {

    /** The last week and no longer: what is older is said with its day. House default. */
    private static final int DAYS = 7;

    /** Of each agreement so many, so that the list stays short. House default. */
    private static final int OF_EACH = 2;

    private static final String JUST_NOW = "now";

    private final PlanRegister register;
    private final Clock clock;

    RecentTimes(PlanRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The newest first, each by a name that stays the same until it is sent. */
    Map<String, Which> of(String childId) {
        Map<String, Which> all = new LinkedHashMap<>();
        for (int ago = 0; ago < DAYS; ago++) {
            LocalDate day = today().minusDays(ago);
            agreements(register.plan(childId, day))
                    .forEach(agreed -> on(agreed, day).ifPresent(which -> all.putIfAbsent(name(which, day), which)));
        }
        Map<Integer, Integer> offered = new LinkedHashMap<>();
        Map<String, Which> newest = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Which::at).reversed()))
                .filter(one -> offered.merge(one.getValue().agreed().number(), 1, Integer::sum) <= OF_EACH)
                .forEach(one -> newest.put(one.getKey(), one.getValue()));
        return newest;
    }

    /** What is agreed today, or was within the last days: what ended yesterday took place before. */
    List<Held> agreements(String childId) {
        Map<Integer, Held> agreements = new LinkedHashMap<>();
        for (int ago = 0; ago < DAYS; ago++) {
            agreements(register.plan(childId, today().minusDays(ago)))
                    .forEach(held -> agreements.putIfAbsent(held.number(), held));
        }
        return new ArrayList<>(agreements.values());
    }

    /** That entry as it stood on the day of the contact; as it stands today where it did not. */
    Optional<Which> at(String childId, int entry, Instant at) {
        return register.plan(childId, at.atZone(London.ZONE).toLocalDate())
                .entry(entry)
                .or(() -> agreements(childId).stream()
                        .filter(held -> held.number() == entry)
                        .findFirst())
                .filter(held -> held.item() instanceof Agreement)
                .map(held -> new Which(held, at));
    }

    private static List<Held> agreements(Plan plan) {
        return plan.entries().stream()
                .filter(held -> held.item() instanceof Agreement agreement
                        && agreement.personId().isPresent())
                .filter(held -> held.standing() != Standing.NOT_YET)
                .toList();
    }

    private Optional<Which> on(Held agreed, LocalDate day) {
        Agreement agreement = (Agreement) agreed.item();
        if (!agreement.days().isEmpty() && !agreement.days().contains(day.getDayOfWeek())) {
            return Optional.empty();
        }
        if (agreement.starts().isEmpty()) {
            return Optional.of(new Which(agreed, clock.instant())).filter(which -> day.equals(today()));
        }
        Instant at = day.atTime(agreement.starts().get()).atZone(London.ZONE).toInstant();
        return Optional.of(new Which(agreed, at)).filter(which -> !at.isAfter(clock.instant()));
    }

    private static String name(Which which, LocalDate day) {
        return which.agreed().number() + "." + (which.agreement().starts().isEmpty() ? JUST_NOW : day.toString());
    }

    private LocalDate today() {
        return clock.instant().atZone(London.ZONE).toLocalDate();
    }
}
