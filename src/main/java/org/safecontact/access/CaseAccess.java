package org.safecontact.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.EnteredHere;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides who may see and do what on which case. Nothing is remembered between two questions:
 * leaving, moving, a change of the rota, an exclusion or a wall count on the very next one.
 * What may only be read besides, {@link EarlierReports} says. Rules: contract, section 5.6; practice notes, section 1.
 */
@Service
@Transactional(readOnly = true)
public class CaseAccess {

    /** Longer than two people take to decide about anything. */
    private static final Duration NEW_FOR = Duration.ofDays(28);

    private final Agency agency;
    private final Relations relations;
    private final Sights sights;
    private final CaseFileRepository files;
    private final ExclusionRepository exclusions;
    private final CaseGrants grants;
    private final EnteredHere entered;
    private final Clock clock;

    CaseAccess(
            Agency agency,
            Relations relations,
            Sights sights,
            CaseFileRepository files,
            ExclusionRepository exclusions,
            CaseGrants grants,
            EnteredHere entered,
            Clock clock) {
        this.agency = agency;
        this.relations = relations;
        this.sights = sights;
        this.files = files;
        this.exclusions = exclusions;
        this.grants = grants;
        this.entered = entered;
        this.clock = clock;
    }

    /** Whether this person may read the case: its to-dos, its record, its evidence. */
    public boolean mayRead(String personId, String reference) {
        return facts(reference)
                .filter(facts -> sights.on(personId, facts)
                        .map(sight -> facts.file().closedAt().isPresent() ? sight.withoutDuty() : sight)
                        .filter(sight -> sight.covers(facts.file()))
                        .isPresent())
                .isPresent();
    }

    /** The same as long as it was open: duty, who sees no case that is closed, saw it until then. */
    boolean readWhileOpen(String personId, String reference) {
        return facts(reference)
                .filter(facts -> sights.on(personId, facts)
                        .filter(sight -> sight.covers(facts.file()))
                        .isPresent())
                .isPresent();
    }

    /** @throws NotYours when this person may not read the case, or there is none of that reference */
    public void requireRead(String personId, String reference) {
        if (!mayRead(personId, reference)) {
            throw new NotYours();
        }
    }

    /** Whether this person is to hear nothing more of the case: excluded, or outside its wall (contract, 5.6). */
    public boolean keptAway(String personId, String reference) {
        return facts(reference)
                .filter(facts ->
                        facts.excluded().contains(personId) || facts.file().walled() && !mayRead(personId, reference))
                .isPresent();
    }

    /** Whether this person sees this on their lists and may open it. */
    public boolean mayRead(String personId, CaseTask task) {
        return facts(task.reference())
                .filter(facts -> mayRead(personId, task, facts))
                .isPresent();
    }

    /**
     * Whether this person may take it, or having taken it, send its form. Somebody else's is nobody's; an open one
     * belongs to whom it was offered by name, and to the holders of the roles it was offered to who stand in the right
     * relation to the child. What a second person has to agree to is never the first one's.
     */
    public boolean mayWork(String personId, CaseTask task) {
        return facts(task.reference())
                .filter(facts -> mayWork(personId, task, facts))
                .isPresent();
    }

    /** Everybody who may take it now; for handing over by name. */
    public List<Person> whoMayWork(CaseTask task) {
        CaseTask open = new CaseTask(
                task.reference(), Optional.empty(), task.candidateUsers(), task.candidateGroups(), task.first());
        return facts(task.reference()).stream()
                .flatMap(facts -> Stream.of(Role.values())
                        .flatMap(role -> agency.holdersOf(role).stream())
                        .distinct()
                        .filter(person -> mayWork(person.id(), open, facts)))
                .toList();
    }

    /**
     * Whether this person may be the second of two people: not the first one, nor somebody new whom the first one entered on a page, or had entered
     * ({@link #NEW_FOR}). House default.
     */
    public boolean maySecond(String personId, String first) {
        return !personId.equals(first)
                && !entered.by(personId, first, clock.instant().minus(NEW_FOR));
    }

    private Optional<CaseFacts> facts(String reference) {
        return files.find(reference)
                .map(file -> new CaseFacts(file, exclusions.excluded(reference), grants.letInTo(reference)));
    }

    private boolean mayRead(String personId, CaseTask task, CaseFacts facts) {
        return sights.on(personId, facts)
                .filter(sight -> sight.covers(facts.file()))
                .filter(sight -> !sight.onlyMeant() || task.meant(personId))
                .isPresent();
    }

    private boolean mayWork(String personId, CaseTask task, CaseFacts facts) {
        if (!mayRead(personId, task, facts)
                || task.first().filter(first -> !maySecond(personId, first)).isPresent()) {
            return false;
        }
        if (task.assignee().isPresent()) {
            return task.assignee().get().equals(personId);
        }
        return task.candidateUsers().contains(personId)
                || task.candidateGroups().stream()
                        .map(Role::ofGroup)
                        .flatMap(Optional::stream)
                        .anyMatch(role -> relations.standsAs(personId, role, facts));
    }
}
