package org.safecontact.engine.form;

import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Lets a browser have the data that the form shows and nothing else. Stock adds every process variable that the task
 * can see.
 */
public final class OnlyWhatIsShown extends CommandInterceptor {

    private static final ThreadLocal<Set<String>> SHOWN = new ThreadLocal<>();

    static void remember(Set<String> keys) {
        SHOWN.set(Set.copyOf(keys));
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof GetTaskFormVariablesCmd)) {
            return next.execute(command);
        }
        SHOWN.remove();
        try {
            T variables = next.execute(command);
            Set<String> shown = SHOWN.get();
            ((VariableMap) variables).keySet().retainAll(shown == null ? Set.of() : shown);
            return variables;
        } finally {
            SHOWN.remove();
        }
    }
}
