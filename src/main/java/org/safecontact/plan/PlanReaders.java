package org.safecontact.plan;

import java.util.List;
import java.util.stream.Collectors;
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

    static final String NO_LONGER = "No longer agreed";

    private final PlanRegister register;
    private final PlanRepository repository;
    private final Agency agency;
    private final PlanWords words;
    private final List<AlsoAgreed> also;

    PlanReaders(
            PlanRegister register, PlanRepository repository, PlanWords words, Agency agency, List<AlsoAgreed> also) {
        this.words = words;
        this.register = register;
        this.repository = repository;
        this.agency = agency;
        this.also = also;
    }

    /** Nobody else is asked to read what the file says until the transaction ends. The last turn that anybody takes. */
    public void waitForTurn(String reference) {
        repository.waitForReaders(reference);
    }

    /** What is read with it, as it stands for this person: what is over, and what other rooms have. */
    @Transactional(readOnly = true)
    public List<PlanReading.Part> beside(String childId, String personId) {
        return Stream.concat(over(childId).stream(), also(childId, personId).stream())
                .toList();
    }

    /** What is over, each by itself: one that is shown no longer leaves the others read. */
    List<PlanReading.Part> over(String childId) {
        return register.over(childId).stream()
                .map(held -> new PlanReading.Line(
                        held.number(),
                        words.over(childId, held),
                        List.of("It was " + words.line(childId, held.item())
                                + ". If it is to go on, please ask for it anew, and do not arrange it before."),
                        ""))
                .map(line -> new PlanReading.Part(NO_LONGER, List.of(line)))
                .toList();
    }

    private List<PlanReading.Part> also(String childId, String personId) {
        return also.stream()
                .filter(each -> !each.mark(childId, personId).isEmpty())
                .map(each -> each.about(childId, personId))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    /** Names all that stands for this person now, another name once any of it is something else: {@code 3}, or {@code 3-s2-77b0}. */
    @Transactional(readOnly = true)
    public String mark(String childId, String personId) {
        int version = register.plan(childId).version();
        return Stream.concat(
                        Stream.concat(Stream.of(String.valueOf(version)), marks(childId, personId)),
                        over(childId).stream().map(PlanReaders::nameOf))
                .collect(Collectors.joining(BESIDE));
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
                && hasReadBeside(childId, personId)
                && hasReadOver(childId, personId);
    }

    /** Whether they have read what is over. */
    @Transactional(readOnly = true)
    public boolean hasReadOver(String childId, String personId) {
        return over(childId).stream().allMatch(one -> repository.hasReadBeside(childId, personId, nameOf(one)));
    }

    /** Whether they have read what other rooms have beside what is agreed. */
    @Transactional(readOnly = true)
    public boolean hasReadBeside(String childId, String personId) {
        return marks(childId, personId).allMatch(mark -> repository.hasReadBeside(childId, personId, mark));
    }

    /** What they sign by reading it, as the end of a sentence; empty where nothing is left to be signed. */
    @Transactional(readOnly = true)
    public String signs(String childId, String personId) {
        return also.stream()
                .filter(each -> !each.mark(childId, personId).isEmpty())
                .filter(each -> !repository.hasReadBeside(childId, personId, each.mark(childId, personId)))
                .map(each -> each.signs(childId))
                .filter(words -> !words.isEmpty())
                .map(words -> " and sign " + words)
                .collect(Collectors.joining());
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
        int version = Integer.parseInt(read[0]);
        register.acknowledge(childId, personId, version);
        Stream.of(read).skip(1).forEach(beside -> register.acknowledge(childId, personId, version, beside));
    }

    private Stream<String> marks(String childId, String personId) {
        return also.stream().map(each -> each.mark(childId, personId)).filter(mark -> !mark.isEmpty());
    }

    private static String nameOf(PlanReading.Part over) {
        return Integer.toHexString(String.join("\n", words(over).toList()).hashCode());
    }

    private static Stream<String> words(PlanReading.Part part) {
        return part.lines().stream()
                .flatMap(line -> Stream.concat(Stream.of(part.heading(), line.words()), line.details().stream()));
    }
}
