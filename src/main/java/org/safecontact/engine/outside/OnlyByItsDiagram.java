package org.safecontact.engine.outside;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.safecontact.access.NotYours;

/**
 * A person changes a running case by its forms, and by nothing else: no cancelling, moving, suspending, no variable, no
 * date, not by an administrator either (contract, section 5, number 9). Whatever the engine can do that is not on the
 * list is refused, so that a command that a later version brings is closed until somebody opens it on purpose.
 *
 * <p>What the product does on its own account, and what happens inside a step, is not asked.
 */
public final class OnlyByItsDiagram extends CommandInterceptor {

    private static final String ENGINE = "org.camunda.bpm.engine.impl.";

    private static final Pattern ASKS_ONLY = Pattern.compile("(Get|Is|Has|Find|Check)\\w+Cmd|Execute(Filter)\\w+Cmd"
            + "|Evaluate(Decision|DecisionTable)Cmd|AuthorizationCheckCmd|Create\\w*QueryCmd");

    /** What people do: begin, take, send; and what an administrator does with logins, filters and permissions. */
    private static final Set<String> OPEN = Set.of(
            "StartProcessInstanceCmd",
            "SubmitStartFormCmd",
            "ClaimTaskCmd",
            "SubmitTaskFormCmd",
            "CreateFilterCmd",
            "SaveFilterCmd",
            "DeleteFilterCmd",
            "SaveAuthorizationCmd",
            "DeleteAuthorizationCmd",
            "CreateUserCmd",
            "SaveUserCmd",
            "DeleteUserCmd",
            "UnlockUserCmd",
            "SetUserInfoCmd",
            "DeleteUserInfoCmd",
            "SetUserPictureCmd",
            "DeleteUserPictureCmd",
            "CreateGroupCmd",
            "SaveGroupCmd",
            "DeleteGroupCmd",
            "CreateMembershipCmd",
            "DeleteMembershipCmd",
            // Trying a failed step again mends a case; it is recorded and told, see WhatWasTouched.
            "SetJobRetriesCmd");

    private final ProcessEngineConfigurationImpl engine;

    /** @param engine whose logged-in person is asked for */
    public OnlyByItsDiagram(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null && isSomebodyThere() && isClosed(command.getClass())) {
            throw new AuthorizationException(new NotYours().getMessage());
        }
        return next.execute(command);
    }

    static boolean isClosed(Class<?> command) {
        String name = command.getSimpleName();
        return command.getName().startsWith(ENGINE)
                && name.endsWith("Cmd")
                && !OPEN.contains(name)
                && !ASKS_ONLY.matcher(name).matches();
    }

    private boolean isSomebodyThere() {
        var authentication = engine.getIdentityService().getCurrentAuthentication();
        return authentication != null && authentication.getUserId() != null;
    }
}
