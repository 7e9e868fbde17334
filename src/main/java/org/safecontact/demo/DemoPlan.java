package org.safecontact.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.safecontact.agency.London;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Confirmation;
import org.safecontact.plan.ConfirmedHow;
import org.safecontact.plan.Decider;
import org.safecontact.plan.DocumentKind;
import org.safecontact.plan.NewPlanEntry;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.Relationship;
import org.safecontact.plan.Rhythm;
import org.safecontact.plan.Subject;
import org.safecontact.plan.Supervision;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What is agreed about the children of the demonstration (contract, section 2): entered once, as their workers would; what was changed since
 * stays. That C1's father is barred stands in the agency's folder.
 */
@Component
@Profile(DemoStart.PROFILE)
class DemoPlan implements SmartInitializingSingleton {

    private static final int MONTHS_TO_REVIEW = 6;

    private final PlanRegister register;
    private final PlanPeople people;
    private final Clock clock;

    DemoPlan(PlanRegister register, PlanPeople people, Clock clock) {
        this.register = register;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        about("C1", "ssw1", "Kit Placer, Northshire Council", () -> {
            agree(
                    "C1",
                    "ssw1",
                    "C1's mother",
                    Relationship.MOTHER,
                    Channel.VIDEO,
                    List.of(DayOfWeek.SUNDAY),
                    Optional.of(LocalTime.of(16, 0)),
                    Optional.of(LocalTime.of(16, 30)),
                    Supervision.IN_THE_ROOM,
                    "On the home's tablet, not on C1's phone.");
            enter(
                    "C1",
                    "ssw1",
                    new PlanItem.Delegation(
                            Subject.SOCIAL_MEDIA, Decider.AUTHORITY, "No new account without asking.", review()));
            enter(
                    "C1",
                    "ssw1",
                    new PlanItem.Alone(
                            "Messages to friends from school, on the phone that C1 has, until 20:00.",
                            "C1 has kept to what was agreed since last summer.",
                            review()));
        });
        about("C2", "ssw1", "Lee Placer, Southmere Council", () -> {});
        about(
                "C3",
                "ssw2",
                "Kit Placer, Northshire Council",
                () -> agree(
                        "C3",
                        "ssw2",
                        "C3's grandmother",
                        Relationship.GRANDPARENT,
                        Channel.PHONE,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Supervision.NOBODY,
                        ""));
    }

    private String confirmedBy = "";

    private void about(String childId, String worker, String authority, Runnable rest) {
        if (register.reference(childId).isPresent()) {
            return;
        }
        confirmedBy = authority;
        enter(childId, worker, document(DocumentKind.PLACEMENT_PLAN, "Agreed at the placement meeting", "1"));
        enter(childId, worker, document(DocumentKind.CARE_PLAN, "As the last review left it", "3"));
        rest.run();
    }

    private PlanItem document(DocumentKind kind, String title, String version) {
        return new PlanItem.Document(
                kind,
                title,
                today().minusMonths(1),
                version,
                review(),
                "The authority's file; a copy at the agency's office");
    }

    private void agree(
            String childId,
            String worker,
            String label,
            Relationship relationship,
            Channel channel,
            List<DayOfWeek> days,
            Optional<LocalTime> starts,
            Optional<LocalTime> ends,
            Supervision supervision,
            String conditions) {
        String person = people.add(childId, label, relationship, worker).id();
        Rhythm rhythm = days.isEmpty() ? Rhythm.ANY_TIME : Rhythm.EVERY_WEEK;
        enter(
                childId,
                worker,
                new PlanItem.Agreement(
                        Optional.of(person),
                        channel,
                        days,
                        starts,
                        ends,
                        rhythm,
                        supervision,
                        conditions,
                        Optional.empty(),
                        Optional.empty(),
                        review()));
    }

    private void enter(String childId, String worker, PlanItem item) {
        Confirmation confirmed = new Confirmation(confirmedBy, today().minusMonths(1), ConfirmedHow.LETTER);
        register.enter(childId, new NewPlanEntry(item, Optional.empty(), Optional.of(confirmed)), worker);
    }

    private Optional<LocalDate> review() {
        return Optional.of(today().plusMonths(MONTHS_TO_REVIEW));
    }

    private LocalDate today() {
        return clock.instant().atZone(London.ZONE).toLocalDate();
    }
}
