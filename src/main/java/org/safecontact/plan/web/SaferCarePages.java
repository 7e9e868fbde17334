package org.safecontact.plan.web;

import java.time.Clock;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.SameMoment;
import org.safecontact.plan.safercare.SaferCareReading;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A child's Safer Care Plan, version after version, on a page that prints. */
@Controller
class SaferCarePages {

    private final SaferCareReading reading;
    private final SameMoment moment;
    private final CurrentPerson person;
    private final Agency agency;
    private final HumanTime times;
    private final Clock clock;

    SaferCarePages(
            SaferCareReading reading,
            SameMoment moment,
            CurrentPerson person,
            Agency agency,
            HumanTime times,
            Clock clock) {
        this.reading = reading;
        this.moment = moment;
        this.person = person;
        this.agency = agency;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/safe-contact/s/{child}")
    String saferCare(@PathVariable("child") String child, Model model) {
        String me = person.required();
        model.addAttribute("it", moment.again(() -> reading.read(child, me)));
        model.addAttribute("reader", agency.nameOf(me));
        model.addAttribute("now", times.full(clock.instant()));
        return "pages/safer-care";
    }
}
