package org.safecontact.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTask;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LevelRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.incident.store.WithdrawalRepository;
import org.safecontact.record.Checkpoints;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an incident ends: closed when everything that must be true is true, or started by accident, which keeps the record. */
@Service
@Transactional
public class Endings {

    /** How the record says that somebody asked to take it back: the heading, and what was given as the reason. */
    public static final String ASKED = "Started by accident?";

    public static final String WHY = "Why";

    /** How the record says that a second person is not asked any more. */
    public static final String NO_LONGER_ASKED = "Started by accident? No longer asked";

    private final IncidentRepository repository;
    private final WithdrawalRepository withdrawals;
    private final LevelRepository levels;
    private final Turns turns;
    private final ObjectProvider<ClosingCondition> conditions;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Agency agency;
    private final IncidentRecord record;
    private final Checkpoints checkpoints;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endings(
            IncidentRepository repository,
            WithdrawalRepository withdrawals,
            LevelRepository levels,
            Turns turns,
            ObjectProvider<ClosingCondition> conditions,
            CaseFiles files,
            CaseAccess access,
            Agency agency,
            IncidentRecord record,
            Checkpoints checkpoints,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.withdrawals = withdrawals;
        this.levels = levels;
        this.turns = turns;
        this.conditions = conditions;
        this.files = files;
        this.access = access;
        this.agency = agency;
        this.record = record;
        this.checkpoints = checkpoints;
        this.events = events;
        this.clock = clock;
    }

    /** What must still be done before it may close, as sentences for people, in the order of the areas. */
    @Transactional(readOnly = true)
    public List<String> stillOpen(String reference) {
        return conditions
                .orderedStream()
                .map(condition -> condition.stillOpen(reference))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Closes it. @throws NotAllowed with what is still open, or where it is somebody else's to close */
    public void close(String reference, String by) {
        if (!mayClose(reference, by)) {
            throw new NotAllowed(
                    "A supervising social worker closes this, or, once escalated, a registered manager. Please hand it over.");
        }
        List<String> open = stillOpen(reference);
        if (!open.isEmpty()) {
            throw new NotAllowed("This cannot close yet. " + String.join(" ", open));
        }
        end(reference, by, Incident.State.CLOSED);
    }

    /**
     * The supervising social worker or duty in their place, or, once escalated, who answers for the service (contract, section 3); a manager too where
     * nobody who supervises the home is left. Who is above hears that it is late, and hands it over.
     */
    @Transactional(readOnly = true)
    public boolean mayClose(String reference, String by) {
        Set<Role> closing = EnumSet.of(Role.SUPERVISING_SOCIAL_WORKER, Role.DUTY_SOCIAL_WORKER);
        if (repository.find(reference).filter(Incident::escalated).isPresent()) {
            closing.addAll(Set.of(Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL));
        }
        if (nobodySupervises(reference)) {
            closing.addAll(Set.of(Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL));
        }
        return closing.stream().anyMatch(role -> agency.is(by, role)) && access.mayRead(by, reference);
    }

    private boolean nobodySupervises(String reference) {
        return access.whoMayWork(new CaseTask(
                        reference,
                        Optional.empty(),
                        Set.of(),
                        Set.of(Role.SUPERVISING_SOCIAL_WORKER.groupId()),
                        Optional.empty()))
                .isEmpty();
    }

    /**
     * <i>Started by accident</i>: asked by a registered manager. Whether a second person has to agree says {@link #takesTwo}.
     *
     * @param why the reason for the record, answering {@link #WHY}, and how it helps the child
     * @return who asked for it before
     */
    public Optional<String> askToWithdraw(String reference, String by, List<Statement> why) {
        Incident incident = turns.at(reference);
        if (!agency.is(by, Role.REGISTERED_MANAGER)) {
            throw new NotAllowed("Only a registered manager may say that this was started by accident.");
        }
        if (incident.state().isOver() || !incident.sent() && incident.level().isEmpty()) {
            throw new NotAllowed("There is nothing to take back here.");
        }
        Optional<String> before = withdrawals.askedBy(reference);
        withdrawals.add(reference, by, clock.instant());
        List<Statement> asked = new ArrayList<>(why);
        asked.add(new Statement("A second person has to agree", takesTwo(reference) ? "yes" : "no"));
        record.write(reference, EntryKind.DECISION, ASKED, asked, by);
        return before;
    }

    /** Whether taking it back needs two people: at HIGH and above, and whenever it once was (practice, section 1). */
    @Transactional(readOnly = true)
    public boolean takesTwo(String reference) {
        return repository.find(reference).filter(Incident::escalated).isPresent()
                || levels.all(reference).stream()
                        .anyMatch(decision -> decision.level().urgent());
    }

    /** Who asked last to withdraw it. */
    @Transactional(readOnly = true)
    public Optional<String> withdrawalAskedBy(String reference) {
        return withdrawals.askedBy(reference);
    }

    /** Who may decide as the second person, names by id: who answers for the service, may read the case, and neither asked nor came in by who did. */
    @Transactional(readOnly = true)
    public Map<String, String> mayAgree(String reference, String askedBy) {
        Map<String, String> people = new LinkedHashMap<>();
        for (Role role : List.of(Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL)) {
            agency.holdersOf(role).stream()
                    .filter(person -> access.maySecond(person.id(), askedBy) && access.mayRead(person.id(), reference))
                    .forEach(person -> people.put(person.id(), person.name()));
        }
        return people;
    }

    /** @throws NotAllowed when this person does not decide as the second one whether it was started by accident */
    @Transactional(readOnly = true)
    public void requireSecond(String reference, String by) {
        if (!mayAgree(reference, withdrawals.askedBy(reference).orElse("")).containsKey(by)) {
            throw new NotAllowed("Another registered manager, or the responsible individual, decides about this.");
        }
    }

    /** Somebody is more worried since it was asked: a second person is not asked any more, and it may be asked again. */
    public void newerAlarm(String reference) {
        record.write(
                reference,
                EntryKind.ACTION,
                NO_LONGER_ASKED,
                List.of(new Statement("Why", "Something newer came in. It goes on, and can be asked again.")),
                IncidentRecord.SYSTEM);
    }

    /**
     * Ends it as started by accident; everything that was written stays.
     *
     * @param confirmedBy the second person, where it took two
     */
    public void withdraw(String reference, Optional<String> confirmedBy) {
        confirmedBy.ifPresent(second -> requireSecond(reference, second));
        String askedBy = withdrawals.askedBy(reference).orElseThrow();
        String by = confirmedBy.orElse(askedBy);
        List<Statement> who = new ArrayList<>(List.of(new Statement("Asked by", agency.nameOf(askedBy))));
        confirmedBy.ifPresent(second -> who.add(new Statement("Confirmed by", agency.nameOf(second))));
        record.write(reference, EntryKind.DECISION, "Closed as started by accident", who, by);
        end(reference, by, Incident.State.WITHDRAWN);
    }

    private void end(String reference, String by, Incident.State state) {
        repository.end(reference, state, by, clock.instant());
        files.close(reference);
        checkpoints.makeBeforeCommit();
        events.publishEvent(new IncidentEnded(reference, state));
    }
}
