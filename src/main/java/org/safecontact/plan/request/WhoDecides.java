package org.safecontact.plan.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.agency.London;
import org.safecontact.engine.CaseDecisions;
import org.safecontact.engine.Decided;
import org.safecontact.engine.Decision;
import org.safecontact.plan.Plan;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Order;
import org.safecontact.plan.PlanItem.Refusal;
import org.safecontact.plan.PlanPerson;
import org.safecontact.plan.PlanRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may allow or refuse a contact: what is asked for, compared with what is agreed, put to the agency's table {@code contact-authority}. */
@Service
@Transactional
public class WhoDecides {

    /** Answers of the table; whoever else it names decides nothing here. */
    public static final String CARER = "carer";

    public static final String PARENTS = "parentsThroughAuthority";
    public static final String NOBODY = "nobody";
    static final String COURT = "courtOrAgreement";

    static final String AGAINST_ORDER = "againstOrder";
    static final String REFUSAL = "refusal";
    static final String LONGER_REFUSAL = "longerRefusal";

    private static final String TABLE = "contact-authority";
    private static final String EXTRA = "extraContact";

    private static final Map<String, String> WORDS = Map.of(
            CARER,
            "the carer: it is agreed already",
            "childsSocialWorker",
            "the child's social worker",
            PARENTS,
            "the parents, asked by the child's social worker",
            "placingAuthority",
            "the authority, with its written notices",
            COURT,
            "a court, or an agreement in writing",
            NOBODY,
            "nobody here");

    private final ContactRequests requests;
    private final PlanRegister register;
    private final CaseDecisions decisions;
    private final Agency agency;
    private final Clock clock;

    WhoDecides(ContactRequests requests, PlanRegister register, CaseDecisions decisions, Agency agency, Clock clock) {
        this.requests = requests;
        this.register = register;
        this.decisions = decisions;
        this.agency = agency;
        this.clock = clock;
    }

    /** Decides it for what was asked, and keeps on whose word; where the table gives no answer it is nobody. */
    public String about(String reference) {
        return about(reference, change(requests.get(reference)));
    }

    String about(String reference, String change) {
        Child child = requests.childOf(reference);
        Decided<String> who = decisions.decide(
                reference,
                TABLE,
                Map.of("change", change, "legalStatus", child.legalStatus().id()),
                WhoDecides::authoriser,
                () -> NOBODY);
        requests.whoDecides(reference, WORDS.get(who.answer()), who.by());
        return who.answer();
    }

    /** Whom to ask, by name and number as far as they are known. */
    @Transactional(readOnly = true)
    public String words(String reference, String authoriser) {
        Child child = requests.childOf(reference);
        String worker = agency.nameOf(child.childsSocialWorkerId());
        Optional<Authority> authority = agency.authorityOf(child.id());
        return WORDS.getOrDefault(authoriser, WORDS.get(NOBODY)) + " (" + worker
                + authority
                        .map(known -> ", " + known.name() + ", " + known.telephone())
                        .orElse("") + ")";
    }

    /** Whether a court's order stands against it now, checked or not: what nobody has compared yet is never taken for permission. */
    @Transactional(readOnly = true)
    public boolean isForbidden(ContactRequest request) {
        return change(request).equals(AGAINST_ORDER);
    }

    private String change(ContactRequest request) {
        Plan plan = register.plan(request.childId());
        Optional<PlanPerson> person = requests.person(request);
        if (person.isEmpty()) {
            return EXTRA;
        }
        List<Held> about = plan.about(person.get().id());
        if (about.stream().anyMatch(held -> held.item() instanceof Order order && order.forbids())) {
            return AGAINST_ORDER;
        }
        boolean refused = about.stream().anyMatch(held -> held.item() instanceof Refusal);
        boolean agreed = about.stream()
                .anyMatch(held ->
                        held.counts() && held.item() instanceof Agreement agreement && covers(agreement, request));
        return agreed && !refused ? "withinPlan" : EXTRA;
    }

    private boolean covers(Agreement agreement, ContactRequest request) {
        LocalDate today = clock.instant().atZone(London.ZONE).toLocalDate();
        return request.because().renews().isEmpty()
                && request.wanted()
                        .terms()
                        .liesWithin(agreement, today, request.wanted().until());
    }

    private static String authoriser(Decision decision) {
        Map<String, Object> row = decision.row();
        String who = String.valueOf(row.get("authoriser"));
        if (!WORDS.containsKey(who)) {
            throw new IllegalStateException("It names nobody whom we know");
        }
        return Boolean.FALSE.equals(row.get("blocked")) ? who : NOBODY;
    }
}
