package org.safecontact.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** A small case with one open to-do for each kind of person, so that access is tried without the real processes. */
class TryCase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CaseFiles files;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final List<String> opened = new ArrayList<>();

    TryCase(CaseFiles files, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
        this.files = files;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Opens a case about that child. @return its reference */
    String open(String reporter, String child, String household) {
        return open(reporter, child, household, "nobody");
    }

    String open(String reporter, String child, String household, String told) {
        repository
                .createDeployment()
                .name("access-try")
                .addClasspathResource("access/access-try.bpmn")
                .enableDuplicateFiltering(true)
                .deploy();
        String reference = "TRY-2026-%06d".formatted(NUMBER.incrementAndGet());
        files.open(reference, reporter, household);
        files.about(reference, child, household);
        files.sent(reference);
        opened.add(
                runtime.startProcessInstanceByKey("access-try", reference, Map.of("reporter", reporter, "told", told))
                        .getId());
        return reference;
    }

    /** Ends what was opened, so that nobody else's lists are full of it. */
    void end() {
        opened.forEach(instance -> {
            if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
                runtime.deleteProcessInstance(instance, "tried");
            }
        });
        opened.clear();
    }

    Task task(String reference, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .singleResult();
    }
}
