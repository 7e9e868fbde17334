package org.safecontact.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.safecontact.access.CaseFiles;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;

/** A process of one user task with a form that holds every kind of field. */
@TestComponent
public class CheckEverything {

    static final String PROCESS = "check-everything";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CaseFiles caseFiles;

    CheckEverything(RepositoryService repository, RuntimeService runtime, TaskService tasks, CaseFiles caseFiles) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.caseFiles = caseFiles;
    }

    /** A new case that waits at the form, as the engine's own: nobody is logged in. */
    Task open() {
        deploy();
        String reference = "TST-2026-%06d".formatted(NUMBER.incrementAndGet());
        caseFiles.open(reference, "carer1", "H1");
        String instance = runtime.startProcessInstanceByKey(PROCESS, reference).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    boolean isOpen(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    String lastReference() {
        return "TST-2026-%06d".formatted(NUMBER.get());
    }

    String reference(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private synchronized void deploy() {
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .count()
                > 0) {
            return;
        }
        var model = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(TestWork.TASK)
                .name("Check everything")
                .camundaCandidateGroups("dutySocialWorker,registeredManager")
                .camundaFormRef("check-everything")
                .camundaFormRefBinding("deployment")
                .userTask("andThen")
                .endEvent()
                .done();
        repository
                .createDeployment()
                .addModelInstance("check-everything.bpmn", model)
                .addString("check-everything.form", form())
                .deploy();
    }

    private static String form() {
        try {
            return new ClassPathResource("engine/check-everything.form").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
