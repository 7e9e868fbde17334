package org.safecontact.engine.form;

import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts our form handler around that of every user task of every diagram. */
@Component
class TaskFormParseListener extends AbstractBpmnParseListener {

    private final CaseFormWork caseForms;
    private final UserTaskWorks works;

    TaskFormParseListener(CaseFormWork caseForms, UserTaskWorks works) {
        this.caseForms = caseForms;
        this.works = works;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var definition = (ProcessDefinitionEntity) activity.getProcessDefinition();
        works.seen(task.getKey());
        TaskFormHandler ours = new CaseTaskForm(task.getTaskFormHandler(), caseForms, definition.getDeploymentId());
        // The engine's own wrapper switches its permission checks off while product code runs.
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setId(definition.getDeploymentId());
        task.setTaskFormHandler(new DelegateTaskFormHandler(ours, deployment));
    }
}
