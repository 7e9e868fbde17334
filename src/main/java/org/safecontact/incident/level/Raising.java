package org.safecontact.incident.level;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.incident.DangerNow;
import org.safecontact.incident.Incident;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An incident is more serious than it was thought, says somebody on the case (contract, section 4). */
@Service
@Transactional
public class Raising {

    /** Heading of the entry of somebody who raised it, and the question that holds why. */
    public static final String MORE_WORRIED = "More worried now";

    public static final String WHY = "Why";

    public static final String DANGER_NOW = "Is anyone in danger now?";

    private final LevelRepository levels;
    private final Turns turns;
    private final SetByPeople byPeople;
    private final LevelKept kept;
    private final IncidentRecord record;
    private final ApplicationEventPublisher events;

    Raising(
            LevelRepository levels,
            Turns turns,
            SetByPeople byPeople,
            LevelKept kept,
            IncidentRecord record,
            ApplicationEventPublisher events) {
        this.levels = levels;
        this.turns = turns;
        this.byPeople = byPeople;
        this.kept = kept;
        this.record = record;
        this.events = events;
    }

    /**
     * <i>I'm more worried now</i>: raises to HIGH, or to IMMEDIATE when somebody is in danger now. Never lowers.
     *
     * @param by anyone on the case
     * @param why in that person's words, for the record
     * @param dangerNow whether somebody is in danger now; then the police are needed now
     * @throws NotAllowed when the incident is over or not sent yet
     */
    public RiskDecision raise(String reference, String by, String why, boolean dangerNow) {
        record.write(reference, EntryKind.DECISION, MORE_WORRIED, worry(why, dangerNow), by);
        RiskDecision decision = raised(reference, by, dangerNow);
        if (dangerNow) {
            events.publishEvent(new DangerNow(reference, by));
        }
        return decision;
    }

    /** The same for danger now that was passed on where it was said first: passed on no further. */
    public void raiseToo(String reference, String by, String why) {
        record.copy(reference, EntryKind.DECISION, MORE_WORRIED, worry(why, true), by);
        raised(reference, by, true);
    }

    static List<Statement> worry(String why, boolean dangerNow) {
        return List.of(new Statement(WHY, why), new Statement(DANGER_NOW, dangerNow ? "yes" : "no"));
    }

    static RiskLevel asked(boolean dangerNow) {
        return dangerNow ? RiskLevel.IMMEDIATE : RiskLevel.HIGH;
    }

    private RiskDecision raised(String reference, String by, boolean dangerNow) {
        Incident incident = turns.at(reference);
        if (incident.level().isEmpty()) {
            throw new NotAllowed("This report is not sent yet.");
        }
        if (incident.state().isOver()) {
            throw new NotAllowed("This one is closed. Please start a new report, or ring duty.");
        }
        RiskLevel asked = asked(dangerNow);
        RiskLevel level =
                incident.level().filter(present -> present.compareTo(asked) > 0).orElse(asked);
        RiskDecision decision = byPeople.now(
                level, dangerNow || incident.policeNow(), moreWorried(reference, level), by, turns.began(reference));
        kept.keep(incident, decision, true, false);
        // An entry of its own: whoever is worried reads their own words again, and no level is ever shown to a carer.
        kept.say(incident, decision, decision.reason(), false, List.of());
        return decision;
    }

    /** Where it was as serious before, the table's reason stands on. */
    private String moreWorried(String reference, RiskLevel level) {
        return Stream.concat(
                        Stream.of("Somebody is more worried now."),
                        levels.all(reference).stream()
                                .takeWhile(stood -> stood.level() == level)
                                .filter(stood -> !stood.byPerson())
                                .limit(1)
                                .map(RiskDecision::standing))
                .collect(Collectors.joining(" "));
    }
}
