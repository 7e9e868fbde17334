package org.safecontact.plan;

import java.util.List;
import java.util.Optional;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Order;
import org.safecontact.plan.PlanItem.Refusal;
import org.springframework.stereotype.Component;

/** What of an entry forbids somebody's contact with the child. */
@Component
class NoContact {

    private final PlanPeople people;

    NoContact(PlanPeople people) {
        this.people = people;
    }

    /**
     * Orders that forbid this person's contact, and refusals as far as the law allows them: under section 20 only an order bars a parent
     * (contract, section 4).
     *
     * @return whether they count or not
     */
    List<Held> with(String childId, Plan plan, String personId) {
        return plan.about(personId).stream()
                .filter(held -> held.item() instanceof Order order && order.forbids()
                        || held.item() instanceof Refusal refusal
                                && refusal.why() == RefusedWhy.AUTHORITY
                                && !people.onlyACourtBars(childId, personId))
                .toList();
    }

    /** The first of them that counts. */
    Optional<Held> inForce(String childId, Plan plan, String personId) {
        return with(childId, plan, personId).stream().filter(Held::counts).findFirst();
    }

    /** Who says so. */
    static String says(Held forbids) {
        return (forbids.item() instanceof Order ? "a court" : "the authority") + " says no contact";
    }
}
