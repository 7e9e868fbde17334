package org.safecontact.referral.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Role;
import org.safecontact.engine.InDiagrams;
import org.safecontact.referral.Body;
import org.safecontact.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * Which body it is says the name of the to-do, since several stand side by side on a list. Whoever may assess may ask it too, unless that is the
 * safeguarding lead's alone to do. Where somebody is named, the LADO is asked in a to-do of its own, kept from them.
 */
@Component("whoActsOutside")
@InDiagrams
class WhoActsOutside implements TaskListener {

    private final Referrals referrals;

    WhoActsOutside(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void notify(DelegateTask task) {
        Body body = referrals.get(ExternalReferral.referral(task)).body();
        task.setName(
                task.getTaskDefinitionKey().equals(ToDos.MAKE_REFERRAL)
                        ? body.toDo()
                        : "Has " + body.words() + " answered?");
        if (!body.managersOnly()) {
            task.addCandidateGroup(Role.SUPERVISING_SOCIAL_WORKER.groupId());
            task.addCandidateGroup(Role.DUTY_SOCIAL_WORKER.groupId());
        }
    }
}
