package org.safecontact.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.record.Author;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at policies that are missing, changed or due: each is asked for once, and again where what was said has not come by its day. */
@Service
@Transactional
public class PolicyLooks {

    private static final String DECIDED = "DECIDED";
    private static final String IN_ORDER = "IN_ORDER";

    private final PolicyLookRepository repository;
    private final Policies policies;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Agency agency;
    private final Clock clock;

    PolicyLooks(
            PolicyLookRepository repository,
            Policies policies,
            CaseFiles files,
            CaseRecord record,
            Agency agency,
            Clock clock) {
        this.repository = repository;
        this.policies = policies;
        this.files = files;
        this.record = record;
        this.agency = agency;
        this.clock = clock;
    }

    /** What is to be looked at, of what nobody is asked about just now. Whoever asks has the turn until the transaction ends. */
    public List<Concern> toBegin() {
        repository.waitForTurn();
        LocalDate today = today();
        List<PolicyLook> looks = repository.newest();
        return policies.concerns().stream()
                .filter(concern -> looks.stream()
                        .noneMatch(look -> look.policyId().equals(concern.policyId()) && look.open()
                                || concern.isThatOf(look)
                                        && look.askedAgainOn()
                                                .filter(today::isBefore)
                                                .isPresent()))
                .toList();
    }

    /** References of the open ones whose policy was put right, or is wrong in another way now. */
    @Transactional(readOnly = true)
    public List<String> settled() {
        List<Concern> concerns = policies.concerns();
        return repository.newest().stream()
                .filter(PolicyLook::open)
                .filter(look -> concerns.stream().noneMatch(concern -> concern.isThatOf(look)))
                .map(PolicyLook::reference)
                .toList();
    }

    /** @return the reference of the new one, a file in no case: only registered managers and the responsible individual read it */
    public String open(Concern concern) {
        Instant now = clock.instant();
        String reference = "POL-%d-%06d".formatted(now.atZone(London.ZONE).getYear(), repository.nextNumber());
        files.open(reference, Author.SYSTEM.personId(), null);
        files.inNoCase(reference);
        files.wall(reference);
        repository.open(reference, concern, now);
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.FACT,
                        "A policy is to be looked at",
                        List.of(new Statement(concern.title(), PolicyWords.why(concern, today()))),
                        Author.SYSTEM));
        return reference;
    }

    /** What it is about; empty where that has been put right. */
    @Transactional(readOnly = true)
    public Optional<Concern> concern(String reference) {
        return repository
                .find(reference)
                .flatMap(look -> policies.concerns().stream()
                        .filter(concern -> concern.isThatOf(look))
                        .findFirst());
    }

    /** Why it is to be looked at, for whoever is asked. */
    @Transactional(readOnly = true)
    public String why(Concern concern) {
        return PolicyWords.why(concern, today());
    }

    /** What is to be done, as a line on a list. */
    public String toDo(Concern concern) {
        return PolicyWords.toDo(concern);
    }

    /**
     * Somebody said what happens with it.
     *
     * @param by the day by which the folder has it: nobody is asked again before
     * @throws FormRefused where that day is past, or further off than the house allows
     */
    public void decide(String reference, LocalDate by, String personId) {
        LocalDate latest =
                LocalDate.ofInstant(clock.instant().plus(agency.length(HouseTime.POLICY_ASKED_AGAIN)), London.ZONE);
        if (!by.isAfter(today()) || by.isAfter(latest)) {
            throw new FormRefused(
                    "by",
                    "Please choose a day from tomorrow until " + HumanTime.date(latest)
                            + ": nobody is asked again before it.");
        }
        repository.end(reference, DECIDED, Optional.of(by), personId, clock.instant());
    }

    /** It was put right meanwhile. */
    public void inOrder(String reference) {
        repository.end(reference, IN_ORDER, Optional.empty(), Author.SYSTEM.personId(), clock.instant());
        record.append(
                reference,
                NewEntry.now(
                        EntryKind.FACT,
                        "Nothing is left to do about it",
                        List.of(new Statement("The agency's folder", "was changed meanwhile")),
                        Author.SYSTEM));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), London.ZONE);
    }
}
