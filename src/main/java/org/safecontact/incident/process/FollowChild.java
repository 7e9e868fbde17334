package org.safecontact.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Following;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** Follows a child for the next days: one schedule for each child, so a new incident joins the one that runs (practice, section 3). */
@Component("followChild")
@InDiagrams
class FollowChild implements JavaDelegate {

    private final Incidents incidents;
    private final Following following;

    FollowChild(Incidents incidents, Following following) {
        this.incidents = incidents;
        this.following = following;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // The turn comes before the child's everywhere: else two wait for each other.
        incidents.takeTurn(Case.reference(execution));
        // Two reports in the same second: the second one waits here, and then finds what the first one began.
        incidents.oneAtATime(Case.text(execution, CaseNames.CHILD_ID));
        following.follow(Case.reference(execution));
    }
}
