package org.safecontact.plan.process;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.safecontact.agency.Child;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Plan;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanPeople;
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

    /** Times of the day to choose from: nobody has to know how a time is typed. House default. */
    private static final List<String> TIMES = IntStream.range(0, 24 * 12)
            .mapToObj(fives -> LocalTime.MIDNIGHT.plusMinutes(5L * fives).toString())
            .toList();

    private final PlanRegister register;
    private final PlanPeople people;
    private final PlanWords words;
    private final EntryForm form;

    EnterPlan(PlanRegister register, PlanPeople people, PlanWords words, EntryForm form) {
        this.register = register;
        this.people = people;
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
        shown.put("people", choosable(child));
        shown.put("times", TIMES);
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

    private List<Map<String, String>> choosable(Child child) {
        Map<String, String> options = new LinkedHashMap<>();
        people.of(child.id()).forEach(person -> options.put(person.id(), person.label()));
        options.put(EntryForm.NEW_PERSON, "Somebody who is not on this list");
        return options.entrySet().stream()
                .map(option -> Map.of("value", option.getKey(), "label", option.getValue()))
                .toList();
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
