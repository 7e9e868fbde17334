package org.safecontact.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Household;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody's work shows them at this moment; nothing is remembered between two questions. */
@Service
@Transactional(readOnly = true)
public class Sights {

    private static final Set<Role> SEES_ONLY_WHAT_IS_MEANT =
            EnumSet.of(Role.CARER, Role.CHILDS_SOCIAL_WORKER, Role.EMERGENCY_DUTY_TEAM, Role.ADMINISTRATOR);

    private final Agency agency;
    private final Relations relations;
    private final CaseFileRepository files;
    private final CaseGrants grants;
    private final CasesInHand inHand;

    Sights(Agency agency, Relations relations, CaseFileRepository files, CaseGrants grants, CasesInHand inHand) {
        this.agency = agency;
        this.relations = relations;
        this.files = files;
        this.grants = grants;
        this.inHand = inHand;
    }

    /** What this person's work shows them now; exclusions still to be taken away case by case. */
    public Sight of(String personId) {
        return agency.person(personId)
                .map(person -> sight(person, grants.of(personId), begunOrInHand(person), homesStoodInFor(person)))
                .orElseGet(() -> Sight.none(personId));
    }

    /** The same as {@link #of}, as far as it matters for one case; empty for whoever is excluded from it. */
    Optional<Sight> on(String personId, CaseFacts facts) {
        if (facts.excluded().contains(personId)) {
            return Optional.empty();
        }
        CaseFile file = facts.file();
        List<String> thisCase = List.of(file.reference());
        boolean begun = file.openedBy().equals(personId)
                && !file.sent()
                && !(file.noCase() && files.hasMoved(file.reference()));
        return agency.person(personId)
                .map(person -> sight(
                        person,
                        facts.granted().contains(personId) ? thisCase : List.of(),
                        begun || isGivenAtHome(person, file) ? thisCase : inHandOfDuty(person),
                        file.noCase() ? homesStoodInFor(person) : List.of()));
    }

    private List<String> homesStoodInFor(Person person) {
        return relations.isOnDuty(person)
                ? agency.households().stream()
                        .map(Household::id)
                        .filter(home -> relations.supervises(person, Optional.of(home), Set.of()))
                        .toList()
                : List.of();
    }

    private Sight sight(Person person, List<String> granted, List<String> inHand, List<String> standsInFor) {
        Set<Role> roles = person.roles();
        boolean service = relations.of(person.id()) == Relation.SERVICE;
        List<String> households = new ArrayList<>();
        if (roles.contains(Role.SUPERVISING_SOCIAL_WORKER)) {
            households.addAll(agency.householdsSupervisedBy(person.id()));
        }
        if (roles.contains(Role.TEAM_MANAGER)) {
            households.addAll(agency.householdsOfTeamsManagedBy(person.id()));
        }
        List<String> children = roles.contains(Role.CHILDS_SOCIAL_WORKER)
                ? agency.childrenOfChildsSocialWorker(person.id()).stream()
                        .map(Child::id)
                        .toList()
                : List.of();
        return new Sight(
                person.id(),
                service || relations.isOnDuty(person),
                service,
                List.copyOf(new LinkedHashSet<>(households)),
                standsInFor,
                ownHome(person),
                children,
                granted,
                inHand,
                relations.mayStandAs(person),
                SEES_ONLY_WHAT_IS_MEANT.containsAll(roles));
    }

    /**
     * Reports begun and not sent; for a carer those of the own home with something to do that was given to them by name,
     * such as ringing the police; and what a duty worker has in hand.
     */
    private List<String> begunOrInHand(Person person) {
        List<String> references = new ArrayList<>(files.begunBy(person.id()));
        List<String> unsentAtHome = ownHome(person).map(files::unsentOf).orElse(List.of());
        if (!unsentAtHome.isEmpty()) {
            inHand.of(person.id()).stream().filter(unsentAtHome::contains).forEach(references::add);
        }
        references.addAll(inHandOfDuty(person));
        return references;
    }

    /**
     * What a duty worker took or was asked for by name: an answer given a minute after the turn still counts, and so does what is kept in no case
     * and nobody else did in time.
     */
    private List<String> inHandOfDuty(Person person) {
        return person.is(Role.DUTY_SOCIAL_WORKER) ? inHand.of(person.id()) : List.of();
    }

    /** Something of an unsent report of the own home that this carer was given by name. */
    private boolean isGivenAtHome(Person person, CaseFile file) {
        return !file.sent()
                && file.householdId().isPresent()
                && file.householdId().equals(ownHome(person))
                && inHand.of(person.id()).contains(file.reference());
    }

    private static Optional<String> ownHome(Person person) {
        return person.is(Role.CARER) ? person.householdId() : Optional.empty();
    }
}
