package org.safecontact.incident.web;

import java.time.Clock;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.Additions;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The record of a case on a page of its own, good to read on a phone and to print. */
@Controller
class RecordPages {

    private final RecordReader reader;
    private final CurrentPerson person;
    private final Agency agency;
    private final HumanTime time;
    private final Clock clock;
    private final boolean demonstration;

    RecordPages(
            RecordReader reader,
            CurrentPerson person,
            Agency agency,
            HumanTime time,
            Clock clock,
            Environment environment) {
        this.reader = reader;
        this.person = person;
        this.agency = agency;
        this.time = time;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute
    void onEveryPage(Model model) {
        model.addAttribute("demonstration", demonstration);
        model.addAttribute("dutyTelephone", agency.dutyTelephone(clock.instant()));
        model.addAttribute("now", time.full(clock.instant()));
    }

    @GetMapping("/safe-contact/cases/{reference}/record")
    String record(@PathVariable("reference") String reference, Model model) {
        String reading = person.id().orElseThrow(NotYours::new);
        model.addAttribute("reference", reference);
        model.addAttribute("reader", agency.nameOf(reading));
        model.addAttribute("ownHomeOnly", reader.readsOwnHomeOnly(reading));
        model.addAttribute("entries", reader.read(reference, reading));
        model.addAttribute("kinds", Additions.KINDS);
        model.addAttribute("longest", Additions.LONGEST);
        return "pages/record";
    }

    @GetMapping("/safe-contact/what-i-wrote")
    String whatIWrote(Model model) {
        String reading = person.id().orElseThrow(NotYours::new);
        model.addAttribute("reader", agency.nameOf(reading));
        model.addAttribute("entries", reader.writtenBy(reading));
        return "pages/what-i-wrote";
    }
}
