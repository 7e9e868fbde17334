package org.safecontact.restriction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every limit that is in force, for the managers: of whom, how old, what, why, since when, until when, who said that it may be; and counted by age and
 * kind, so that too much of it is seen (domain brief, section 9, 10.4). Who is kept away from one finds nothing of it, in no number either.
 */
@Service
@Transactional(readOnly = true)
public class LimitRegister {

    private static final Set<Role> MANAGERS = Set.of(Role.REGISTERED_MANAGER, Role.TEAM_MANAGER);

    private final RestrictionRepository repository;
    private final CaseAccess access;
    private final Agency agency;
    private final HumanTime time;
    private final Clock clock;

    LimitRegister(RestrictionRepository repository, CaseAccess access, Agency agency, HumanTime time, Clock clock) {
        this.repository = repository;
        this.access = access;
        this.agency = agency;
        this.time = time;
        this.clock = clock;
    }

    /**
     * One in force.
     *
     * @param age in whole years
     * @param since with how many days it is by now
     * @param again how often it went on after it was looked at; empty where it never did
     * @param toRatify whether a registered manager has still to look at it
     */
    public record InForce(
            Child child,
            int age,
            String kind,
            String what,
            String why,
            String since,
            String until,
            String nextLook,
            String again,
            String authorised,
            boolean toRatify) {}

    /** How many of one kind are in force for children of one age, in whole years. */
    public record OfAge(int age, String kind, long many) {}

    /**
     * @param ages the youngest first, of each age the kinds of which there is any
     * @param several children with more than one, each as a sentence
     */
    public record Counts(List<OfAge> ages, long all, List<String> several) {}

    /**
     * Limited and not allowed, or over, and nobody has written that it is undone.
     *
     * @param since how long it is by now
     */
    public record NotUndone(Child child, String kind, String what, String since) {}

    public record Page(List<InForce> limits, Counts counts, List<NotUndone> notUndone) {}

    /** Whether this person reads it: registered managers and team managers. */
    public boolean mayRead(String personId) {
        return MANAGERS.stream().anyMatch(role -> agency.is(personId, role));
    }

    /**
     * The youngest child first, and of each child what has run longest.
     *
     * @throws NotYours for anybody but a manager
     */
    public Page page(String personId) {
        if (!mayRead(personId)) {
            throw new NotYours();
        }
        List<Running> running = repository.notOver().stream()
                .filter(Restriction::runs)
                .filter(one -> access.mayRead(personId, one.reference()))
                .filter(one -> agency.child(one.childId()).isPresent())
                .map(this::running)
                .sorted(Comparator.comparingInt(Running::age)
                        .thenComparing(one -> one.child().label())
                        .thenComparing(Running::since))
                .toList();
        List<NotUndone> notUndone = repository.notReturned().stream()
                .filter(one -> one.wasLimited() && !one.runs())
                .filter(one -> access.mayRead(personId, one.reference()))
                .filter(one -> agency.child(one.childId()).isPresent())
                .map(this::running)
                .map(one -> new NotUndone(
                        one.child(),
                        one.terms().kind().words(),
                        one.terms().what(),
                        time.full(one.since()) + ", " + days(one.since())))
                .toList();
        return new Page(running.stream().map(this::shown).toList(), counts(running), notUndone);
    }

    private record Running(Restriction restriction, LimitTerms terms, Child child, int age, Instant since) {}

    private Running running(Restriction restriction) {
        LimitTerms terms = restriction.terms().orElseThrow();
        Child child = agency.child(restriction.childId()).orElseThrow();
        LocalDate today = clock.instant().atZone(London.ZONE).toLocalDate();
        return new Running(
                restriction,
                terms,
                child,
                agency.ageOf(child.id(), today),
                terms.from().orElse(restriction.openedAt()));
    }

    private InForce shown(Running one) {
        long times = one.restriction().steps().stream()
                .filter(step -> step.what() == Step.What.KEPT)
                .count();
        return new InForce(
                one.child(),
                one.age(),
                one.terms().kind().words(),
                one.terms().what(),
                one.terms().aim(),
                time.full(one.since()) + ", " + days(one.since()),
                time.full(one.terms().end()),
                one.terms().nextLook().map(time::full).orElse("at its end"),
                times == 0 ? "" : times == 1 ? "once" : times + " times",
                one.terms().authorised(),
                one.restriction().toRatify());
    }

    private String days(Instant since) {
        long days = Duration.between(since, clock.instant()).toDays();
        return days == 0 ? "not a day yet" : days + (days == 1 ? " day" : " days") + " by now";
    }

    private static Counts counts(List<Running> running) {
        Map<Integer, Map<Kind, Long>> byAge = running.stream()
                .collect(Collectors.groupingBy(
                        Running::age,
                        TreeMap::new,
                        Collectors.groupingBy(one -> one.terms().kind(), TreeMap::new, Collectors.counting())));
        List<OfAge> ages = byAge.entrySet().stream()
                .flatMap(age -> age.getValue().entrySet().stream()
                        .map(kind -> new OfAge(age.getKey(), kind.getKey().words(), kind.getValue())))
                .toList();
        return new Counts(ages, running.size(), several(running));
    }

    private static List<String> several(List<Running> running) {
        Map<String, Long> ofChild = running.stream()
                .collect(Collectors.groupingBy(one -> one.child().label(), TreeMap::new, Collectors.counting()));
        return ofChild.entrySet().stream()
                .filter(child -> child.getValue() > 1)
                .map(child -> child.getKey() + " has " + child.getValue() + " at once.")
                .toList();
    }
}
