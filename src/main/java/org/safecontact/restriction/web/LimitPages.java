package org.safecontact.restriction.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.SameMoment;
import org.safecontact.restriction.LimitReading;
import org.safecontact.restriction.LimitRegister;
import org.safecontact.restriction.process.BeginRestriction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** <i>Limits on phone or apps</i>, a page for each child: for the home, and for whoever works for it; and all in force, for the managers. */
@Controller
class LimitPages {

    private final LimitReading reading;
    private final LimitRegister register;
    private final BeginRestriction begin;
    private final SameMoment moment;
    private final CurrentPerson person;

    LimitPages(
            LimitReading reading,
            LimitRegister register,
            BeginRestriction begin,
            SameMoment moment,
            CurrentPerson person) {
        this.reading = reading;
        this.register = register;
        this.begin = begin;
        this.moment = moment;
        this.person = person;
    }

    /** Every limit in force, for the managers. */
    @GetMapping("/safe-contact/l")
    String inForce(Model model) {
        model.addAttribute("it", register.page(me()));
        return "pages/limits-in-force";
    }

    @GetMapping("/safe-contact/l/{child}")
    String limits(@PathVariable("child") String child, Model model) {
        model.addAttribute("mayCount", register.mayRead(me()));
        model.addAttribute("it", reading.page(child, me()));
        return "pages/limits";
    }

    /** Begins to write one down, or goes on with the one that was begun, in Tasklist. */
    @PostMapping("/safe-contact/l/{child}")
    String propose(@PathVariable("child") String child) {
        String me = me();
        return toDo(moment.again(() -> begin.about(child, me)));
    }

    /** Looks at one before its day, in Tasklist. */
    @PostMapping("/safe-contact/l/{child}/{reference}/look")
    String look(@PathVariable("child") String child, @PathVariable("reference") String reference) {
        String me = me();
        return toDo(moment.again(() -> begin.look(child, reference, me)));
    }

    private static String toDo(String task) {
        return "redirect:/camunda/app/tasklist/default/#/?task=" + task;
    }

    private String me() {
        return person.required();
    }
}
