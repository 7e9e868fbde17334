package org.safecontact.plan;

import java.util.List;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has read what stands now: what is agreed, and what other rooms have to be read with it. */
@Service
@Transactional
public class PlanReaders {

    private static final String BESIDE = "-";

    private final PlanRegister register;
    private final PlanRepository repository;
    private final Agency agency;
    private final List<AlsoAgreed> also;

    PlanReaders(PlanRegister register, PlanRepository repository, Agency agency, List<AlsoAgreed> also) {
        this.register = register;
        this.repository = repository;
        this.agency = agency;
        this.also = also;
    }

    /** Nobody else is asked to read what the file says until the transaction ends. The last turn that anybody takes. */
    public void waitForTurn(String reference) {
        repository.waitForReaders(reference);
    }

    /** What is read with it, as it stands for this person. */
    @Transactional(readOnly = true)
    public List<PlanReading.Part> beside(String childId, String personId) {
        return also.stream()
                .filter(each -> each.path(childId).isEmpty())
                .map(each -> each.about(childId, personId))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    /** Names all that stands for this person now, another name once any of it is something else: {@code 3}, or {@code 3-5f2a1c}. */
    @Transactional(readOnly = true)
    public String mark(String childId, String personId) {
        int version = register.plan(childId).version();
        String beside = nameOf(beside(childId, personId));
        return beside.isEmpty() ? String.valueOf(version) : version + BESIDE + beside;
    }

    /** Whether anything stands that this person is to read. */
    @Transactional(readOnly = true)
    public boolean isThere(String childId, String personId) {
        return register.plan(childId).version() > 0
                || !beside(childId, personId).isEmpty();
    }

    /** Whether they have read all that stands now. */
    @Transactional(readOnly = true)
    public boolean hasRead(String childId, String personId) {
        return register.readBy(childId, personId) >= register.plan(childId).version()
                && hasReadBeside(childId, personId);
    }

    /** Whether they have read what stands beside what is agreed. */
    @Transactional(readOnly = true)
    public boolean hasReadBeside(String childId, String personId) {
        String beside = nameOf(beside(childId, personId));
        return beside.isEmpty() || repository.hasReadBeside(childId, personId, beside);
    }

    /** Carers of the child's home who have not read all that stands; nobody as long as nothing does. */
    @Transactional(readOnly = true)
    public List<Person> notReadBy(String childId) {
        return agency.child(childId).map(Child::householdId).map(agency::carersOf).orElse(List.of()).stream()
                .filter(carer -> !hasRead(childId, carer.id()))
                .toList();
    }

    /** Somebody has read what was marked so when they were shown it. */
    public void acknowledge(String childId, String personId, String mark) {
        String[] read = mark.split(BESIDE);
        register.acknowledge(childId, personId, Integer.parseInt(read[0]), read.length > 1 ? read[1] : "");
    }

    private static String nameOf(List<PlanReading.Part> parts) {
        String all =
                String.join("\n", parts.stream().flatMap(PlanReaders::words).toList());
        return all.isEmpty() ? "" : Integer.toHexString(all.hashCode());
    }

    private static Stream<String> words(PlanReading.Part part) {
        return part.lines().stream()
                .flatMap(line -> Stream.concat(Stream.of(part.heading(), line.words()), line.details().stream()));
    }
}
