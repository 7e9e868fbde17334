package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ChildAccess;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Alone;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.safecontact.plan.request.Because;
import org.safecontact.plan.request.ContactRequests;
import org.springframework.stereotype.Component;

/** Whoever supervises the home says what comes after what is agreed, before its end or its review. */
@Component
class LookAgain implements UserTaskWork {

    static final String KEY = "lookAgain";

    private final PlanRegister register;
    private final PlanWords words;
    private final ContactRequests requests;
    private final BeginEntry entries;
    private final ChildAccess access;

    LookAgain(
            PlanRegister register, PlanWords words, ContactRequests requests, BeginEntry entries, ChildAccess access) {
        this.register = register;
        this.words = words;
        this.requests = requests;
        this.entries = entries;
        this.access = access;
    }

    @Override
    public String taskKey() {
        return KEY;
    }

    @Override
    public String recordedAs() {
        return "What comes after what is agreed";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Child child = register.childOf(task.reference());
        Optional<Held> entry = entry(task, child);
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("gone", entry.isEmpty());
        shown.put(
                "over",
                over(task, child)
                        .map(held -> AsTyped.inText(words.over(child.id(), held)))
                        .orElse(""));
        shown.put(
                "entry",
                entry.map(held -> AsTyped.inText(words.sentence(child.id(), held)))
                        .orElse(""));
        shown.put(
                "day",
                entry.flatMap(held -> LookAgainAt.day(held.item()))
                        .map(HumanTime::date)
                        .orElse(""));
        shown.put(
                "contact",
                entry.filter(held -> held.item() instanceof Agreement).isPresent());
        shown.put("alone", entry.filter(held -> held.item() instanceof Alone).isPresent());
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Child child = register.childOf(task.reference());
        String by = task.person().orElseThrow();
        String comes = answers.one("comes").orElse("over");
        if (comes.equals("askAnew")) {
            if (entry(task, child)
                    .filter(held -> held.item() instanceof Agreement)
                    .isEmpty()) {
                throw new FormRefused(
                        "comes", "Only contact is asked for. Please choose that the authority has looked at it.");
            }
            requests.begin(child.id(), by, Because.itEnds(number(task)));
        } else if (comes.equals("enter")) {
            if (!access.mayKeep(by, child.id())) {
                throw new FormRefused(
                        "comes", "Only whoever supervises the home enters what is agreed. Please hand this to them.");
            }
            entries.afterwards(child.id(), by);
        }
        return Map.of(LookAgainAt.COMES, comes);
    }

    private Optional<Held> entry(OpenTask task, Child child) {
        return register.standingOrOver(child.id(), number(task));
    }

    private Optional<Held> over(OpenTask task, Child child) {
        return register.over(child.id()).stream()
                .filter(held -> held.number() == number(task))
                .findFirst();
    }

    private static int number(OpenTask task) {
        return (Integer) task.variables().get(LookAgainAt.ENTRY);
    }
}
