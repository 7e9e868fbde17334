package org.safecontact.agency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody changes of the agency on a page: an entry as its file would have it, read and checked as the folder is, against the whole
 * agency as it would stand, and in force from the next request on. What the folder alone says of an entry is neither shown nor changed.
 */
@Service
@Transactional
public class AgencyKeeping {

    /** As a load waits for what others store by the folder; somebody waits at a page, so not as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_CHANGES = 100;

    private final AgencyRepository repository;
    private final WhereChildrenLive children;
    private final Validator validator;
    private final Clock clock;

    AgencyKeeping(AgencyRepository repository, WhereChildrenLive children, Validator validator, Clock clock) {
        this.repository = repository;
        this.children = children;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * An entry as it holds now.
     *
     * @param fields as its file has them, without what is the folder's own
     * @param number of its newest change: whoever changes it says which they have read
     * @param folder what the folder says where that is something else; empty fields where the folder does not have it
     * @param kept its newest change
     */
    public record Entry(String id, ObjectNode fields, long number, Optional<ObjectNode> folder, Change kept) {}

    /**
     * A change that was made.
     *
     * @param by who made it on a page; empty when the folder did
     */
    public record Change(
            ItemKind kind,
            String id,
            Optional<ObjectNode> before,
            Optional<ObjectNode> after,
            Optional<String> by,
            Instant at) {}

    /**
     * What somebody wants.
     *
     * @param fields as its file would have them; empty to remove it
     * @param number that of the change that they have read; 0 for what is new
     */
    public record Wish(ItemKind kind, String id, Optional<ObjectNode> fields, long number) {}

    /** What holds, in the order in which it is asked. */
    @Transactional(readOnly = true)
    public List<Entry> all(ItemKind kind) {
        AgencyState state = repository.load();
        AgencyState folder = repository.folder();
        Map<String, AgencyRepository.Change> newest = newest(kind);
        return state.items().get(kind).values().stream()
                .map(item -> new Entry(
                        item.id(),
                        shown(kind, AgencyJson.tree(item)),
                        newest.get(item.id()).number(),
                        item.equals(folder.item(kind, item.id()))
                                ? Optional.empty()
                                : Optional.of(said(folder, kind, item.id())),
                        change(newest.get(item.id()))))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Entry> one(ItemKind kind, String id) {
        return all(kind).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** What the folder has and somebody removed on a page, each with what it says there. */
    @Transactional(readOnly = true)
    public List<Entry> removedHere(ItemKind kind) {
        AgencyState state = repository.load();
        Map<String, AgencyRepository.Change> newest = newest(kind);
        return repository.folder().items().get(kind).values().stream()
                .filter(item -> state.item(kind, item.id()) == null)
                .map(item -> new Entry(
                        item.id(),
                        shown(kind, AgencyJson.tree(item)),
                        newest.get(item.id()).number(),
                        Optional.of(shown(kind, AgencyJson.tree(item))),
                        change(newest.get(item.id()))))
                .toList();
    }

    /** What was ever done to an entry, the newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes(ItemKind kind, String id) {
        return shown(repository.changes(kind, id));
    }

    /** Somebody as they were before the first change that a page made of their entry at that moment or after it. */
    @Transactional(readOnly = true)
    public Optional<Person> before(String personId, Instant moment) {
        return repository.changes(ItemKind.PEOPLE, personId).stream()
                .filter(change -> change.by().isPresent() && !change.at().isBefore(moment))
                .reduce((newer, older) -> older)
                .flatMap(AgencyRepository.Change::before)
                .map(fields -> (Person) AgencyRepository.read(ItemKind.PEOPLE, fields.toString()));
    }

    /** What was done last to anything that is kept on pages, the newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes() {
        return shown(repository.changes(
                Stream.of(ItemKind.values()).filter(ItemKind::isKeptOnPages).collect(Collectors.toSet()),
                MOST_CHANGES));
    }

    /** Where only something changed that is the folder's own, such as a suspension, no page says that anything did. */
    private static List<Change> shown(List<AgencyRepository.Change> changes) {
        return changes.stream()
                .map(AgencyKeeping::change)
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** An id that nothing of this kind has or ever had: what is on record under it stays about what it was about. */
    @Transactional(readOnly = true)
    public String freeId(ItemKind kind, String beginning) {
        Set<String> used = newest(kind).keySet();
        int next = 1;
        while (used.contains(beginning + next)) {
            next++;
        }
        return beginning + next;
    }

    /**
     * Keeps all of it, or nothing.
     *
     * @param by who does it
     * @throws NotKept when anything is wrong with it, or with the agency as it would stand
     * @throws ChangedMeanwhile when somebody has changed one of them since it was read
     */
    public void keep(List<Wish> wishes, String by) {
        repository.lock(PATIENCE);
        AgencyState present = repository.load();
        Map<ItemKind, Map<String, Item>> items = new EnumMap<>(ItemKind.class);
        present.items().forEach((kind, all) -> items.put(kind, new LinkedHashMap<>(all)));
        AgencyState folder = repository.folder();
        List<Problem> problems = new ArrayList<>();
        for (Wish wish : wishes) {
            requireAsRead(wish);
            Item before = Optional.ofNullable(present.item(wish.kind(), wish.id()))
                    .orElse(folder.item(wish.kind(), wish.id()));
            if (wish.fields().isEmpty()) {
                mayGo(wish, before, problems);
                items.get(wish.kind()).remove(wish.id());
            } else {
                Optional<Item> read = read(wish, before, problems);
                read.ifPresent(item -> {
                    if (looksAfterTheMachine(item) != looksAfterTheMachine(before)) {
                        problems.add(problem(
                                wish,
                                "roles",
                                "becomes administrator, or is none any more, in the agency's folder alone"));
                    }
                    items.get(wish.kind()).put(wish.id(), item);
                });
            }
        }
        AgencyState wanted = new AgencyState(items);
        if (problems.isEmpty()) {
            problems.addAll(AgencyCheck.problems(wanted));
        }
        if (!problems.isEmpty()) {
            throw new NotKept(problems.stream()
                    .map(problem -> isTheFoldersOwn(problem) ? neededByTheFolder(wishes.get(0)) : problem)
                    .distinct()
                    .toList());
        }
        store(wishes, present, wanted, by);
    }

    private void store(List<Wish> wishes, AgencyState present, AgencyState wanted, String by) {
        Instant at = clock.instant();
        for (Wish wish : wishes) {
            Item before = present.item(wish.kind(), wish.id());
            Item after = wanted.item(wish.kind(), wish.id());
            if (Objects.equals(before, after)) {
                continue;
            }
            if (after == null) {
                repository.remove(wish.kind(), wish.id());
            } else {
                repository.put(wish.kind(), after);
            }
            repository.recordChange(wish.kind(), wish.id(), before, after, at, by);
        }
        children.are(wanted.homes(), at);
    }

    private void requireAsRead(Wish wish) {
        AgencyRepository.Change newest = newest(wish.kind()).get(wish.id());
        boolean anotherAgency = wish.kind() == ItemKind.AGENCY && newest == null;
        if (anotherAgency || !wish.kind().isKeptOnPages()) {
            throw new NotKept(List.of(problem(wish, "", "is kept in the agency's folder alone")));
        }
        if (wish.number() == 0 && newest != null) {
            throw new NotKept(List.of(problem(wish, "id", "is taken, or was before: choose another")));
        }
        if (wish.number() != 0 && (newest == null || newest.number() != wish.number())) {
            throw new ChangedMeanwhile();
        }
    }

    /**
     * A suspension is the folder's own, and would go with the person. A login that looks after the machine comes in without any entry, so it has to
     * be taken away first. Whether anything about a child is still open may be no manager's to know, so
     * no page says by a refusal that it is.
     */
    private static void mayGo(Wish wish, Item before, List<Problem> problems) {
        boolean suspended =
                before instanceof Person person && person.suspendedFrom().isPresent();
        if (suspended
                || looksAfterTheMachine(before)
                || wish.kind() == ItemKind.CHILDREN
                || wish.kind() == ItemKind.AGENCY) {
            problems.add(problem(wish, "", "is taken out in the agency's folder alone"));
        }
    }

    private static boolean looksAfterTheMachine(Item item) {
        return item instanceof Person person && person.is(Role.ADMINISTRATOR);
    }

    private Optional<Item> read(Wish wish, Item before, List<Problem> problems) {
        ObjectNode fields = wish.fields().orElseThrow().deepCopy();
        fields.remove(wish.kind().foldersOwn());
        if (before != null) {
            fields.setAll(AgencyJson.tree(before).retain(wish.kind().foldersOwn()));
        }
        fields.put("id", wish.id());
        return new ItemReader(validator, problems).read(wish.kind(), YamlFile.Entry.of(fields));
    }

    private static boolean isTheFoldersOwn(Problem problem) {
        return ItemKind.ofFile(problem.file())
                .filter(kind -> kind.foldersOwn().contains(problem.field()))
                .isPresent();
    }

    /** Not who is related to whom. */
    private static Problem neededByTheFolder(Wish wish) {
        return problem(wish, "", "is needed by what the agency's folder alone says; ask whoever keeps it");
    }

    private static Problem problem(Wish wish, String field, String sentence) {
        return new Problem(wish.kind().file(), 0, wish.id(), field, sentence);
    }

    private Map<String, AgencyRepository.Change> newest(ItemKind kind) {
        return repository.newest().getOrDefault(kind, Map.of());
    }

    private static ObjectNode said(AgencyState folder, ItemKind kind, String id) {
        return Optional.ofNullable(folder.item(kind, id))
                .map(item -> shown(kind, AgencyJson.tree(item)))
                .orElseGet(AgencyJson.MAPPER::createObjectNode);
    }

    private static Change change(AgencyRepository.Change change) {
        return new Change(
                change.kind(),
                change.id(),
                change.before().map(fields -> shown(change.kind(), fields)),
                change.after().map(fields -> shown(change.kind(), fields)),
                change.by(),
                change.at());
    }

    private static ObjectNode shown(ItemKind kind, ObjectNode fields) {
        fields.remove(kind.foldersOwn());
        return fields;
    }
}
