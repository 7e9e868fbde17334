package org.safecontact.evidence.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.evidence.FileHeldBack;
import org.safecontact.incident.CaseNames;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the registered manager something to do about a file that nobody may open, in the transaction that holds it back. */
@Component
class WhenAFileIsHeldBack {

    private final RuntimeService runtime;
    private final CurrentPerson person;

    WhenAFileIsHeldBack(RuntimeService runtime, CurrentPerson person) {
        this.runtime = runtime;
        this.person = person;
    }

    @EventListener
    void on(FileHeldBack held) {
        person.asTheHouse(() -> {
            if (!held.sealed() || !knownAsLocked(held)) {
                start(held);
            }
        });
    }

    private boolean knownAsLocked(FileHeldBack held) {
        return !runtime.createMessageCorrelation(SealedFile.FILE_SEALED)
                .processInstanceBusinessKey(held.reference())
                .processInstanceVariableEquals(SealedFile.FILE_ID, held.fileId().toString())
                .correlateAllWithResult()
                .isEmpty();
    }

    private void start(FileHeldBack held) {
        runtime.startProcessInstanceByKey(
                SealedFile.PROCESS,
                held.reference(),
                Map.of(
                        CaseNames.REFERENCE,
                        held.reference(),
                        SealedFile.FILE_ID,
                        held.fileId().toString(),
                        SealedFile.SEALED,
                        held.sealed()));
    }
}
