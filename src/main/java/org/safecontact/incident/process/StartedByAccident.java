package org.safecontact.incident.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Endings;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.level.Lowering;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wish that a case ends because it was started by accident, and who has to agree to it. */
@Service
@Transactional
public class StartedByAccident {

    private static final Set<String> ANSWERED =
            Set.of(Endings.ASKED, ConfirmWithdrawal.DECIDED, Endings.NO_LONGER_ASKED);

    private final TaskService tasks;
    private final CaseDiagrams diagrams;
    private final Endings endings;
    private final Lowering lowering;
    private final CaseRecord record;
    private final Agency agency;
    private final HumanTime times;
    private final CurrentPerson person;

    StartedByAccident(
            TaskService tasks,
            CaseDiagrams diagrams,
            Endings endings,
            Lowering lowering,
            CaseRecord record,
            Agency agency,
            HumanTime times,
            CurrentPerson person) {
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.endings = endings;
        this.lowering = lowering;
        this.record = record;
        this.agency = agency;
        this.times = times;
        this.person = person;
    }

    /**
     * <i>Started by accident</i>, by a registered manager; a second person gets a to-do where it takes two.
     *
     * @param seenAt when that person saw the case last
     * @throws NotAllowed when it got worse since they looked, or while a second person is asked already; says who that may be
     */
    public void ask(String reference, String personId, List<Statement> why, Instant seenAt) {
        lowering.requireSeen(reference, personId, seenAt);
        Optional<String> askedBefore = endings.askToWithdraw(reference, personId, why);
        if (secondPersonIsAsked(reference)) {
            throw new NotAllowed(
                    asked(reference, askedBefore.orElse(personId), personId).words());
        }
        diagrams.reach(CaseNames.WITHDRAWAL_ASKED, reference);
    }

    /** Who is asked now to agree that it was started by accident, in words for this reader; empty while nobody is. */
    @Transactional(readOnly = true)
    public Optional<SecondPersonAsked> secondPerson(String reference, String readerId) {
        return endings.withdrawalAskedBy(reference)
                .filter(by -> secondPersonIsAsked(reference))
                .map(by -> asked(reference, by, readerId));
    }

    /** What became of the wish of this reader, in words; empty where they have none, and while a second person is asked. */
    @Transactional(readOnly = true)
    public Optional<String> goesOn(String reference, String readerId) {
        return endings.withdrawalAskedBy(reference)
                .filter(readerId::equals)
                .flatMap(asked -> record.entries(reference).stream()
                        .filter(entry -> ANSWERED.contains(entry.title()))
                        .reduce((earlier, later) -> later))
                .flatMap(this::goesOn);
    }

    private Optional<String> goesOn(Entry newest) {
        return switch (newest.title()) {
            case ConfirmWithdrawal.DECIDED ->
                Optional.of(agency.nameOf(newest.author().personId()) + " decided " + times.at(newest.writtenAt())
                        + ": it goes on. Why stands in the record.");
            case Endings.NO_LONGER_ASKED ->
                Optional.of("Something newer came in " + times.at(newest.writtenAt())
                        + ", so nobody is asked any more whether it was. It goes on, and you can ask again.");
            default -> Optional.empty();
        };
    }

    private SecondPersonAsked asked(String reference, String by, String readerId) {
        return new SecondPersonAsked(by, endings.mayAgree(reference, by), readerId);
    }

    private boolean secondPersonIsAsked(String reference) {
        return person.asTheHouse(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey(ToDos.CONFIRM_WITHDRAWAL)
                        .count())
                > 0;
    }

    /**
     * A second person is asked to agree.
     *
     * @param askedBy who says that it was started by accident
     * @param mayAgree who else may decide it, names by id
     * @param readerId who reads this
     */
    public record SecondPersonAsked(String askedBy, Map<String, String> mayAgree, String readerId) {

        public boolean byReader() {
            return mayAgree.containsKey(readerId);
        }

        public String words() {
            if (byReader()) {
                return "You are asked to agree: it is on your list, \"Was this started by accident?\"";
            }
            String who = String.join(" or ", mayAgree.values());
            return (askedBy.equals(readerId) ? "You have asked for this to end. " : "")
                    + "A second person has to agree now: " + who + ". Until then everything goes on.";
        }
    }
}
