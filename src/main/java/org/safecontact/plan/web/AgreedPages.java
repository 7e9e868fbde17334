package org.safecontact.plan.web;

import java.util.ArrayList;
import java.util.List;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Child;
import org.safecontact.engine.SameMoment;
import org.safecontact.plan.PlanReading;
import org.safecontact.plan.process.BeginEntry;
import org.safecontact.plan.process.BeginRequest;
import org.safecontact.plan.process.OnTheList;
import org.safecontact.plan.request.RequestReading;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** <i>What is agreed</i>, a page for each child: for the home at any time, beside a report too, and for whoever works on a case. */
@Controller
class AgreedPages {

    private final PlanReading reading;
    private final RequestReading requests;
    private final ChildAccess access;
    private final OnTheList list;
    private final BeginEntry begin;
    private final BeginRequest ask;
    private final SameMoment moment;
    private final CurrentPerson person;

    AgreedPages(
            PlanReading reading,
            RequestReading requests,
            ChildAccess access,
            OnTheList list,
            BeginEntry begin,
            BeginRequest ask,
            SameMoment moment,
            CurrentPerson person) {
        this.reading = reading;
        this.requests = requests;
        this.access = access;
        this.list = list;
        this.begin = begin;
        this.ask = ask;
        this.moment = moment;
        this.person = person;
    }

    /** The children to choose from; of a single one the page itself. */
    @GetMapping("/safe-contact/a")
    String children(Model model) {
        String me = me();
        List<Child> children = reading.children(me);
        if (children.size() == 1) {
            return "redirect:/safe-contact/a/" + children.get(0).id();
        }
        model.addAttribute("children", children);
        model.addAttribute("asksForOthers", !askOnly(me).isEmpty());
        return "pages/agreed";
    }

    /** The children for whom this person asks, though not theirs to read about: duty, for somebody who rang. */
    @GetMapping("/safe-contact/q")
    String asking(Model model) {
        model.addAttribute("children", askOnly(me()));
        return "pages/asking";
    }

    private List<Child> askOnly(String personId) {
        List<Child> children = new ArrayList<>(access.mayAskFor(personId));
        children.removeAll(reading.children(personId));
        return children;
    }

    @GetMapping("/safe-contact/a/{child}")
    String agreed(@PathVariable("child") String child, Model model) {
        String me = me();
        model.addAttribute("it", moment.again(() -> reading.read(child, me)));
        model.addAttribute("requests", requests.about(child, me));
        model.addAttribute("mayAsk", access.mayAsk(me, child));
        model.addAttribute("toRead", list.toRead(child, me).orElse(""));
        model.addAttribute("asksForOthers", !askOnly(me).isEmpty());
        return "pages/agreed-child";
    }

    /** A carer has read it here. */
    @PostMapping("/safe-contact/a/{child}/{mark}/read")
    String read(@PathVariable("child") String child, @PathVariable("mark") String mark) {
        String me = me();
        moment.again(() -> reading.haveRead(child, me, mark));
        return "redirect:/safe-contact/a/" + child;
    }

    /** Begins an entry, or goes on with the one that was begun, in Tasklist. */
    @PostMapping("/safe-contact/a/{child}/entries")
    String enter(@PathVariable("child") String child) {
        String me = me();
        String task = moment.again(() -> begin.about(child, me));
        return "redirect:/camunda/app/tasklist/default/#/?task=" + task;
    }

    /** Begins to ask for contact, or goes on with what was begun, in Tasklist. */
    @PostMapping("/safe-contact/a/{child}/requests")
    String ask(@PathVariable("child") String child) {
        String me = me();
        String task = moment.again(() -> ask.about(child, me));
        return "redirect:/camunda/app/tasklist/default/#/?task=" + task;
    }

    private String me() {
        return person.required();
    }
}
