package org.safecontact.restriction.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.record.Author;
import org.safecontact.restriction.review.ReviewDay.Because;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When online safety is looked at with each child: every child of every home has a day, and it is never later than the house allows. */
@Service
@Transactional
public class ReviewDays {

    private static final int WEEK = 7;

    private final ReviewRepository repository;
    private final Incidents incidents;
    private final Agency agency;
    private final Clock clock;

    ReviewDays(ReviewRepository repository, Incidents incidents, Agency agency, Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * Gives a day to every child that has none in the home where it lives: soon after it came; where the product begins, over the second half of
     * the longest time, so that no worker finds all of them on one day.
     */
    public void forEverybody() {
        boolean first = repository.begins();
        Map<String, String> homes =
                repository.days().stream().collect(Collectors.toMap(ReviewDay::childId, ReviewDay::householdId));
        List<Child> without = agency.children().stream()
                .filter(child -> !child.householdId().equals(homes.get(child.id())))
                .toList();
        int weeks = Math.max(1, days(HouseTime.ONLINE_SAFETY) / WEEK / 2);
        for (int number = 0; number < without.size(); number++) {
            Child child = without.get(number);
            LocalDate day = first
                    ? latest().minusWeeks(number % weeks)
                    : today().plusDays(days(HouseTime.ONLINE_SAFETY_ARRIVED));
            add(child, day, first ? Because.FIRST : Because.ARRIVED, Optional.empty(), Author.SYSTEM.personId());
        }
    }

    /** The days that have come and with which nothing was begun yet; none of a child with whom it is still to be looked at. */
    @Transactional(readOnly = true)
    public List<ReviewDay> due() {
        Map<String, Child> children =
                agency.children().stream().collect(Collectors.toMap(Child::id, Function.identity()));
        return repository.days().stream()
                .filter(day -> !day.day().isAfter(today()))
                .filter(day -> Optional.ofNullable(children.get(day.childId()))
                        .filter(child -> child.householdId().equals(day.householdId()))
                        .isPresent())
                .filter(day -> !repository.isBegun(day.id()))
                .filter(day -> repository.ofChild(day.childId()).stream()
                        .noneMatch(review -> review.held().isEmpty() && !review.isOver()))
                .toList();
    }

    /** Once a report about a child is closed its privacy settings, and all else, are looked at within days (policy, section 7). */
    @EventListener
    void on(IncidentEnded ended) {
        if (ended.state() == Incident.State.CLOSED) {
            incidents
                    .find(ended.reference())
                    .flatMap(Incident::childId)
                    .flatMap(agency::child)
                    .ifPresent(child -> add(
                            child,
                            today(),
                            Because.REPORT_CLOSED,
                            Optional.of(ended.reference()),
                            Author.SYSTEM.personId()));
        }
    }

    /** The latest day on which it may be looked at again, from today. */
    @Transactional(readOnly = true)
    public LocalDate latest() {
        return today().plusDays(days(HouseTime.ONLINE_SAFETY));
    }

    /**
     * On which day it is looked at next, as it was planned; empty where the child has none yet. That it comes sooner because a report was closed is
     * for those to know who may know of that.
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> next(String childId) {
        return repository.newestPlanned(childId).map(ReviewDay::day);
    }

    /**
     * @param wanted the day that somebody chose; empty for the latest
     * @return the day on which it is looked at again
     * @throws FormRefused at {@code nextOn}, where that is later than the house allows, or today
     */
    LocalDate choose(Optional<LocalDate> wanted) {
        LocalDate day = wanted.orElseGet(this::latest);
        if (day.isAfter(latest())) {
            throw new FormRefused(
                    "nextOn",
                    "It is looked at again every three months or sooner. Please choose " + HumanTime.date(latest())
                            + ", at the latest.");
        }
        if (!day.isAfter(today())) {
            throw new FormRefused("nextOn", "You look at it today. Please choose a later day.");
        }
        return day;
    }

    /** @throws FormRefused at that field, where something would still be to do after the next look */
    void requireBefore(LocalDate next, LocalDate by, String field) {
        if (by.isAfter(next)) {
            throw new FormRefused(
                    field, "That is after the next look. Please choose " + HumanTime.date(next) + ", at the latest.");
        }
    }

    void add(Child child, LocalDate day, Because because, Optional<String> report, String by) {
        repository.addDay(child.id(), child.householdId(), day, because, report, by, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), London.ZONE);
    }

    private int days(HouseTime time) {
        return (int) agency.length(time).toDays();
    }
}
