package org.safecontact.incident.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.access.Relation;
import org.safecontact.access.Relations;
import org.safecontact.access.ToDos;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Handing;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.record.TypedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A to-do that is open on somebody's screen, and the other hands that it can go into. */
@Service
public class OtherHands {

    private final TaskService tasks;
    private final ToDosInSight inSight;
    private final WhoElseCanDoIt who;
    private final Relations relations;
    private final CaseTasks open;
    private final CurrentPerson person;
    private final Incidents incidents;
    private final UnsentReports unsent;
    private final Handing handing;
    private final OpenToMore more;

    OtherHands(
            TaskService tasks,
            ToDosInSight inSight,
            WhoElseCanDoIt who,
            Relations relations,
            CaseTasks open,
            CurrentPerson person,
            Incidents incidents,
            UnsentReports unsent,
            Handing handing,
            OpenToMore more) {
        this.tasks = tasks;
        this.inSight = inSight;
        this.who = who;
        this.relations = relations;
        this.open = open;
        this.person = person;
        this.incidents = incidents;
        this.unsent = unsent;
        this.handing = handing;
        this.more = more;
    }

    /**
     * @param reference the case
     * @param report whether the to-do is the report itself
     * @param actions what this person may do with the to-do: {@code giveBack}, {@code handOver}, {@code takeOver}, {@code closeUnsent}
     * @param people to whom it can be handed over, by id: name and what they do
     */
    public record Possible(String reference, boolean report, List<String> actions, Map<String, String> people) {}

    /** @throws NotYours when the person may not see this to-do */
    public Possible possible(String taskId, String personId) {
        OpenToDo todo = inSight.open(taskId, personId);
        List<String> actions = new ArrayList<>();
        if (mayGiveBack(todo, personId)) {
            actions.add("giveBack");
        }
        Map<String, String> people = todo.own(personId) && !todo.isReport() ? who.others(todo, personId) : Map.of();
        if (!people.isEmpty()) {
            actions.add("handOver");
        }
        if (mayTakeOver(todo, personId)) {
            actions.add("takeOver");
        }
        if (todo.isReport() && todo.own(personId) && mayClose(todo.reference())) {
            actions.add("closeUnsent");
        }
        return new Possible(todo.reference(), todo.isReport(), actions, people);
    }

    /** Gives it back to everybody who was asked, with a reason; where only this person was, everybody else who can do it is asked at once. */
    @Transactional
    public void giveBack(String taskId, String personId, String why) {
        OpenToDo todo = inSight.open(taskId, personId);
        if (!mayGiveBack(todo, personId)) {
            throw new NotAllowed("You cannot give this back.");
        }
        person.asTheHouse(() -> {
            handing.givenBack(todo.reference(), personId, todo.task().getName(), open.takenAt(todo.task()), why);
            if (!todo.asked()) {
                more.policeGivenBack(todo.reference(), todo.task(), who.ringInstead(todo, personId));
            }
            tasks.setAssignee(taskId, null);
            if (ToDos.RING_CARER.equals(todo.task().getTaskDefinitionKey())) {
                more.nobodyRang(todo.reference(), todo.task().getProcessInstanceId());
            }
        });
    }

    /** Hands it over to somebody who may do it, by name, with what they should know. */
    @Transactional
    public void handOver(String taskId, String personId, String to, String why) {
        OpenToDo todo = inSight.open(taskId, personId);
        if (!todo.own(personId) || todo.isReport()) {
            throw new NotAllowed("You cannot hand this over.");
        }
        Map<String, String> refused = new LinkedHashMap<>();
        if (!who.others(todo, personId).containsKey(to)) {
            refused.put("to", "Please choose who takes it.");
        }
        if (TypedText.clean(why).isEmpty()) {
            refused.put("reason", "Please write what they should know: what is done, and what is still to do.");
        }
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        handing.handedOver(todo.reference(), personId, to, todo.task().getName(), why, todo.due());
        person.asTheHouse(() -> tasks.setAssignee(taskId, to));
    }

    /** Takes it over from whoever has it, with a reason: nothing waits for somebody who sleeps. */
    @Transactional
    public void takeOver(String taskId, String personId, String why) {
        OpenToDo todo = inSight.open(taskId, personId);
        if (!mayTakeOver(todo, personId)) {
            throw new NotAllowed("You cannot take this over.");
        }
        handing.takenOver(
                todo.reference(),
                personId,
                Optional.of(todo.task().getAssignee()),
                todo.task().getName(),
                why);
        person.asTheHouse(() -> tasks.setAssignee(taskId, personId));
    }

    private boolean mayGiveBack(OpenToDo todo, String personId) {
        return todo.own(personId)
                && (todo.asked() || !who.ringInstead(todo, personId).isEmpty());
    }

    /**
     * Somebody else's: whoever answers for the service, and duty what is urgent; never what is not theirs to do, nor what a second person has to do
     * after oneself.
     */
    private boolean mayTakeOver(OpenToDo todo, String personId) {
        String holder = todo.task().getAssignee();
        boolean somebodyElses = holder != null && !todo.own(personId) && !todo.isReport();
        boolean second = todo.caseTask().first().filter(personId::equals).isPresent();
        Relation relation = relations.of(personId);
        boolean may = relation == Relation.SERVICE
                || relation == Relation.DUTY_NOW && todo.task().getPriority() >= RiskLevel.HIGH.urgency();
        return somebodyElses && !second && may && who.mayTake(todo, holder, personId);
    }

    private boolean mayClose(String reference) {
        return incidents.find(reference).filter(unsent::mayClose).isPresent();
    }
}
