package org.safecontact.policy.process;

import java.util.List;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.NotYours;
import org.safecontact.policy.Policies;
import org.springframework.stereotype.Component;

/** The policies beside a to-do that somebody has open. */
@Component
public class PoliciesBeside {

    private final Policies policies;
    private final CaseTasks tasks;
    private final CaseAccess access;

    PoliciesBeside(Policies policies, CaseTasks tasks, CaseAccess access) {
        this.policies = policies;
        this.tasks = tasks;
        this.access = access;
    }

    /** @throws NotYours where it is not this person's to read */
    public List<Policies.Line> toDo(String taskId, String personId) {
        return tasks.find(taskId)
                .filter(open -> access.mayRead(personId, open.caseTask()))
                .map(open -> policies.ofToDo(open.task().getTaskDefinitionKey()))
                .orElseThrow(NotYours::new);
    }
}
