package org.safecontact.pattern;

import java.util.List;
import org.safecontact.plan.AlsoAgreed;
import org.safecontact.plan.PlanReading;
import org.springframework.stereotype.Component;

/** The way to the contacts over time, on the page of what is agreed. */
@Component
class OnWhatIsAgreed implements AlsoAgreed {

    @Override
    public PlanReading.Part about(String childId, String personId) {
        return new PlanReading.Part("Contacts over time", List.of());
    }

    @Override
    public String path(String childId) {
        return "/safe-contact/v/" + childId;
    }

    @Override
    public String more() {
        return "All contacts, by person and week, and how the child was";
    }
}
