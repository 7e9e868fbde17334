package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.agency.Child;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Plan;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.safecontact.plan.Standing;
import org.springframework.stereotype.Component;

/** Whoever supervises the home enters one thing that is agreed, confirmed or over. */
@Component
class EnterPlan implements UserTaskWork {

    static final String KEY = "keepPlan";

    private static final String NOTHING = "nothing";

    /** A carer who came to the home later has read nothing yet, though nothing has changed. */
    private static final String ASK = "ask";

    private final PlanRegister register;
    private final PlanWords words;
    private final EntryForm form;

    EnterPlan(PlanRegister register, PlanWords words, EntryForm form) {
        this.register = register;
        this.words = words;
        this.form = form;
    }

    @Override
    public String taskKey() {
        return KEY;
    }

    @Override
    public String recordedAs() {
        return "What is agreed, as it was entered";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Child child = register.childOf(task.reference());
        Plan plan = register.plan(child.id());
        List<Held> standing = plan.entries().stream()
                .filter(held -> held.number() > 0 && !(held.item() instanceof PlanItem.Ended))
                .toList();
        List<Held> unconfirmed = plan.entries().stream()
                .filter(held -> held.standing() == Standing.NOT_CONFIRMED)
                .toList();
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("legalStatus", child.legalStatus().words());
        shown.put("differs", differs(child, task));
        shown.put("people", form.people(child.id()));
        shown.put("times", TermsForm.TIMES);
        shown.put("standing", options(child, standing));
        shown.put("standingToo", options(child, standing));
        shown.put("unconfirmed", options(child, unconfirmed));
        shown.put("nothingToConfirm", unconfirmed.isEmpty());
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String kind = answers.one("kind").orElseThrow();
        if (kind.equals(NOTHING)) {
            return Map.of(KeepPlan.CHANGED, false, KeepPlan.TO_CHECK, false);
        }
        if (kind.equals(ASK)) {
            return Map.of(KeepPlan.CHANGED, true, KeepPlan.TO_CHECK, false);
        }
        String by = task.person().orElseThrow();
        Child child = register.childOf(task.reference());
        int number = register.enter(child.id(), form.read(child.id(), kind, answers, by), by);
        boolean toCheck = register.isToBeChecked(child.id(), number);
        return Map.of(KeepPlan.CHANGED, true, KeepPlan.TO_CHECK, toCheck, KeepPlan.ENTRY, number);
    }

    /** What whoever compared the last one with its document wrote; empty on the first turn. */
    private String differs(Child child, OpenTask task) {
        return task.variables().get(KeepPlan.ENTRY) instanceof Integer number
                ? register.differs(child.id(), number).map(AsTyped::inText).orElse("")
                : "";
    }

    private List<Map<String, String>> options(Child child, List<Held> entries) {
        return entries.stream()
                .map(held -> Map.of(
                        "value",
                        String.valueOf(held.number()),
                        "label",
                        held.number() + ". " + words.line(child.id(), held.item())))
                .toList();
    }
}
