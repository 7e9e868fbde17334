package org.safecontact.engine.stuck;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * When a job of a case has failed for the last time, somebody on duty gets a to-do in the same transaction as the
 * engine's own note for technical help; when it is mended, the to-do goes.
 */
public final class StuckCaseIncidents extends DefaultIncidentHandler {

    private final StuckCases stuckCases;

    /** @param stuckCases what a stuck case means for people */
    public StuckCaseIncidents(StuckCases stuckCases) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.stuckCases = stuckCases;
    }

    @Override
    public Incident handleIncident(IncidentContext job, String message) {
        Incident incident = super.handleIncident(job, message);
        Context.getCommandContext().runWithoutAuthorization(() -> {
            stuckCases.begin(incident);
            return null;
        });
        return incident;
    }

    @Override
    protected void removeIncident(IncidentContext job, boolean resolved) {
        for (Incident incident :
                Context.getCommandContext().getIncidentManager().findIncidentByConfiguration(job.getConfiguration())) {
            remove((IncidentEntity) incident, resolved);
        }
    }

    private void remove(IncidentEntity incident, boolean resolved) {
        if (resolved) {
            incident.resolve();
        } else {
            incident.delete();
        }
        Context.getCommandContext().runWithoutAuthorization(() -> {
            stuckCases.end(incident.getId());
            return null;
        });
    }
}
