package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.plan.Plan;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Order;
import org.safecontact.plan.PlanPerson;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.safecontact.plan.request.ContactRequest;
import org.safecontact.plan.request.ContactRequest.Asked;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.WhoDecides;
import org.springframework.stereotype.Component;

/** A request for contact in the words of the forms about it. */
@Component
class RequestWords {

    private final ContactRequests requests;
    private final WhoDecides who;
    private final PlanRegister register;
    private final PlanCheck check;
    private final PlanWords words;
    private final Agency agency;
    private final HumanTime times;

    RequestWords(
            ContactRequests requests,
            WhoDecides who,
            PlanRegister register,
            PlanCheck check,
            PlanWords words,
            Agency agency,
            HumanTime times) {
        this.requests = requests;
        this.who = who;
        this.register = register;
        this.check = check;
        this.words = words;
        this.agency = agency;
        this.times = times;
    }

    /** What was asked, by whom, and what stands about it: for whoever decides or finds out. */
    Map<String, Object> forWorkers(ContactRequest request) {
        Child child = requests.childOf(request.reference());
        Plan plan = register.plan(child.id());
        Asked asked = request.asked().orElseThrow();
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("legalStatus", child.legalStatus().words());
        shown.put("asked", AsTyped.inText(requests.line(request)));
        shown.put(
                "askedBy",
                AsTyped.inText(agency.nameOf(asked.by()) + ", " + times.at(asked.at()) + ". It is the wish of "
                        + asked.wanted().wish().words()));
        shown.put("askedUntil", asked.wanted().until().map(HumanTime::date).orElse("no end was asked for"));
        shown.put("whyGood", AsTyped.inText(asked.wanted().why()));
        shown.put("childSaid", AsTyped.inText(asked.wanted().childSays()));
        shown.put("stands", stands(child, plan, request));
        return shown;
    }

    /** Whom to ask, for the to-do that is open. */
    String who(OpenTask task) {
        return AsTyped.inText(
                who.words(task.reference(), (String) task.variables().get(ContactAuthorisation.AUTHORISER)));
    }

    /** What is agreed with this person, to say in whose place it comes. */
    List<Map<String, String>> agreements(ContactRequest request) {
        String child = request.childId();
        return requests.person(request).stream()
                .flatMap(person -> register.plan(child).about(person.id()).stream())
                .filter(held -> held.item() instanceof Agreement && held.number() > 0)
                .map(held -> Map.of(
                        "value",
                        String.valueOf(held.number()),
                        "label",
                        held.number() + ". " + words.line(child, held.item())))
                .toList();
    }

    /** Everything about the person, every order and refusal whomever it names, and a warning where the agency knows the person as dangerous. */
    private String stands(Child child, Plan plan, ContactRequest request) {
        List<Held> about =
                requests.person(request).map(PlanPerson::id).map(plan::about).orElse(List.of());
        String lines = plan.entries().stream()
                .filter(held -> about.contains(held)
                        || held.item() instanceof Order
                        || held.item().forbids())
                .map(held -> "- " + AsTyped.inText(words.sentence(child.id(), held)))
                .collect(Collectors.joining("\n"));
        boolean dangerous = requests.person(request)
                .filter(person -> check.isDangerous(child.id(), person.id()))
                .isPresent();
        return (dangerous ? "**The agency knows this person as dangerous to the child.**\n\n" : "")
                + (lines.isEmpty() ? "Nothing stands about this person, and no order or refusal is on file." : lines);
    }
}
