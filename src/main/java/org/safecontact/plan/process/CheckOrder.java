package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.SecondPerson;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Plan;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanEntry;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.springframework.stereotype.Component;

/** A second person compares an order, or the end of one, with the document. */
@Component
class CheckOrder implements UserTaskWork, SecondPerson {

    private final PlanRegister register;
    private final PlanWords words;
    private final Agency agency;

    CheckOrder(PlanRegister register, PlanWords words, Agency agency) {
        this.register = register;
        this.words = words;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return "checkOrder";
    }

    @Override
    public String recordedAs() {
        return "An order compared with the document";
    }

    @Override
    public Optional<String> first(String reference, Map<String, Object> variables) {
        return variables.get(KeepPlan.ENTRY) instanceof Integer number
                ? enteredBy(register.childOf(reference), number)
                : Optional.empty();
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Child child = register.childOf(task.reference());
        Plan plan = register.plan(child.id());
        Optional<Held> entry = plan.entry(number(task));
        Optional<Held> order =
                entry.flatMap(held -> held.item() instanceof PlanItem.Ended ended ? plan.entry(ended.entry()) : entry);
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put(
                "enteredBy", enteredBy(child, number(task)).map(agency::nameOf).orElse(""));
        shown.put(
                "entry",
                entry.map(held -> AsTyped.inText(words.sentence(child.id(), held)
                                + (entry.equals(order)
                                        ? ""
                                        : " "
                                                + order.map(of -> words.sentence(child.id(), of))
                                                        .orElse(""))))
                        .orElse(""));
        shown.put("gone", entry.isEmpty());
        shown.put(
                "inPlaceOf",
                entry.flatMap(held -> held.entry().replaces())
                        .flatMap(plan::entry)
                        .map(old -> AsTyped.inText(words.sentence(child.id(), old)))
                        .orElse(""));
        shown.put(
                "keptAt",
                order.map(Held::item)
                        .filter(PlanItem.Order.class::isInstance)
                        .map(item -> AsTyped.inText(((PlanItem.Order) item).keptAt()))
                        .orElse(""));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        boolean matches = answers.one("matches").filter("yes"::equals).isPresent();
        boolean goesOn = register.check(
                register.childOf(task.reference()).id(),
                number(task),
                matches,
                answers.one("differs").orElse(""),
                task.person().orElseThrow());
        return Map.of(KeepPlan.MATCHES, goesOn);
    }

    private Optional<String> enteredBy(Child child, int number) {
        return register.entered(child.id(), number).map(PlanEntry::enteredBy);
    }

    private static int number(OpenTask task) {
        return (Integer) task.variables().get(KeepPlan.ENTRY);
    }
}
