package org.safecontact.plan.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.London;
import org.safecontact.agency.PlainWords;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Confirmation;
import org.safecontact.plan.NewPlanEntry;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Refusal;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.PlanPerson;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.RefusedWhy;
import org.safecontact.plan.Supervision;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the authority decided about a request, entered into what is agreed in the same moment (policy, section 2; DMN-10). */
@Service
@Transactional
public class ContactDecisions {

    /** For which an authority may refuse contact without a court, the first day counted (Children Act 1989, section 34(6)). */
    private static final int DAYS_REFUSED = 7;

    /** Where this form asks what the register asks elsewhere. */
    private static final Map<String, String> FIELDS = Map.of("days", "replaces", "refusedWhy", "decided");

    private final ContactRequests requests;
    private final WhoDecides who;
    private final PlanRegister register;
    private final PlanPeople people;
    private final Agency agency;
    private final Clock clock;

    ContactDecisions(
            ContactRequests requests,
            WhoDecides who,
            PlanRegister register,
            PlanPeople people,
            Agency agency,
            Clock clock) {
        this.requests = requests;
        this.who = who;
        this.register = register;
        this.people = people;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * What is agreed to.
     *
     * @param saidNotBarred whether whoever decides says that neither a court nor the plan forbids this person's contact; counts for somebody
     *     new, whom nothing that stands knows
     * @param from the first day, the day itself of a single contact
     * @param until the last day
     * @param replaces number of the agreement in whose place it comes
     */
    public record Agreed(
            Terms terms,
            boolean saidNotBarred,
            Supervision supervision,
            String conditions,
            LocalDate from,
            LocalDate until,
            Optional<Integer> replaces) {}

    /**
     * Whose decision it is.
     *
     * @param by id of who writes it down
     * @param parentsAgreed whether the parents, asked by the authority, said yes
     * @param words for the home
     */
    public record Decided(String by, Confirmation confirmed, boolean parentsAgreed, String words) {}

    /**
     * The authority agrees. From this moment what is agreed says so, and no refusal of this person stands beside it.
     *
     * @throws FormRefused when it cannot stand: at the field, in plain words
     */
    public void agree(String reference, String authoriser, Agreed agreed, Decided decided) {
        ContactRequest request = begin(reference, decided);
        if (who.isForbidden(request)) {
            throw new FormRefused(
                    "decided",
                    "A court's order stands against contact with this person: nobody here can allow it. Please choose"
                            + " that an order stands against it.");
        }
        if (requests.person(request).isEmpty() && !agreed.saidNotBarred()) {
            throw new FormRefused(
                    "contactBarred",
                    "Nobody can agree as long as this may be somebody whose contact is forbidden. Please look, or ask first. If an"
                            + " order forbids it, choose above that an order stands against it.");
        }
        requireParents(authoriser, decided);
        if (agreed.from().isBefore(today())) {
            throw new FormRefused(
                    "decided", "The day that was asked for is over. Please agree another one, or say no.");
        }
        String person = personId(request, decided.by());
        endRefusals(request, person, decided);
        int entry = enter(
                request,
                new Agreement(
                        Optional.of(person),
                        agreed.terms().channel(),
                        agreed.terms().days(),
                        agreed.terms().starts(),
                        agreed.terms().ends(),
                        agreed.terms().rhythm(),
                        agreed.supervision(),
                        agreed.conditions(),
                        Optional.of(agreed.from()),
                        Optional.of(agreed.until()),
                        Optional.empty()),
                agreed.replaces(),
                decided);
        requests.answer(reference, Outcome.AGREED, decided.by(), Optional.of(entry), decided.words());
    }

    /** The authority does not agree to it; what is agreed stays as it is. */
    public void notAgreed(String reference, Decided decided) {
        begin(reference, decided);
        requests.answer(reference, Outcome.NOT_AGREED, decided.by(), Optional.empty(), decided.words());
    }

    /**
     * The authority wants no contact with this person at all, up to that day.
     *
     * @throws FormRefused when it is not the authority's to refuse: longer than seven days, or without the parents under section 20
     */
    public void refuse(String reference, LocalDate until, Decided decided) {
        ContactRequest request = begin(reference, decided);
        boolean longer = until.isAfter(today().plusDays(DAYS_REFUSED - 1L));
        String authoriser = who.about(reference, longer ? WhoDecides.LONGER_REFUSAL : WhoDecides.REFUSAL);
        if (authoriser.equals(WhoDecides.COURT)) {
            throw new FormRefused(
                    "refusedUntil",
                    "Longer than seven days is for a court, or an agreement in writing. Please give seven days at most; what a"
                            + " court orders is entered under What is agreed.");
        }
        requireParents(authoriser, decided);
        int entry = enter(
                request,
                new Refusal(
                        Optional.of(personId(request, decided.by())),
                        RefusedWhy.AUTHORITY,
                        decided.words(),
                        Optional.of(today()),
                        Optional.of(until),
                        Optional.empty()),
                Optional.empty(),
                decided);
        requests.answer(reference, Outcome.REFUSED, decided.by(), Optional.of(entry), decided.words());
    }

    /** @throws FormRefused when this person asked for it */
    @Transactional(readOnly = true)
    public void requireSomebodyElse(String reference, String by) {
        if (requests.get(reference).asker().equals(by)) {
            throw new FormRefused(
                    "decided", "You asked for this. Somebody else has to decide, or write the decision down.");
        }
    }

    /** Nobody approves an own request, neither by writing it down nor by having said it. */
    private ContactRequest begin(String reference, Decided decided) {
        requireSomebodyElse(reference, decided.by());
        ContactRequest request = requests.get(reference);
        register.open(request.childId(), decided.by());
        if (PlainWords.isAbout(decided.confirmed().who(), agency.nameOf(request.asker()))) {
            throw new FormRefused(
                    "confirmedBy", "This person asked for it. Somebody else at the authority has to decide.");
        }
        return request;
    }

    private static void requireParents(String authoriser, Decided decided) {
        if (authoriser.equals(WhoDecides.PARENTS) && !decided.parentsAgreed()) {
            throw new FormRefused(
                    "parentsAgreed",
                    "As this child is looked after now, the parents decide, asked by the authority. Without their yes please"
                            + " choose Not agreed.");
        }
    }

    private void endRefusals(ContactRequest request, String person, Decided decided) {
        List<Held> refused = register.plan(request.childId()).about(person).stream()
                .filter(held -> held.item() instanceof Refusal)
                .toList();
        refused.forEach(held -> enter(
                request,
                new PlanItem.Ended(held.number(), "Contact was agreed: " + request.reference()),
                Optional.empty(),
                decided));
    }

    private int enter(ContactRequest request, PlanItem item, Optional<Integer> replaces, Decided decided) {
        try {
            return register.enter(
                    request.childId(),
                    new NewPlanEntry(item, replaces, Optional.of(decided.confirmed())),
                    decided.by());
        } catch (FormRefused refused) {
            Map<String, String> here = new LinkedHashMap<>();
            refused.messages().forEach((field, message) -> here.put(FIELDS.getOrDefault(field, field), message));
            throw new FormRefused(here);
        }
    }

    private String personId(ContactRequest request, String by) {
        return requests.person(request).map(PlanPerson::id).orElseGet(() -> {
            Whom whom = request.wanted().whom();
            return people.add(
                            request.childId(), whom.label(), whom.relationship().orElseThrow(), by)
                    .id();
        });
    }

    private LocalDate today() {
        return clock.instant().atZone(London.ZONE).toLocalDate();
    }
}
