package org.safecontact.access.process;

import static org.safecontact.access.process.HouseGrants.WORKERS;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;

/**
 * The lists that people find in Tasklist (practice notes, section 5). What each person sees in them is narrowed by
 * person and case anyway; a list only sorts and divides. Names and queries are ours and put back at every start.
 */
@Component
class PreparedFilters {

    private static final Set<Role> CARERS = EnumSet.of(Role.CARER, Role.CHILDS_SOCIAL_WORKER);

    /** HIGH and IMMEDIATE. */
    private static final int URGENT = 2;

    private static final String NOW = "${now()}";
    private static final String TILL_TOMORROW_MORNING = "${dateTime().plusHours(18)}";

    private static final String KEY = "safeContact";

    private final FilterService filters;
    private final TaskService tasks;

    PreparedFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    private record Prepared(String key, String name, String description, Set<Role> roles, TaskQuery query) {}

    /**
     * Puts the prepared lists in place and removes what is no longer one.
     *
     * @return the filters' ids and the roles that see each
     */
    Map<String, Set<Role>> provide() {
        Map<String, Filter> present = new HashMap<>();
        for (Filter filter :
                filters.createFilterQuery().filterResourceType(EntityTypes.TASK).list()) {
            Object key = filter.getProperties() == null
                    ? null
                    : filter.getProperties().get(KEY);
            if (key == null || present.putIfAbsent(key.toString(), filter) != null) {
                filters.deleteFilter(filter.getId());
            }
        }
        Map<String, Set<Role>> visible = new LinkedHashMap<>();
        int order = 0;
        for (Prepared prepared : all()) {
            Filter filter = present.remove(prepared.key());
            visible.put(save(filter, prepared, order), prepared.roles());
            order += 10;
        }
        present.values().forEach(gone -> filters.deleteFilter(gone.getId()));
        return visible;
    }

    private String save(Filter present, Prepared prepared, int order) {
        Filter filter = present == null ? filters.newTaskFilter() : present;
        filter.setName(prepared.name());
        filter.setQuery(prepared.query());
        Map<String, Object> properties = new HashMap<>();
        properties.put(KEY, prepared.key());
        properties.put("description", prepared.description());
        properties.put("priority", order);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        filter.setProperties(properties);
        return filters.saveFilter(filter).getId();
    }

    private List<Prepared> all() {
        return List.of(
                new Prepared(
                        "carer.now",
                        "To do now",
                        "For today and tomorrow morning",
                        CARERS,
                        byDue(open().dueBeforeExpression(TILL_TOMORROW_MORNING)
                                .followUpBeforeOrNotExistentExpression(NOW))),
                new Prepared(
                        "carer.later",
                        "For later",
                        "Nothing to hurry about",
                        CARERS,
                        // what waits for the morning too, so that nothing is ever in neither list
                        byDue(open().or()
                                .dueAfterExpression(TILL_TOMORROW_MORNING)
                                .followUpAfterExpression(NOW)
                                .endOr())),
                new Prepared(
                        "worker.mine",
                        "Mine",
                        "What you have taken",
                        WORKERS,
                        byDue(open().taskAssigneeExpression("${currentUser()}"))),
                new Prepared(
                        "worker.waiting",
                        "Waiting for somebody",
                        "Nobody has taken these yet",
                        WORKERS,
                        byDue(open().taskUnassigned())),
                new Prepared(
                        "worker.late",
                        "Late",
                        "These should be done by now",
                        WORKERS,
                        // what workers were asked to do: nobody sees a carer as overdue (practice notes, section 3)
                        byDue(exceptOfCarers(ToDos.OF_CARERS, open().dueBeforeExpression(NOW)))),
                new Prepared(
                        "worker.urgent",
                        "Urgent",
                        "Somebody may be in danger",
                        WORKERS,
                        // nobody reads for a carer: it would only stand above what waits for somebody
                        exceptOfCarers(ToDos.OF_ONE_READER, open().taskMinPriority(URGENT))
                                .orderByTaskPriority()
                                .desc()
                                .orderByDueDate()
                                .asc()));
    }

    /** Without those of these that carers have or are asked to do. */
    private static TaskQuery exceptOfCarers(List<String> keys, TaskQuery query) {
        return query.or()
                .taskDefinitionKeyNotIn(keys.toArray(String[]::new))
                .taskVariableValueEquals(WorkersInstead.WORKERS_INSTEAD, true)
                .endOr();
    }

    private TaskQuery open() {
        return tasks.createTaskQuery().active();
    }

    private static TaskQuery byDue(TaskQuery query) {
        return query.orderByDueDate().asc().orderByTaskPriority().desc();
    }
}
