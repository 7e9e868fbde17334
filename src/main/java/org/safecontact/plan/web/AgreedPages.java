package org.safecontact.plan.web;

import java.util.List;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Child;
import org.safecontact.engine.SameMoment;
import org.safecontact.plan.PlanReading;
import org.safecontact.plan.process.BeginEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** <i>What is agreed</i>, a page for each child: for the home at any time, beside a report too, and for whoever works on a case. */
@Controller
class AgreedPages {

    private final PlanReading reading;
    private final BeginEntry begin;
    private final SameMoment moment;
    private final CurrentPerson person;

    AgreedPages(PlanReading reading, BeginEntry begin, SameMoment moment, CurrentPerson person) {
        this.reading = reading;
        this.begin = begin;
        this.moment = moment;
        this.person = person;
    }

    /** The children to choose from; of a single one the page itself. */
    @GetMapping("/safe-contact/agreed")
    String children(Model model) {
        List<Child> children = reading.children(me());
        if (children.size() == 1) {
            return "redirect:/safe-contact/agreed/" + children.get(0).id();
        }
        model.addAttribute("children", children);
        return "pages/agreed";
    }

    @GetMapping("/safe-contact/agreed/{child}")
    String agreed(@PathVariable("child") String child, Model model) {
        String me = me();
        model.addAttribute("it", moment.again(() -> reading.read(child, me)));
        return "pages/agreed-child";
    }

    /** Begins an entry, or goes on with the one that was begun, in Tasklist. */
    @PostMapping("/safe-contact/agreed/{child}/entries")
    String enter(@PathVariable("child") String child) {
        String me = me();
        String task = moment.again(() -> begin.about(child, me));
        return "redirect:/camunda/app/tasklist/default/#/?task=" + task;
    }

    private String me() {
        return person.required();
    }
}
