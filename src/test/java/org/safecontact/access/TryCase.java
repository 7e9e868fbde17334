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
        String reference = "TRY-2026-%06d".formatted(NUMBER.incrementAndGet());
        files.open(reference, reporter, household);
        files.about(reference, child, household);
        files.sent(reference);
        start(reference, reporter, told);
        return reference;
    }

    /** The same to-dos of that case once more. @return the instance they belong to */
    String again(String reference, String reporter) {
        return start(reference, reporter, "nobody");
    }

    /** So many to-dos more, all duty's. */
    void many(String reference, int many) {
        start("access-many", reference, Map.of("many", many));
    }

    private String start(String reference, String reporter, String told) {
        return start("access-try", reference, Map.of("reporter", reporter, "told", told));
    }

    private String start(String key, String reference, Map<String, Object> variables) {
        repository
                .createDeployment()
                .name(key)
                .addClasspathResource("access/" + key + ".bpmn")
                .enableDuplicateFiltering(true)
                .deploy();
        String instance =
                runtime.startProcessInstanceByKey(key, reference, variables).getId();
        opened.add(instance);
        return instance;
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
