package org.safecontact.incident.level;

import java.util.Map;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Police;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How serious an incident is, as the table decides it; {@link Raising raised} by anyone on the case, {@link Lowering lowered} by whom the contract
 * names (section 4). Every level stays on record with what or who set it.
 */
@Service
@Transactional
public class Levels {

    /** Heading of what it stands at. */
    public static final String HOW_SERIOUS = "How serious it is";

    private final LevelRepository levels;
    private final AnswerRepository given;
    private final Turns turns;
    private final RiskTable table;
    private final SetByPeople byPeople;
    private final LevelKept kept;
    private final Police police;

    Levels(
            LevelRepository levels,
            AnswerRepository given,
            Turns turns,
            RiskTable table,
            SetByPeople byPeople,
            LevelKept kept,
            Police police) {
        this.levels = levels;
        this.given = given;
        this.turns = turns;
        this.table = table;
        this.byPeople = byPeople;
        this.kept = kept;
        this.police = police;
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
        kept.keep(incident, decision, alarming && incident.level().isPresent(), sameDanger);
        kept.say(
                incident,
                decision,
                decision.worseThan(byTable) && howTheChildIs.isEmpty() ? byTable.reason() : decision.reason(),
                sameDanger && police.settledSinceWorse(reference),
                asked.by().statements());
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
}
