package org.safecontact.engine.form;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.safecontact.engine.AsAsked;
import org.safecontact.engine.OpenTask;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** The order of the form that was deployed with the diagram of a to-do. */
@Component
class FormOrder implements AsAsked {

    private final FormsOfDeployments forms;

    FormOrder(FormsOfDeployments forms) {
        this.forms = forms;
    }

    @Override
    public List<Statement> inOrder(OpenTask task, String form, List<Statement> said) {
        CommandContext context = Context.getCommandContext();
        String deployment = context.getExecutionManager()
                .findExecutionById(task.executionId())
                .getProcessDefinition()
                .getDeploymentId();
        List<String> asked = forms.find(context, deployment, form).fields().stream()
                .map(RecordEntries::question)
                .toList();
        return said.stream()
                .sorted(Comparator.comparingInt(statement -> place(asked, statement)))
                .toList();
    }

    private static int place(List<String> asked, Statement said) {
        int place = asked.indexOf(said.question());
        return place < 0 ? asked.size() : place;
    }
}
