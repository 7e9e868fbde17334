package org.safecontact.access.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.safecontact.access.LoginChanged;
import org.safecontact.access.LoginLetters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves letters with the engine about what a page changed, in the transaction that changes it; whose it is reads one where they were reached before, too. */
@Component
class LettersOfPages {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final LoginLetters letters;

    LettersOfPages(ObjectProvider<ProcessEngineConfigurationImpl> engine, LoginLetters letters) {
        this.engine = engine;
        this.letters = letters;
    }

    @EventListener
    void on(LoginChanged changed) {
        engine.getObject().getCommandExecutorTxRequired().execute(command -> {
            letters.recipientsOfAPagesChange(changed.login())
                    .forEach(recipient -> LoginLetterJob.later(
                            new LoginLetterJob.Letter(changed.change(), changed.login(), recipient, false)));
            LoginLetterJob.later(new LoginLetterJob.Letter(changed.change(), changed.login(), changed.login(), true));
            return null;
        });
    }
}
