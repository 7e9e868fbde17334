package org.safecontact.access.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.safecontact.access.CaseFiles;

/**
 * Every process instance that carries a case's reference as its business key belongs to that case, called ones too.
 * Noted when it starts, and again before its first task opens, because a report gets its reference only while starting.
 */
class CaseBelonging extends AbstractBpmnParseListener {

    private final CaseFiles files;

    CaseBelonging(CaseFiles files) {
        this.files = files;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::note);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(
                        TaskListener.EVENTNAME_CREATE, (DelegateTask task) -> note(task.getExecution()));
    }

    private void note(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            files.belongs(execution.getProcessInstanceId(), execution.getProcessBusinessKey());
        }
    }
}
