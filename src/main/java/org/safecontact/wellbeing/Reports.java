package org.safecontact.wellbeing;

import java.util.Map;
import java.util.Optional;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.report.FurtherAnswers;
import org.springframework.stereotype.Component;

/** Reports after which a child is followed. */
@Component
class Reports implements Occasions {

    private final Incidents incidents;
    private final FurtherAnswers further;

    Reports(Incidents incidents, FurtherAnswers further) {
        this.incidents = incidents;
        this.further = further;
    }

    @Override
    public Optional<Occasion> find(String reference) {
        return incidents.find(reference).map(this::occasion);
    }

    @Override
    public void takeTurn(String reference) {
        incidents.takeTurn(reference);
    }

    @Override
    public String decideAgain(String reference, String by, Map<String, Object> worse, String howTheChildIs) {
        return further.add(reference, by, worse, howTheChildIs);
    }

    private Occasion occasion(Incident incident) {
        String reference = incident.reference();
        return new Occasion(
                reference,
                incident.childId(),
                incident.householdId(),
                incident.reporterId(),
                incident.level().map(RiskLevel::name),
                incidents.decision(reference).map(RiskDecision::decidedAt).orElse(incident.startedAt()),
                incident.reportedAt().orElse(incident.startedAt()),
                incidents.answers(reference),
                !incident.state().isOver(),
                incident.state() != Incident.State.WITHDRAWN);
    }
}
