package org.safecontact.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.safecontact.access.CaseFiles;
import org.springframework.boot.test.context.TestComponent;

/** A case that waits at one form of the product's. */
@TestComponent
public class FormProcess {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final CaseFiles files;
    private final ExpressionProbe probe;

    FormProcess(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            CaseFiles files,
            ExpressionProbe probe) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.files = files;
        this.probe = probe;
    }

    public Task open(String formId, String form) {
        String key = "with-" + formId;
        repository
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask(LeakWork.TASK)
                                .name(formId)
                                .camundaCandidateGroups("dutySocialWorker")
                                .camundaFormRef(formId)
                                .camundaFormRefBinding("deployment")
                                .endEvent()
                                .done())
                .addString("forms/" + formId + ".form", form)
                .deploy();
        return again(formId);
    }

    /** The same form in a further case. */
    public Task again(String formId) {
        String instance =
                runtime.startProcessInstanceByKey("with-" + formId, newCase()).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    /** A job that will fail with this word in the message of its error. */
    public String failingJob(String word) {
        probe.fails = true;
        probe.says = word;
        repository
                .createDeployment()
                .addModelInstance(
                        "fails-with-words.bpmn",
                        Bpmn.createExecutableProcess("fails-with-words")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("fails")
                                .camundaAsyncBefore()
                                .camundaExpression("${expressionProbe.ask()}")
                                .endEvent()
                                .done())
                .deploy();
        String instance =
                runtime.startProcessInstanceByKey("fails-with-words", newCase()).getId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String newCase() {
        String reference = "TST-2026-7%05d".formatted(NUMBER.incrementAndGet());
        files.open(reference, "carer1", "H1");
        return reference;
    }
}
