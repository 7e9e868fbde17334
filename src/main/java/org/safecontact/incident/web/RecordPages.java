package org.safecontact.incident.web;

import java.util.List;
import java.util.Optional;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.incident.Additions;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.voice.ChildSays;
import org.safecontact.incident.voice.ForTheChild;
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
    private final ChildSays says;
    private final ForTheChild child;
    private final CurrentPerson person;

    RecordPages(RecordReader reader, Incidents incidents, ChildSays says, ForTheChild child, CurrentPerson person) {
        this.reader = reader;
        this.incidents = incidents;
        this.says = says;
        this.child = child;
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
        model.addAttribute("maySay", says.mayWrite(reference, reading));
        model.addAttribute("forTheChild", child.mayOpen(reference, reading));
        model.addAttribute("kinds", Additions.KINDS);
        model.addAttribute("longest", Additions.LONGEST);
        return "pages/record";
    }

    /** One entry, with what the child says about it and where to write that down. */
    @GetMapping("/safe-contact/c/{reference}/r/{number}")
    String oneEntry(@PathVariable("reference") String reference, @PathVariable("number") int number, Model model) {
        String reading = person.required();
        if (!says.mayWrite(reference, reading)) {
            throw new NotYours();
        }
        model.addAttribute("reference", reference);
        model.addAttribute("number", number);
        model.addAttribute("entries", List.of(reader.one(reference, number, reading)));
        model.addAttribute(
                "open",
                incidents
                        .find(reference)
                        .filter(incident -> !incident.state().isOver())
                        .isPresent());
        model.addAttribute("longest", ChildSays.LONGEST);
        model.addAttribute("longestLine", ChildSays.LONGEST_LINE);
        return "pages/child-says";
    }

    /** The case as the child may read it. */
    @GetMapping("/safe-contact/c/{reference}/f")
    String forTheChild(@PathVariable("reference") String reference, Model model) {
        model.addAttribute("words", child.open(reference, person.required()));
        model.addAttribute("reference", reference);
        return "pages/for-the-child";
    }

    /** What the reader wrote, as it was sent, each with its seal: of one case, or of all. */
    @GetMapping("/safe-contact/w")
    String whatIWrote(@RequestParam(name = "case", defaultValue = "") String reference, Model model) {
        model.addAttribute("reference", reference);
        model.addAttribute("entries", reader.writtenBy(person.required(), reference));
        return "pages/what-i-wrote";
    }
}
