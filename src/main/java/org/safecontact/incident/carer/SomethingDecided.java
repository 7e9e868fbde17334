package org.safecontact.incident.carer;

import java.util.List;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.store.IncidentRepository;
import org.springframework.stereotype.Component;

/** That something was decided and when; what it is stands on the page of the case. */
@Component
class SomethingDecided implements NewsForTheCarer {

    private final IncidentRepository incidents;
    private final WhereItStands stands;
    private final ForTheCarer forTheCarer;
    private final HumanTime times;

    SomethingDecided(IncidentRepository incidents, WhereItStands stands, ForTheCarer forTheCarer, HumanTime times) {
        this.incidents = incidents;
        this.stands = stands;
        this.forTheCarer = forTheCarer;
        this.times = times;
    }

    @Override
    public List<News> on(String reference) {
        return incidents.find(reference).stream()
                .flatMap(incident -> forTheCarer.decidedAt(incident, stands.askedSince(incident)).stream())
                .map(at -> new News("Something was decided " + times.at(at), "c/" + reference))
                .toList();
    }
}
