package org.safecontact.restriction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.LegalStatus;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.plan.Subject;
import org.safecontact.record.Author;
import org.safecontact.record.Statement;
import org.safecontact.restriction.Answer.Follows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Limits on phone or apps: asked for, or made because of danger, and what the table allows (policy, sections 4, 7, 10; domain brief, DMN-5). */
@Service
@Transactional
public class Restrictions {

    private static final Set<LegalStatus> PARENTS_KEEP_SAY = Set.of(LegalStatus.SECTION_20, LegalStatus.UNKNOWN);

    private final RestrictionRepository repository;
    private final RestrictionTable table;
    private final RestrictionWords words;
    private final LimitSteps steps;
    private final LimitDates dates;
    private final KeptAway keptAway;
    private final CaseFiles files;
    private final Incidents incidents;
    private final Agency agency;
    private final Clock clock;

    Restrictions(
            RestrictionRepository repository,
            RestrictionTable table,
            RestrictionWords words,
            LimitSteps steps,
            LimitDates dates,
            KeptAway keptAway,
            CaseFiles files,
            Incidents incidents,
            Agency agency,
            Clock clock) {
        this.repository = repository;
        this.table = table;
        this.words = words;
        this.steps = steps;
        this.dates = dates;
        this.keptAway = keptAway;
        this.files = files;
        this.incidents = incidents;
        this.agency = agency;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Restriction get(String reference) {
        return steps.get(reference);
    }

    /** Empty where that is the reference of something else. */
    @Transactional(readOnly = true)
    public Optional<Restriction> find(String reference) {
        return repository.find(reference);
    }

    /** Those that were made in a case, the newest first. */
    @Transactional(readOnly = true)
    public List<Restriction> ofCase(String caseReference) {
        return repository.ofCase(caseReference);
    }

    @Transactional(readOnly = true)
    public Child childOf(String reference) {
        return agency.child(get(reference).childId()).orElseThrow();
    }

    /** Whether the parents keep what they may decide: under section 20, and where nobody knows (contract, section 4). */
    @Transactional(readOnly = true)
    public boolean parentsKeepSay(String reference) {
        return PARENTS_KEEP_SAY.contains(childOf(reference).legalStatus());
    }

    /** Lets nobody else begin one for this child until the transaction ends. */
    public void oneAtATime(String childId) {
        incidents.oneAtATime(childId);
    }

    /**
     * Begins one; nothing is limited by that.
     *
     * @param caseReference the case in which it is made; empty where there is none
     * @return its reference: a file of its own, which those see who see a case about the child
     */
    public String open(String childId, Optional<String> caseReference, String by) {
        Child child = agency.child(childId).orElseThrow(() -> new FormRefused("", "Please choose the child again."));
        Instant now = clock.instant();
        String reference = "RES-%d-%06d".formatted(now.atZone(London.ZONE).getYear(), repository.nextNumber());
        repository.open(reference, childId, caseReference, by, now);
        files.open(reference, by, child.householdId());
        files.about(reference, childId, child.householdId());
        files.sent(reference);
        keptAway.fromTheBeginning(get(reference));
        return reference;
    }

    /**
     * A phone was taken in a case because of danger: it is limited from then, with the longest end that the house allows, until whoever took it
     * writes the rest.
     *
     * @return empty where one runs already that was made in this case
     */
    public Optional<String> take(String caseReference, Instant takenAt, String by) {
        String childId = incidents.get(caseReference).childId().orElseThrow();
        oneAtATime(childId);
        if (repository.ofCase(caseReference).stream().anyMatch(Restriction::runs)) {
            return Optional.empty();
        }
        String reference = open(childId, Optional.of(caseReference), by);
        Instant end = dates.longestFromNow(takenAt, HouseTime.EMERGENCY_LIMIT);
        LimitTerms terms = new LimitTerms(
                Kind.REMOVAL,
                Subject.PHONE,
                "the phone",
                "",
                List.of(),
                "",
                "",
                Optional.of(takenAt),
                Optional.of(end),
                Optional.of(dates.longest(takenAt, HouseTime.PHONE_TAKEN)),
                Lifts.SUPERVISING_SOCIAL_WORKER,
                words.becauseOfDanger());
        urgent(reference);
        steps.add(reference, Step.What.TAKEN, Optional.empty(), Optional.of(terms), Optional.empty(), by);
        steps.sayInItsCase(reference, "has begun", by);
        return Optional.of(reference);
    }

    /**
     * Whoever asks for it, or made it, says what, why and until when. What was made already is kept as it was: over before it was written down,
     * or longer than it may last; then it ends soon, and whoever has to know reads so.
     *
     * @throws FormRefused where its end cannot stand
     */
    public void write(String reference, Asked asked, LimitTerms wanted, String by) {
        steps.turn(reference);
        Instant from = wanted.from().orElse(clock.instant());
        wanted.until().ifPresent(end -> requireEnd(end, from, asked, wanted.kind()));
        steps.add(reference, Step.What.WRITTEN, Optional.of(asked), Optional.of(wanted), Optional.empty(), by);
        boolean tooLong = asked.inDanger() && dates.isTooLong(from, HouseTime.EMERGENCY_LIMIT);
        List<Statement> late = words.late(from, clock.instant(), tooLong);
        if (asked.made() && !late.isEmpty()) {
            steps.writtenLate(reference, late);
        }
    }

    private void requireEnd(Instant end, Instant from, Asked asked, Kind kind) {
        if (asked.made() && dates.isOver(end)) {
            if (!end.isAfter(from)) {
                throw new FormRefused(
                        "endedAt", "It would have ended before it began. Please look at both times again.");
            }
        } else if (asked.inDanger()) {
            dates.requireEnd(
                    end,
                    from,
                    dates.longestFromNow(from, HouseTime.EMERGENCY_LIMIT),
                    "Because of danger now it lasts for the least time; a manager can say more. Please choose");
        } else if (kind == Kind.REMOVAL && !asked.evidence().equals(Asked.NO)) {
            dates.requireEnd(
                    end,
                    from,
                    dates.longestFromNow(from, HouseTime.RATIFIED_LIMIT),
                    "Until the police have said what to do, a short time is enough. Please choose");
        } else {
            dates.requireEnd(end, from, dates.longestFromNow(from, HouseTime.LONGEST_LIMIT), LimitDates.NEW_REASONS);
        }
    }

    /** The table says what follows. */
    public Follows decide(String reference) {
        Restriction written = steps.turn(reference);
        LimitTerms wanted = written.terms().orElseThrow();
        Answer answer = table.ask(written, written.asked().orElseThrow(), wanted);
        Follows follows = answer.follows(written.wasMade());
        Optional<LimitTerms> terms = follows == Follows.NOW ? Optional.of(running(wanted, answer)) : Optional.empty();
        if (answer.temporary()) {
            urgent(reference);
        }
        steps.add(reference, Step.What.DECIDED, Optional.empty(), terms, Optional.of(answer), Author.SYSTEM.personId());
        if (follows == Follows.NO && !written.wasMade()) {
            files.close(reference);
        } else if (follows == Follows.NO) {
            refusedAfterwards(reference);
        }
        return follows;
    }

    /** What was done and is not allowed is said in its case; where it took force, it is as urgent as what is HIGH. */
    private void refusedAfterwards(String reference) {
        boolean force = get(reference).undoForce();
        if (force) {
            urgent(reference);
        }
        steps.sayInItsCase(
                reference,
                force ? "has to be undone: it took force, or may have" : "has to be undone: it is not allowed",
                Author.SYSTEM.personId());
    }

    private LimitTerms running(LimitTerms wanted, Answer answer) {
        Instant from = wanted.from().orElse(clock.instant());
        Instant end = wanted.until().orElseGet(() -> dates.longestFromNow(from, HouseTime.EMERGENCY_LIMIT));
        String by = answer.temporary() ? words.becauseOfDanger() : "the plan: the carer decides this";
        return wanted.running(from, end, dates.review(from, answer.reviewAfter(), end, Optional.empty()), by);
    }

    /** What was made because of danger is looked at as fast as what is HIGH. */
    private void urgent(String reference) {
        files.urgency(reference, RiskLevel.HIGH.urgency());
    }
}
