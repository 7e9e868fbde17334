package org.safecontact.wellbeing.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.wellbeing.WhoHasIt;
import org.springframework.stereotype.Component;

/** The to-dos of a child's looks by their names, and the people who have them or may take them. */
@Component
class OpenLooks implements WhoHasIt {

    private final WellbeingPeople people;
    private final TaskService tasks;
    private final Agency agency;
    private final CurrentPerson person;

    OpenLooks(WellbeingPeople people, TaskService tasks, Agency agency, CurrentPerson person) {
        this.people = people;
        this.tasks = tasks;
        this.agency = agency;
        this.person = person;
    }

    @Override
    public Optional<String> look(String opened) {
        return toDo(opened, ToDos.OBSERVE_WELLBEING, Names.CALL_ABOUT_CHILD);
    }

    @Override
    public Optional<String> touchpoint(String opened) {
        return toDo(opened, ToDos.TOUCHPOINT);
    }

    private Optional<String> toDo(String opened, String... keys) {
        return person.asTheHouse(() ->
                tasks.createTaskQuery().processInstanceBusinessKey(opened).taskDefinitionKeyIn(keys).list().stream()
                        .findFirst()
                        .map(task -> "To do now: " + task.getName() + " (" + who(task, opened) + ")."));
    }

    private String who(Task task, String opened) {
        if (task.getAssignee() != null) {
            return agency.nameOf(task.getAssignee());
        }
        List<IdentityLink> offers = tasks.getIdentityLinksForTask(task.getId());
        Set<String> may = new LinkedHashSet<>();
        if (offers.stream().anyMatch(offer -> offer.getGroupId() != null)) {
            may.addAll(people.whoSupervises(opened));
        }
        offers.stream().map(IdentityLink::getUserId).filter(id -> id != null).forEach(may::add);
        return may.stream().map(agency::nameOf).collect(Collectors.joining(" or "));
    }
}
