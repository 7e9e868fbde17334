package org.safecontact.incident.level;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.incident.DangerNow;
import org.safecontact.incident.Incident;
import org.safecontact.incident.LevelChanged;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.Police;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How serious an incident is: decided by the table, raised by anyone on the case, lowered by whom the contract names (section 4). Every level
 * stays on record with what or who set it.
 */
@Service
@Transactional
public class Levels {

    /** Heading of the entry of somebody who raised it, and the question that holds why. */
    public static final String MORE_WORRIED = "More worried now";

    public static final String WHY = "Why";

    public static final String DANGER_NOW = "Is anyone in danger now?";

    /** Headings of what it stands at, and of the entry of a manager who lowered it. */
    public static final String HOW_SERIOUS = "How serious it is";

    public static final String LESS_SERIOUS = "Less serious than first thought";

    private final IncidentRepository repository;
    private final LevelRepository levels;
    private final AnswerRepository given;
    private final Turns turns;
    private final RiskTable table;
    private final SetByPeople byPeople;
    private final MayLower mayLower;
    private final CaseFiles files;
    private final Police police;
    private final IncidentRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Levels(
            IncidentRepository repository,
            LevelRepository levels,
            AnswerRepository given,
            Turns turns,
            RiskTable table,
            SetByPeople byPeople,
            MayLower mayLower,
            CaseFiles files,
            Police police,
            IncidentRecord record,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.levels = levels;
        this.given = given;
        this.turns = turns;
        this.table = table;
        this.byPeople = byPeople;
        this.mayLower = mayLower;
        this.files = files;
        this.police = police;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What was decided on what is known now.
     *
     * @param alarming whether people have to hear of it: it is more serious than before, or as serious for a danger that is new
     */
    public record Decided(RiskDecision decision, boolean alarming) {}

    /**
     * Decides on what is known now, and stores which rule of which version said so. A level that a person raised is never taken down by the
     * table: the more serious of the two stands. One that a manager lowered stands until something worse is known than the manager knew.
     */
    public Decided decide(String reference) {
        return decide(reference, Map.of(), false, "");
    }

    /**
     * The same, for somebody who watches over the child: what they see now is news, also where it was answered so before.
     *
     * @param seen the answers that they gave, by the names of {@link RiskQuestions}
     * @param howTheChildIs why it is decided again where they saw no danger, only that the child is worse, in a sentence; else empty. Whoever
     *     was told of the danger, the police and the authority, then hears nothing new.
     */
    public Decided decideOnNews(String reference, Map<String, Object> seen, String howTheChildIs) {
        return decide(reference, seen, true, howTheChildIs);
    }

    private Decided decide(String reference, Map<String, Object> seen, boolean news, String howTheChildIs) {
        Incident incident = turns.at(reference);
        Map<String, Object> known = given.knownWhenDecided(reference);
        Map<String, Object> now = given.answers(reference);
        boolean dangerSeen = NewDanger.between(Map.of(), seen);
        RiskTable.ByTable asked = table.decide(incident, turns.began(reference));
        RiskDecision byTable = asked.decision();
        RiskDecision stands = byPeople.stands(
                        levels.all(reference), byTable, dangerSeen || NewDanger.anythingWorse(known, now))
                .orElse(byTable);
        boolean worse = stands.worseThan(incident);
        RiskDecision decision = howTheChildIs.isEmpty() ? stands : stands.because(howTheChildIs, worse);
        boolean dangerNew = dangerSeen || NewDanger.between(known, now);
        boolean alarming = worse || (news || dangerNew) && decision.level().urgent();
        boolean sameDanger = !howTheChildIs.isEmpty() && !worse && !dangerNew;
        keep(incident, decision, alarming && incident.level().isPresent(), sameDanger);
        record.write(
                reference,
                EntryKind.DECISION,
                HOW_SERIOUS,
                Stream.concat(
                                stands(
                                        incident,
                                        decision,
                                        decision.worseThan(byTable) && howTheChildIs.isEmpty()
                                                ? byTable.reason()
                                                : decision.reason(),
                                        sameDanger && police.settledSinceWorse(reference))
                                        .stream(),
                                asked.by().statements().stream())
                        .toList(),
                IncidentRecord.SYSTEM);
        return new Decided(decision, alarming);
    }

    /**
     * Decides again where that makes it more serious, also against what a manager said before; never less serious, which is a manager's.
     *
     * @return whether it is more serious than before
     */
    public boolean decideIfWorse(String reference) {
        Incident incident = turns.at(reference);
        boolean worse =
                table.decide(incident, turns.began(reference)).decision().worseThan(incident);
        if (worse) {
            decide(reference);
        }
        return worse;
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
        RiskDecision decision =
                byPerson(reference, level, dangerNow || incident.policeNow(), moreWorried(reference, level), by);
        keep(incident, decision, true, false);
        // An entry of its own: whoever is worried reads their own words again, and no level is ever shown to a carer.
        record.write(
                reference,
                EntryKind.DECISION,
                HOW_SERIOUS,
                stands(incident, decision, decision.reason(), false),
                IncidentRecord.SYSTEM);
        return decision;
    }

    /**
     * Holds whoever makes less of it to what they saw.
     *
     * @param seenAt when that person saw the case last
     * @throws NotAllowed when somebody else said since then that it is more serious
     */
    public void requireSeen(String reference, String by, Instant seenAt) {
        turns.at(reference);
        if (seenAt.isAfter(clock.instant())
                || levels.worseAt(reference, by).filter(seenAt::isBefore).isPresent()) {
            throw new NotAllowed(
                    "Somebody has said since you looked that it is more serious. Please read in the record what"
                            + " they say, and open this again.");
        }
    }

    /**
     * Lowers the level and the clocks not yet started; what runs stays.
     *
     * @param by somebody who {@link MayLower may}
     * @param to the new level, lower than the present one
     * @param why in that person's words, for the record: questions and answers
     * @param seenAt when that person saw the case last
     * @throws NotAllowed when this person may not, nothing would be lowered, or it got worse since they looked
     */
    public RiskDecision lower(String reference, String by, RiskLevel to, List<Statement> why, Instant seenAt) {
        Incident incident = turns.at(reference);
        RiskLevel from = incident.level()
                .filter(level -> !incident.state().isOver())
                .orElseThrow(() -> new NotAllowed("There is nothing to lower."));
        mayLower.refused(reference, from, by).ifPresent(refused -> {
            throw new NotAllowed(refused);
        });
        if (to.compareTo(from) >= 0) {
            throw new NotAllowed("That is not lower than it is now.");
        }
        requireSeen(reference, by, seenAt);
        RiskDecision decision = byPerson(
                reference, to, to.urgent() && incident.policeNow(), "A manager looked at it and lowered it.", by);
        record.write(
                reference,
                EntryKind.DECISION,
                LESS_SERIOUS,
                Stream.concat(
                                Stream.of(new Statement("From", from.words()), new Statement("To", to.words())),
                                why.stream())
                        .toList(),
                by);
        keep(incident, decision, false, false);
        return decision;
    }

    private void keep(Incident incident, RiskDecision decision, boolean worse, boolean sameDanger) {
        levels.add(incident.reference(), decision, worse, sameDanger);
        repository.level(incident.reference(), decision);
        files.urgency(incident.reference(), decision.level().urgency());
        events.publishEvent(new LevelChanged(incident.reference(), incident.level(), decision, worse));
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

    /** Set in the moment in which the turn began: what is said with it is said since. */
    private RiskDecision byPerson(String reference, RiskLevel level, boolean police, String reason, String by) {
        return new RiskDecision(
                level, police, false, reason, RiskDecision.BY_A_PERSON, "none", "", by, turns.began(reference));
    }

    /** For the record, in words for somebody tired. */
    private static List<Statement> stands(Incident incident, RiskDecision now, String why, boolean policeKnow) {
        return List.of(
                new Statement("Level", now.level().words() + before(incident, now)),
                new Statement("Why", why),
                new Statement("Police", police(now.policeNow(), policeKnow)));
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
