package org.safecontact.inform.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Ladders;
import org.safecontact.inform.Purpose;
import org.springframework.stereotype.Component;

/**
 * An open turn of duty, or of a supervising social worker, belongs to whoever holds that place when they look: the
 * shift may change, a worker may fall ill. Other turns belong to the people who were told, by name. What is handed over is called so: it was
 * answered.
 */
@Component
@InDiagrams
class TurnOpened implements TaskListener {

    private static final Set<String> BY_PLACE =
            Set.of(Role.DUTY_SOCIAL_WORKER.groupId(), Role.SUPERVISING_SOCIAL_WORKER.groupId());

    private final Ladders ladders;

    TurnOpened(Ladders ladders) {
        this.ladders = ladders;
    }

    @Override
    public void notify(DelegateTask task) {
        String ladder = task.getProcessInstanceId();
        String reference = (String) task.getVariable(CaseNames.REFERENCE);
        if (Purpose.of(task.getVariable(CaseNames.PURPOSE)) == Purpose.HANDOVER) {
            task.setName(InformNames.TAKE_OVER);
        }
        ladders.rolesSoFar(ladder, reference).stream()
                .filter(BY_PLACE::contains)
                .forEach(task::addCandidateGroup);
        if (ladders.dutyMayAnswer(ladder, reference)) {
            task.addCandidateGroup(Role.DUTY_SOCIAL_WORKER.groupId());
        }
    }
}
