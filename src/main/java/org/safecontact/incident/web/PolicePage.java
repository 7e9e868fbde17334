package org.safecontact.incident.web;

import java.time.Clock;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.PoliceFacts;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the police will ask, on a page of its own beside the to-do. */
@Controller
class PolicePage {

    private final PoliceFacts facts;
    private final CurrentPerson person;
    private final Agency agency;
    private final HumanTime time;
    private final Clock clock;
    private final boolean demonstration;

    PolicePage(
            PoliceFacts facts,
            CurrentPerson person,
            Agency agency,
            HumanTime time,
            Clock clock,
            Environment environment) {
        this.facts = facts;
        this.person = person;
        this.agency = agency;
        this.time = time;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/safe-contact/cases/{reference}/police")
    String police(@PathVariable("reference") String reference, Model model) {
        model.addAttribute("facts", facts.look(reference, person.id().orElseThrow(NotYours::new)));
        model.addAttribute("demonstration", demonstration);
        model.addAttribute("dutyTelephone", agency.dutyTelephone(clock.instant()));
        model.addAttribute("now", time.full(clock.instant()));
        model.addAttribute("reference", reference);
        return "pages/police";
    }
}
