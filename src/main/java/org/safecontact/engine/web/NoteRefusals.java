package org.safecontact.engine.web;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Notes why a command of the present request was refused, before the engine's web API turns it into its own words. */
public final class NoteRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            throw noted(e);
        }
    }

    /** Notes a refusal that is thrown outside a command; what is noted last is what the person reads. */
    public static <E extends RuntimeException> E noted(E refusal) {
        HeardRefusal.note(refusal);
        return refusal;
    }
}
