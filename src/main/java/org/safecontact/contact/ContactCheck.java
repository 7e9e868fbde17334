package org.safecontact.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.PlanCheck.Result;
import org.safecontact.plan.Supervision;
import org.springframework.stereotype.Component;

/**
 * Compares an agreed contact that took place with what is agreed: person, way, day and hour as the register does, and beside that who was
 * there, how long it went on, and what the carer says was different (policy, sections 1 and 2).
 */
@Component
class ContactCheck {

    private final PlanCheck register;

    ContactCheck(PlanCheck register) {
        this.register = register;
    }

    Compared compare(String childId, Which which, Told told) {
        PlanCheck.Answer answer = register.compare(
                childId,
                new PlanCheck.Contact(
                        which.agreement().personId(),
                        Optional.of(which.agreement().channel()),
                        false,
                        which.at(),
                        true,
                        Optional.of(there(which, told).id())));
        List<String> differs = differs(which.agreement().supervision(), told);
        Result result = answer.result() == Result.WITHIN && !differs.isEmpty() ? Result.OUTSIDE : answer.result();
        return new Compared(result, answer.clause(), differs);
    }

    /** Who was there; of one that did not happen nothing differs. */
    static Supervision there(Which which, Told told) {
        return told.there().orElse(which.agreement().supervision());
    }

    private static List<String> differs(Supervision agreed, Told told) {
        List<String> differs = new ArrayList<>();
        told.there()
                .filter(there -> !agreed.isMetBy(there))
                .ifPresent(less -> differs.add("who was there (" + agreed.words() + ")"));
        if (told.went() == Went.LONGER && told.muchLonger()) {
            differs.add("how long it went on");
        }
        if (told.went() == Went.DIFFERENT) {
            differs.add("what the carer says was different");
        }
        return differs;
    }
}
