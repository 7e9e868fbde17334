package org.safecontact.access.process;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTask;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.NotYours;
import org.safecontact.access.TwoPeople;

/**
 * Every command that names a task asks person and case. Reading and working follow {@link CaseAccess}; giving to
 * somebody else, changing, deleting and making tasks is nobody's by this way: our own actions do it, with a reason, on
 * record. Everything else keeps the engine's rules and so rests on the grants, of which only the administrator has any
 * beyond starting a report.
 */
class CaseCommandChecker extends AuthorizationCommandChecker {

    private final CaseAccess access;
    private final CaseFiles files;
    private final TwoPeople two;

    CaseCommandChecker(CaseAccess access, CaseFiles files, TwoPeople two) {
        this.access = access;
        this.files = files;
        this.two = two;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        require(task, access::mayRead);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        require(task, access::mayRead);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        require(task, access::mayWork);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        refusePeople();
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        refusePeople();
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        refusePeople();
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        refusePeople();
    }

    @Override
    public void checkCreateTask() {
        refusePeople();
    }

    private void require(TaskEntity task, BiPredicate<String, CaseTask> rule) {
        Optional<String> person = person();
        if (person.isPresent()
                && caseTask(task)
                        .filter(known -> rule.test(person.get(), known))
                        .isEmpty()) {
            throw refused();
        }
    }

    private void refusePeople() {
        if (person().isPresent()) {
            throw refused();
        }
    }

    private static Optional<String> person() {
        return ((CaseAuthorizationManager) Context.getCommandContext().getAuthorizationManager()).personAsked();
    }

    private static AuthorizationException refused() {
        return new AuthorizationException(new NotYours().getMessage());
    }

    private Optional<CaseTask> caseTask(TaskEntity task) {
        return Optional.ofNullable(task.getProcessInstanceId())
                .flatMap(files::referenceOf)
                .map(reference -> new CaseTask(
                        reference,
                        Optional.ofNullable(task.getAssignee()),
                        CaseTasks.candidates(task.getCandidates(), true),
                        CaseTasks.candidates(task.getCandidates(), false),
                        two.first(task.getTaskDefinitionKey(), reference, task::getVariables)));
    }
}
