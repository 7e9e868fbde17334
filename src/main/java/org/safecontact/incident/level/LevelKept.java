package org.safecontact.incident.level;

import java.util.List;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.Incident;
import org.safecontact.incident.LevelChanged;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps how serious an incident is, and says it in the record. */
@Component
class LevelKept {

    private final IncidentRepository repository;
    private final LevelRepository levels;
    private final CaseFiles files;
    private final IncidentRecord record;
    private final ApplicationEventPublisher events;

    LevelKept(
            IncidentRepository repository,
            LevelRepository levels,
            CaseFiles files,
            IncidentRecord record,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.levels = levels;
        this.files = files;
        this.record = record;
        this.events = events;
    }

    void keep(Incident incident, RiskDecision decision, boolean worse, boolean sameDanger) {
        levels.add(incident.reference(), decision, worse, sameDanger);
        repository.level(incident.reference(), decision);
        files.urgency(incident.reference(), decision.level().urgency());
        events.publishEvent(new LevelChanged(incident.reference(), incident.level(), decision, worse));
    }

    /**
     * Says it, in words for somebody tired.
     *
     * @param policeKnow whether the police know of the danger that it is about
     * @param by which of the answers decided it; none where a person did
     */
    void say(Incident incident, RiskDecision now, String why, boolean policeKnow, List<Statement> by) {
        List<Statement> stands = List.of(
                new Statement("Level", now.level().words() + before(incident, now)),
                new Statement("Why", why),
                new Statement("Police", police(now.policeNow(), policeKnow)));
        record.write(
                incident.reference(),
                EntryKind.DECISION,
                Levels.HOW_SERIOUS,
                Stream.concat(stands.stream(), by.stream()).toList(),
                IncidentRecord.SYSTEM);
    }

    private static String police(boolean needed, boolean known) {
        if (!needed) {
            return "They are not needed now.";
        }
        return known ? "They know of the danger: nothing in this is new for them." : "They are needed now.";
    }

    private static String before(Incident incident, RiskDecision now) {
        return incident.level()
                .filter(level -> level != now.level())
                .map(level -> "; it was " + level.words() + " before")
                .orElse("");
    }
}
