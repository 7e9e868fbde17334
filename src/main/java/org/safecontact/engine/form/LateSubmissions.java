package org.safecontact.engine.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AlreadySent;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.Draft;
import org.safecontact.engine.Drafts;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.NewEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What becomes of answers to something that somebody else has just done, and what the person is told. */
@Component
public class LateSubmissions {

    private static final String OVER =
            "This case is closed, so nobody acts on what you sent now. If there is something new, please start a new report, or ring duty."
                    + " In danger: 999.";

    private static final String STILL_HERE = " What you typed is still here for you to copy.";

    private static final String NOT_ALL =
            " What you chose from a list may be missing there: it is still here for you to copy.";

    private static final String STANDS_IN_THE_NEXT =
            "This has moved on while you were writing. What you typed is not lost:"
                    + " when \"%s\" is on your list again, open it there, and everything stands in it. It is kept for a day, and it is"
                    + " still here for you to copy.";

    private static final String SENT_TWICE =
            "You have sent this before, with other answers. What you sent now is on record beside it, under your"
                    + " name. If somebody should act on it now, say so with \"I'm more worried now\", or ring duty. If it is about another"
                    + " child, or there was contact again, please start a new report.";

    /** Heading of what is kept for the person; what they were late for follows. */
    private static final String SECOND = "Answer that came second: ";

    private final UserTaskWorks works;
    private final FormsOfDeployments forms;
    private final FormCheck check;
    private final RecordEntries entries;
    private final OpenTasks tasks;
    private final CurrentPerson person;
    private final ObjectProvider<CaseAccess> access;
    private final ObjectProvider<CaseTasks> caseTasks;
    private final ObjectProvider<CaseFiles> files;
    private final ObjectProvider<CaseRecord> record;
    private final ObjectProvider<Drafts> drafts;
    private final ObjectProvider<Agency> agency;
    private final ObjectProvider<HumanTime> times;

    LateSubmissions(
            UserTaskWorks works,
            FormsOfDeployments forms,
            FormCheck check,
            RecordEntries entries,
            OpenTasks tasks,
            CurrentPerson person,
            ObjectProvider<CaseAccess> access,
            ObjectProvider<CaseTasks> caseTasks,
            ObjectProvider<CaseFiles> files,
            ObjectProvider<CaseRecord> record,
            ObjectProvider<Drafts> drafts,
            ObjectProvider<Agency> agency,
            ObjectProvider<HumanTime> times) {
        this.works = works;
        this.forms = forms;
        this.check = check;
        this.entries = entries;
        this.tasks = tasks;
        this.person = person;
        this.access = access;
        this.caseTasks = caseTasks;
        this.files = files;
        this.record = record;
        this.drafts = drafts;
        this.agency = agency;
        this.times = times;
    }

    /** @return what to tell the person; whose it never was, by name or by what they do for that child, learns nothing about it */
    SomebodyWasFaster keep(CommandContext context, String taskId, Map<String, Object> sent) {
        return context.runWithoutAuthorization(() -> closed(context, taskId)
                .map(task -> keep(context, task, sent))
                .orElseGet(() -> new SomebodyWasFaster(SomebodyWasFaster.GONE)));
    }

    private SomebodyWasFaster keep(CommandContext context, ClosedTask task, Map<String, Object> sent) {
        record.getObject().takeTurn(task.reference());
        UserTaskWork work = works.of(task.key());
        boolean over = files.getObject()
                        .find(task.reference())
                        .filter(file -> file.closedAt().isPresent() && !file.noCase())
                        .isPresent()
                && !work.goesOn(task);
        Form form = form(context, task);
        Answers answers = check.readable(form, Variables.fromMap(sent), work.offersTo(task));
        if (task.doneBy().filter(task.person()::equals).isPresent()) {
            return sentTwice(work, form, task, answers, sent, over);
        }
        if (over) {
            return new SomebodyWasFaster(OVER + STILL_HERE);
        }
        Optional<String> kept = work.tooLate(task, answers);
        if (kept.isPresent() && !drafts.getObject().arrived(task.id(), task.person(), sent)) {
            taken(work, form, task, answers, sent);
        }
        return new SomebodyWasFaster(
                kept.map(then -> whoWasFaster(task) + " " + then + (isWhole(form, answers, sent) ? "" : NOT_ALL))
                        .orElseGet(() -> standsInTheNext(context, task, answers)));
    }

    /** Whether all that was answered could be read: what was offered to them then is not always known any more. */
    private static boolean isWhole(Form form, Answers answers, Map<String, Object> sent) {
        return form.fields().stream()
                .map(Field::key)
                .filter(key -> !isEmpty(sent.get(key)))
                .allMatch(answers.values()::containsKey);
    }

    private static boolean isEmpty(Object sent) {
        return sent == null || sent.equals("") || sent instanceof Collection<?> list && list.isEmpty();
    }

    private String whoWasFaster(ClosedTask task) {
        return task.doneBy()
                .map(id -> "%s has already done this, %s."
                        .formatted(
                                agency.getObject().nameOf(id), times.getObject().at(task.overAt())))
                .orElse(SomebodyWasFaster.GONE);
    }

    /** Another window of the same person: the same answers arrived before, other ones are kept too. */
    private SomebodyWasFaster sentTwice(
            UserTaskWork work, Form form, ClosedTask task, Answers answers, Map<String, Object> sent, boolean over) {
        if (!drafts.getObject().differs(task.id(), task.person(), sent)) {
            return new AlreadySent();
        }
        if (over) {
            return new SomebodyWasFaster(OVER + STILL_HERE);
        }
        taken(work, form, task, answers, sent);
        return new SomebodyWasFaster(SENT_TWICE);
    }

    /** On record beside what was taken before, and acted on. */
    private void taken(UserTaskWork work, Form form, ClosedTask task, Answers answers, Map<String, Object> sent) {
        for (NewEntry entry : entries.of(
                SECOND + work.recordedAs(), form, answers, work.offersTo(task), tasks.author(task.person()))) {
            record.getObject().append(task.reference(), entry);
        }
        work.saidToo(task, answers);
        drafts.getObject().sent(task.id(), task.person(), sent);
    }

    /** What was typed and kept before, and what is not readable for the record, stays in it. */
    private String standsInTheNext(CommandContext context, ClosedTask task, Answers answers) {
        Map<String, Object> typed = new LinkedHashMap<>(drafts.getObject()
                .of(task.id(), task.person())
                .map(Draft::answers)
                .orElse(Map.of()));
        typed.putAll(answers.values());
        drafts.getObject().keep(task.id(), task.person(), typed);
        return STANDS_IN_THE_NEXT.formatted(context.getHistoricTaskInstanceManager()
                .findHistoricTaskInstanceById(task.id())
                .getName());
    }

    private Optional<ClosedTask> closed(CommandContext context, String taskId) {
        HistoricTaskInstanceEntity task =
                context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        if (task == null || task.getEndTime() == null || person.id().isEmpty()) {
            return Optional.empty();
        }
        String reader = person.id().get();
        Optional<String> doneBy = doneBy(context, taskId);
        return files.getObject()
                .referenceOf(task.getProcessInstanceId())
                .filter(reference -> doneBy.filter(reader::equals).isPresent()
                        || access.getObject()
                                .mayWork(reader, caseTasks.getObject().asItWasOffered(taskId, reference)))
                .map(reference -> new ClosedTask(
                        taskId,
                        task.getTaskDefinitionKey(),
                        task.getProcessInstanceId(),
                        reference,
                        task.getStartTime().toInstant(),
                        task.getEndTime().toInstant(),
                        reader,
                        doneBy));
    }

    private static Optional<String> doneBy(CommandContext context, String taskId) {
        var completed = new UserOperationLogQueryImpl();
        completed.taskId(taskId).operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE);
        return context.getOperationLogManager().findOperationLogEntriesByQueryCriteria(completed, null).stream()
                .map(UserOperationLogEntry::getUserId)
                .filter(user -> user != null)
                .findFirst();
    }

    private Form form(CommandContext context, ClosedTask task) {
        HistoricTaskInstanceEntity closed =
                context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(task.id());
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(closed.getProcessDefinitionId());
        TaskDefinition known = definition.getTaskDefinitions().get(task.key());
        return forms.find(
                context,
                definition.getDeploymentId(),
                known.getCamundaFormDefinitionKey().getExpressionText());
    }
}
