package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Plan;
import org.safecontact.plan.PlanReaders;
import org.safecontact.plan.PlanReading;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.springframework.stereotype.Component;

/** A carer reads what is agreed and says so (policy, section 2: carers follow what is agreed). */
@Component
class ReadPlan implements UserTaskWork {

    private final PlanRegister register;
    private final PlanWords words;
    private final Agency agency;
    private final PlanReaders readers;

    ReadPlan(PlanRegister register, PlanWords words, Agency agency, PlanReaders readers) {
        this.readers = readers;
        this.register = register;
        this.words = words;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return ToDos.READ_PLAN;
    }

    @Override
    public String recordedAs() {
        return PlanReading.READ;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Child child = register.childOf(task.reference());
        Plan plan = register.plan(child.id());
        String mark = readers.mark(child.id(), task.by());
        String signs = readers.signs(child.id(), task.by());
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("versionWords", plan.version() > 0 ? ", version " + plan.version() : "");
        shown.put(
                "saferCareWords",
                signs.isEmpty()
                        ? ""
                        : " You sign the Safer Care Plan with it: [all its versions](/safe-contact/s/" + child.id()
                                + ").");
        shown.put("version", mark);
        String also = beside(child, task.by());
        String agreed = words.all(plan, child.id());
        shown.put("also", also);
        // Else it would read as if it belonged to what stands above it.
        shown.put("agreed", also.isEmpty() || agreed.isEmpty() ? agreed : "**What is agreed now**\n\n" + agreed);
        shown.put(
                "worker",
                agency.supervisingSocialWorkerOf(child.householdId())
                        .map(Person::name)
                        .orElse("your supervising social worker"));
        // Whoever read an older version while it changed, or what stands beside it, is not offered to have read the new
        // one.
        shown.put(
                "readIt",
                List.of(Map.of(
                        "value",
                        mark,
                        "label",
                        (plan.version() > 0 ? "I have read version " + plan.version() : "I have read it") + signs)));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        readers.acknowledge(
                register.childOf(task.reference()).id(),
                task.person().orElseThrow(),
                answers.one("read").orElseThrow());
        return Map.of();
    }

    private String beside(Child child, String reader) {
        return readers.beside(child.id(), reader).stream()
                .map(part -> "**" + part.heading() + "**\n\n"
                        + part.lines().stream()
                                .flatMap(line -> Stream.concat(Stream.of(line.words()), line.details().stream()))
                                .map(AsTyped::inText)
                                .collect(Collectors.joining("\n\n")))
                .collect(Collectors.joining("\n\n"));
    }
}
