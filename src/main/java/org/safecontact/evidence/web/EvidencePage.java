package org.safecontact.evidence.web;

import java.time.Clock;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.evidence.Confirmation;
import org.safecontact.evidence.EvidenceKind;
import org.safecontact.evidence.Tick;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evidence of a case on a page of its own, made for a phone. */
@Controller
class EvidencePage {

    private final EvidenceView view;
    private final CurrentPerson person;
    private final Agency agency;
    private final HumanTime time;
    private final Clock clock;
    private final boolean demonstration;

    EvidencePage(
            EvidenceView view,
            CurrentPerson person,
            Agency agency,
            HumanTime time,
            Clock clock,
            Environment environment) {
        this.view = view;
        this.person = person;
        this.agency = agency;
        this.time = time;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping({"/safe-contact/evidence/{reference}", "/safe-contact/cases/{reference}/evidence"})
    String page(@PathVariable("reference") String reference, Model model) {
        String reading = person.id().orElseThrow(NotYours::new);
        model.addAttribute("list", view.of(reference, reading));
        model.addAttribute("reference", reference);
        model.addAttribute("kinds", EvidenceKind.values());
        model.addAttribute("ticks", Tick.values());
        model.addAttribute("confirmation", Confirmation.WORDS);
        model.addAttribute("demonstration", demonstration);
        model.addAttribute("dutyTelephone", agency.dutyTelephone(clock.instant()));
        model.addAttribute("reader", agency.nameOf(reading));
        model.addAttribute("now", time.full(clock.instant()));
        return "pages/evidence";
    }
}
