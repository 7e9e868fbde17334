package org.safecontact.breach.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.incident.carer.AlsoForTheCarer;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** Where it stands with what got out, and what was agreed about it on the telephone (practice, section 3: always on screen). */
@Component
class WhatTheCarerReads implements AlsoForTheCarer {

    /** Questions of the forms, as they stand in the record. */
    private static final String SAFE = "Is it safe for everybody to stay at home tonight?";

    private static final String TEACHER = "Which designated teacher knows it now?";
    private static final String AGREED = "What did you agree? Doors, ways to school, who rings whom and when, police";

    private static final Map<String, String> WAITS = waits();

    private final TaskService tasks;
    private final CaseRecord record;
    private final CurrentPerson person;

    WhatTheCarerReads(TaskService tasks, CaseRecord record, CurrentPerson person) {
        this.tasks = tasks;
        this.record = record;
        this.person = person;
    }

    @Override
    public List<String> lines(String reference) {
        List<String> lines = new ArrayList<>();
        Map<String, String> said = lastSaid(reference);
        Set<String> open = open(reference);
        boolean toRing = open.contains(ToDos.CHECK_ADDRESS_SAFETY) || open.contains(ToDos.CHECK_AGAIN);
        // Whoever rang last and found that everybody can stay needs nothing agreed any more.
        if ("Yes".equals(said.get(SAFE)) && !toRing) {
            lines.add("We rang about what got out: everybody can stay at home.");
        } else if (said.containsKey(AGREED)) {
            lines.add("Agreed about what got out: " + said.get(AGREED).strip());
        }
        if (said.containsKey(TEACHER) && !open.contains(ToDos.TELL_SCHOOL)) {
            lines.add("The school knows of it.");
        }
        WAITS.entrySet().stream()
                .filter(waits -> open.contains(waits.getKey()))
                .map(Map.Entry::getValue)
                .forEach(lines::add);
        return lines;
    }

    private Set<String> open(String reference) {
        return person
                .asTheHouse(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .list())
                .stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toSet());
    }

    /** The newest answers to questions of the forms. */
    private Map<String, String> lastSaid(String reference) {
        return record.entries(reference).stream()
                .flatMap(entry -> entry.statements().stream())
                .filter(statement -> Set.of(AGREED, SAFE, TEACHER).contains(statement.question()))
                .collect(Collectors.toMap(Statement::question, Statement::answer, (earlier, later) -> later));
    }

    /** In the order of the diagram. */
    private static Map<String, String> waits() {
        Map<String, String> waits = new LinkedHashMap<>();
        waits.put(
                ToDos.CHECK_ADDRESS_SAFETY,
                "Somebody rings you about what got out. Until then leave it where it is, and look at nobody's page.");
        waits.put(ToDos.CHECK_AGAIN, "We ring you again, until it is safe for everybody to stay at home.");
        waits.put(ToDos.TELL_SCHOOL, "The child's social worker tells the school: you need not ring it.");
        waits.put(ToDos.AGREE_TAKEDOWN, "Please leave it where it is: we say here when it can be taken down.");
        waits.put(
                ToDos.MAKE_PRIVATE,
                "What got out: there is something to do together with the child. Whoever reported it has it on their"
                        + " list.");
        waits.put(ConfidentialityBreach.HAVE_TAKEN_DOWN, "We ask for what others can still see to be taken down.");
        return waits;
    }
}
