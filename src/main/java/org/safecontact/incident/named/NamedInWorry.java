package org.safecontact.incident.named;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseGrants;
import org.safecontact.access.GrantReason;
import org.safecontact.incident.Incident;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.UnknownIncident;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.incident.store.Turns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the registered manager settles with the LADO about somebody near the child (practice, section 1). */
@Service
@Transactional
public class NamedInWorry {

    private final IncidentRepository repository;
    private final NoteRepository notes;
    private final AnswerRepository given;
    private final Turns turns;
    private final NamedPeople named;
    private final NamedBefore namedBefore;
    private final Levels levels;
    private final CaseFiles files;
    private final CaseGrants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NamedInWorry(
            IncidentRepository repository,
            NoteRepository notes,
            AnswerRepository given,
            Turns turns,
            NamedPeople named,
            NamedBefore namedBefore,
            Levels levels,
            CaseFiles files,
            CaseGrants grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.notes = notes;
        this.given = given;
        this.turns = turns;
        this.named = named;
        this.namedBefore = namedBefore;
        this.levels = levels;
        this.files = files;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Settles who it is. Whoever is found is kept away; the wall comes down once nobody unknown is left.
     *
     * @param by a registered manager who is not named
     * @param kind {@code none}, {@code household} or {@code worker}; empty: as it was reported
     * @param persons ids of who it is; may be empty for a household
     * @return the level after deciding again
     * @throws NotAllowed when it is still open who it is
     */
    public RiskDecision settle(String reference, String by, Optional<String> kind, List<String> persons) {
        Incident incident = turns.at(reference);
        Map<String, Object> answers = new LinkedHashMap<>(given.answers(reference));
        kind.ifPresent(value -> {
            answers.put(RiskQuestions.NAMED_PERSON, value);
            answers.put(RiskQuestions.NAMED_PERSONS, persons);
            given.answer(reference, RiskQuestions.NAMED_PERSON, value, by, clock.instant());
            given.answer(reference, RiskQuestions.NAMED_PERSONS, persons, by, clock.instant());
        });
        Set<String> known = NamedPeople.named(answers);
        Object is = answers.get(RiskQuestions.NAMED_PERSON);
        boolean open = "unsure".equals(is)
                || "worker".equals(is) && known.isEmpty()
                || known.contains(NamedPeople.SOMEBODY_ELSE);
        if (open) {
            throw new NotAllowed("Please say who it is, or that it is nobody near the child.");
        }
        named.keepAway(incident, answers, false);
        files.unwall(reference);
        if ("none".equals(is)) {
            events.publishEvent(new NobodyNamed(reference, false));
        }
        return levels.decide(reference).decision();
    }

    /** Gives the following of the child to a worker instead of the home, who then may see the case, and nobody who had it before. */
    public void observedBy(String reference, String workerId, String by) {
        grants.give(reference, workerId, GrantReason.FOLLOWS_THE_CHILD);
        grants.over(reference, GrantReason.FOLLOWS_THE_CHILD, Set.of(workerId));
        notes.add(reference, Noted.OBSERVER, workerId, by, clock.instant());
    }

    /**
     * Whether whoever is named keeps access to the child's other reports: those that began without them since are theirs again. If not, they are
     * taken off the open ones, and see no new one either.
     */
    public void otherCases(String reference, String by, boolean keeps) {
        notes.add(reference, Noted.OTHER_CASES, keeps ? "keeps" : "loses", by, clock.instant());
        namedBefore.lookAgain(reference);
        if (!keeps) {
            offOtherCases(reference);
        }
    }

    private void offOtherCases(String reference) {
        Incident incident = repository.find(reference).orElseThrow(() -> new UnknownIncident(reference));
        List<String> others =
                new ArrayList<>(incident.childId().map(repository::openOfChild).orElse(List.of()));
        others.remove(reference);
        Set<String> named = NamedPeople.named(given.answers(reference));
        for (String other : others) {
            String reporter = repository.find(other).map(Incident::reporterId).orElse("");
            for (String personId : files.excluded(reference)) {
                // Who only lives with somebody named keeps what they reported themselves.
                if (named.contains(personId) || !personId.equals(reporter)) {
                    files.exclude(other, personId, "named in another worry about this child");
                }
            }
        }
    }
}
