package org.safecontact.access.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.safecontact.access.TwoPeople;

/**
 * Keeps with a to-do by which a second person agrees who was the first, so that the engine's list can leave it out for that person. Whether
 * somebody may take it is asked afresh, of {@link TwoPeople}.
 */
class FirstPersonKept extends AbstractBpmnParseListener {

    private final TwoPeople two;

    FirstPersonKept(TwoPeople two) {
        this.two = two;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) this::keep);
    }

    private void keep(DelegateTask task) {
        String reference = task.getExecution().getProcessBusinessKey();
        if (reference != null) {
            two.first(task.getTaskDefinitionKey(), reference, task::getVariables)
                    .ifPresent(first -> task.addUserIdentityLink(first, TwoPeople.DECIDED_FIRST));
        }
    }
}
