package org.safecontact.engine.form;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.NewEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes a form from a person to the record and to its area, in one transaction, past the engine's variables. */
@Component
class CaseFormWork {

    /** Stands above the first question of every form (contract, 5.4). */
    private static final String DUTY_TELEPHONE = "dutyTelephone";

    private final UserTaskWorks works;
    private final FormsOfDeployments forms;
    private final FormCheck check;
    private final OpenTasks tasks;
    private final RecordEntries entries;
    private final ObjectProvider<CaseRecord> record;
    private final Agency agency;
    private final Clock clock;

    CaseFormWork(
            UserTaskWorks works,
            FormsOfDeployments forms,
            FormCheck check,
            OpenTasks tasks,
            RecordEntries entries,
            ObjectProvider<CaseRecord> record,
            Agency agency,
            Clock clock) {
        this.works = works;
        this.forms = forms;
        this.check = check;
        this.tasks = tasks;
        this.entries = entries;
        this.record = record;
        this.agency = agency;
        this.clock = clock;
    }

    /** Adds the data that the area shows as form fields; as variables they would be stored. */
    void addWhatIsShown(TaskFormData form, TaskEntity task) {
        // Only when somebody opens the form: the engine builds the same data to look up the form's name.
        if (!(Context.getCommandInvocationContext().getCommand() instanceof GetTaskFormVariablesCmd)) {
            return;
        }
        Map<String, Object> shown =
                new LinkedHashMap<>(works.of(task.getTaskDefinitionKey()).show(tasks.of(task)));
        shown.put(DUTY_TELEPHONE, agency.dutyTelephone(clock.instant()));
        shown.forEach((key, value) -> {
            FormFieldImpl field = new FormFieldImpl();
            field.setId(key);
            field.setValue(ShownValue.of(value));
            form.getFormFields().add(field);
        });
        OnlyWhatIsShown.remember(shown.keySet());
    }

    /**
     * Checks, records and hands over one submission.
     *
     * @throws org.safecontact.engine.FormRefused when it cannot be taken; nothing is stored then
     */
    void submit(VariableMap sent, TaskEntity task, String deploymentId) {
        UserTaskWork work = works.of(task.getTaskDefinitionKey());
        OpenTask open = tasks.of(task);
        Form form = forms.find(Context.getCommandContext(), deploymentId, formKey(task));
        Map<String, Object> shown = work.show(open);
        Answers answers = check.check(form, sent, shown);
        for (NewEntry entry : entries.of(work.recordedAs(), form, answers, shown, tasks.author(task))) {
            record.getObject().append(open.reference(), entry);
        }
        Map<String, Object> kept = work.done(open, answers);
        NothingTyped.requireIn(kept, form, answers, task.getTaskDefinitionKey());
        task.setVariables(kept);
    }

    private static String formKey(TaskEntity task) {
        Object key = task.getTaskDefinition().getCamundaFormDefinitionKey().getValue(task);
        return String.valueOf(key);
    }
}
