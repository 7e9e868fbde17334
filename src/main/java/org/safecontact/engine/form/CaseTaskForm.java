package org.safecontact.engine.form;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The form handler of every user task. The stock handler makes a process variable of everything that is sent, and
 * history copies it at once; this one hands the answers to the product and lets nothing of them through.
 */
final class CaseTaskForm implements TaskFormHandler {

    private final TaskFormHandler stock;
    private final CaseFormWork work;
    private final String deploymentId;

    CaseTaskForm(TaskFormHandler stock, CaseFormWork work, String deploymentId) {
        this.stock = stock;
        this.work = work;
        this.deploymentId = deploymentId;
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        stock.parseConfiguration(element, deployment, definition, parse);
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormData form = stock.createTaskForm(task);
        work.addWhatIsShown(form, task);
        return form;
    }

    @Override
    public void submitFormVariables(VariableMap sent, VariableScope scope) {
        work.submit(sent, (TaskEntity) scope, deploymentId);
    }
}
