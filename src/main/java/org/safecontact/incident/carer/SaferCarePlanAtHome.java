package org.safecontact.incident.carer;

import java.util.List;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.plan.safercare.SaferCareVersion;
import org.springframework.stereotype.Component;

/** In the case that asked for it: that the Safer Care Plan was signed, and where the home reads it. */
@Component
class SaferCarePlanAtHome implements AlsoForTheCarer {

    private final SaferCarePlans plans;
    private final Agency agency;
    private final HumanTime times;

    SaferCarePlanAtHome(SaferCarePlans plans, Agency agency, HumanTime times) {
        this.plans = plans;
        this.agency = agency;
        this.times = times;
    }

    @Override
    public List<String> lines(String reference) {
        return of(reference).stream()
                .map(version -> "The Safer Care Plan was signed " + times.full(version.signedAt()) + " by "
                        + agency.nameOf(version.signedBy())
                        + ". It stands under What is agreed; go by it from now on.")
                .toList();
    }

    /** The plan that this report asked for, where it is the child's newest. */
    Optional<SaferCareVersion> of(String reference) {
        return plans.presentFrom(reference);
    }
}
