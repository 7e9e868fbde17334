package org.safecontact.engine.form;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AskedAnew;
import org.safecontact.engine.Draft;
import org.safecontact.engine.Drafts;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.ToDoDone;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.engine.WrittenBefore;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a form from a person to the record and to its area, in one transaction, past the engine's variables. */
@Component
class CaseFormWork {

    /** Tells the screen since when the draft that it shows is kept; an instant in UTC. */
    private static final String DRAFT_KEPT_AT = "draftKeptAt";
    /** Stands above the first question of every form (contract, 5.4). */
    private static final String DUTY_TELEPHONE = "dutyTelephone";

    private final UserTaskWorks works;
    private final FormsOfDeployments forms;
    private final FormCheck check;
    private final OpenTasks tasks;
    private final RecordEntries entries;
    private final CurrentPerson person;
    private final ObjectProvider<CaseRecord> record;
    private final ObjectProvider<Drafts> drafts;
    private final ObjectProvider<WrittenBefore> written;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseFormWork(
            UserTaskWorks works,
            FormsOfDeployments forms,
            FormCheck check,
            OpenTasks tasks,
            RecordEntries entries,
            CurrentPerson person,
            ObjectProvider<CaseRecord> record,
            ObjectProvider<Drafts> drafts,
            ObjectProvider<WrittenBefore> written,
            Agency agency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.works = works;
        this.forms = forms;
        this.check = check;
        this.tasks = tasks;
        this.entries = entries;
        this.person = person;
        this.record = record;
        this.drafts = drafts;
        this.written = written;
        this.agency = agency;
        this.events = events;
        this.clock = clock;
    }

    /** Adds the data that the area shows as form fields; as variables they would be stored. */
    void addWhatIsShown(TaskFormData form, TaskEntity task) {
        // Only when somebody opens the form: the engine builds the same data to look up the form's name.
        if (!(Context.getCommandInvocationContext().getCommand() instanceof GetTaskFormVariablesCmd)) {
            return;
        }
        OpenTask open = tasks.of(task);
        UserTaskWork work = works.of(task.getTaskDefinitionKey());
        Map<String, Object> shown = new LinkedHashMap<>(work.show(open));
        written.stream().forEach(before -> shown.putAll(before.shown(open)));
        shown.put(DUTY_TELEPHONE, agency.dutyTelephone(clock.instant()));
        addWhatWasAnswered(shown, work.answeredBefore(open), task);
        work.asOpened(open, shown, addDraft(shown, task));
        shown.forEach((key, value) -> {
            FormFieldImpl field = new FormFieldImpl();
            field.setId(key);
            field.setValue(ShownValue.of(value));
            form.getFormFields().add(field);
        });
        OnlyWhatIsShown.remember(shown.keySet());
    }

    private void addWhatWasAnswered(Map<String, Object> shown, List<Statement> before, TaskEntity task) {
        if (!before.isEmpty()) {
            shown.putAll(entries.answers(form(task, task.getProcessDefinition().getDeploymentId()), before, shown));
        }
    }

    /** What the person typed before stands in the form again, in front of what the area would have filled in. */
    private boolean addDraft(Map<String, Object> shown, TaskEntity task) {
        Optional<Draft> draft = person.id().flatMap(id -> draft(task, id));
        if (draft.isEmpty()) {
            return false;
        }
        Map<String, Field> fields =
                form(task, task.getProcessDefinition().getDeploymentId()).byKey();
        draft.get().answers().forEach((key, answer) -> {
            if (fields.containsKey(key) && !fields.get(key).locked()) {
                shown.put(key, answer);
            }
        });
        shown.put(DRAFT_KEPT_AT, draft.get().keptAt().toString());
        return true;
    }

    private Optional<Draft> draft(TaskEntity task, String personId) {
        Drafts kept = drafts.getObject();
        Optional<Draft> own = kept.of(task.getId(), personId);
        AskedAnew anew = works.of(task.getTaskDefinitionKey()).askedAnew();
        if (own.isPresent() || anew == AskedAnew.NOWHERE) {
            return own;
        }
        return tasks.goneBefore(task, anew).stream()
                .filter(gone -> kept.of(gone, personId).isPresent())
                .findFirst()
                .flatMap(gone -> {
                    kept.move(gone, task.getId(), personId);
                    return kept.of(task.getId(), personId);
                });
    }

    /**
     * Checks, records and hands over one submission.
     *
     * @throws org.safecontact.engine.FormRefused when it cannot be taken; nothing is stored then
     */
    void submit(VariableMap sent, TaskEntity task, String deploymentId) {
        UserTaskWork work = works.of(task.getTaskDefinitionKey());
        OpenTask open = tasks.of(task);
        Form form = form(task, deploymentId);
        Map<String, Object> shown = work.show(open);
        Answers answers = check.check(form, sent, shown);
        for (NewEntry entry : entries.of(work.recordedAs(), form, answers, shown, tasks.author(task))) {
            record.getObject().append(open.reference(), entry);
        }
        Map<String, Object> kept = work.done(open, answers);
        NothingTyped.requireIn(kept, form, answers, task.getTaskDefinitionKey());
        task.setVariables(kept);
        events.publishEvent(new ToDoDone(
                open.reference(),
                open.key(),
                open.name(),
                work.recordedAs(),
                open.by(),
                open.dueAt(),
                clock.instant()));
        person.id().ifPresent(id -> drafts.getObject().sent(task.getId(), id, sent));
    }

    private Form form(TaskEntity task, String deploymentId) {
        return forms.find(Context.getCommandContext(), deploymentId, formKey(task));
    }

    private static String formKey(TaskEntity task) {
        Object key = task.getTaskDefinition().getCamundaFormDefinitionKey().getValue(task);
        return String.valueOf(key);
    }
}
