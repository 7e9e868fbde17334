package org.safecontact.incident.web;

import java.util.Optional;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.Additions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of a case on a page of its own, good to read on a phone and to print. */
@Controller
class RecordPages {

    private final RecordReader reader;
    private final Incidents incidents;
    private final CurrentPerson person;

    RecordPages(RecordReader reader, Incidents incidents, CurrentPerson person) {
        this.reader = reader;
        this.incidents = incidents;
        this.person = person;
    }

    @GetMapping("/safe-contact/c/{reference}/r")
    String record(@PathVariable("reference") String reference, Model model) {
        String reading = person.required();
        model.addAttribute("reference", reference);
        model.addAttribute("ownHomeOnly", reader.readsOwnHomeOnly(reading));
        model.addAttribute("entries", reader.read(reference, reading));
        // What is agreed has a record too, and is no report.
        Optional<Incident> report = incidents.find(reference);
        model.addAttribute("report", report.isPresent());
        model.addAttribute(
                "open", report.filter(incident -> !incident.state().isOver()).isPresent());
        model.addAttribute("kinds", Additions.KINDS);
        model.addAttribute("longest", Additions.LONGEST);
        return "pages/record";
    }

    /** What the reader wrote, as it was sent, each with its seal: of one case, or of all. */
    @GetMapping("/safe-contact/w")
    String whatIWrote(@RequestParam(name = "case", defaultValue = "") String reference, Model model) {
        model.addAttribute("reference", reference);
        model.addAttribute("entries", reader.writtenBy(person.required(), reference));
        return "pages/what-i-wrote";
    }
}
