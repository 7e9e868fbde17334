package org.safecontact.agency;

import jakarta.validation.Validator;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.start.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the agency's folder into the tables at every start, before anybody can ask for it: all of it or, when
 * anything is wrong, nothing. Loading the same folder again changes nothing, also of what was kept on a page meanwhile.
 */
@Component
class AgencyLoader implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyLoader.class);

    /** What others store by the folder ends within moments. Longer, and nobody could store anything behind a start that waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** PostgreSQL's own word for a lock that did not come in time. */
    private static final String NOT_IN_TIME = "55P03";

    private final AgencyRepository repository;
    private final PolicyRepository documents;
    private final WhereChildrenLive children;
    private final TransactionTemplate transaction;
    private final Validator validator;
    private final Clock clock;
    private final String folder;

    AgencyLoader(
            AgencyRepository repository,
            PolicyRepository documents,
            WhereChildrenLive children,
            TransactionTemplate transaction,
            Validator validator,
            Clock clock,
            @Value("${safe-contact.agency.folder:}") String folder) {
        this.repository = repository;
        this.documents = documents;
        this.children = children;
        this.transaction = transaction;
        this.validator = validator;
        this.clock = clock;
        this.folder = folder;
    }

    @Override
    public void afterPropertiesSet() {
        load(folder);
    }

    /**
     * @return how many things were added, changed or removed
     * @throws AgencyFolderRefused when the folder is missing or anything in it is wrong
     */
    int load(String from) {
        return load(from, PATIENCE);
    }

    /**
     * @param atMost how long it waits for what others store
     * @throws CannotStart when that has not ended by then
     */
    int load(String from, Duration atMost) {
        if (from.isBlank()) {
            throw new AgencyFolderRefused(
                    "(none given)", List.of("safe-contact.agency.folder must name the folder of the agency's files"));
        }
        AgencyFolder.Found found = AgencyFolder.find(from, validator);
        try {
            Loaded loaded = Objects.requireNonNull(transaction.execute(status -> store(from, found, atMost)));
            LOG.info("The agency's folder {} was loaded: {} changes", from, loaded.changes());
            if (!loaded.kept().isEmpty()) {
                LOG.info("Kept on a page and other than in the folder, whose words are as before: {}", loaded.kept());
            }
            if (!loaded.over().isEmpty()) {
                LOG.warn("Kept on a page before, and over since the folder has other words: {}", loaded.over());
            }
            return loaded.changes();
        } catch (DataAccessException failure) {
            if (failure.getRootCause() instanceof SQLException cause && NOT_IN_TIME.equals(cause.getSQLState())) {
                throw new CannotStart(
                        "The agency's folder was not loaded and nothing was changed: what another node stores has not ended for "
                                + atMost.toSeconds()
                                + " seconds. Please start again. If it comes again, restart the other nodes one by one; what still holds"
                                + " it then stands in pg_locks of the database.",
                        failure);
            }
            throw failure;
        }
    }

    /**
     * @param kept what stays as somebody kept it on a page although the folder says something else
     * @param over what somebody kept on a page, and the folder has changed since
     */
    private record Loaded(int changes, List<String> kept, List<String> over) {}

    private Loaded store(String from, AgencyFolder.Found found, Duration atMost) {
        Instant at = clock.instant();
        repository.lock(atMost);
        AgencyState present = repository.load();
        AgencyState said = repository.folder();
        AgencyState wanted = together(found.state(), said, present);
        List<Problem> problems = AgencyCheck.problems(wanted);
        if (!problems.isEmpty()) {
            throw new AgencyFolderRefused(
                    from,
                    problems.stream()
                            .map(problem -> "with what was kept on pages since: " + problem.words())
                            .toList());
        }
        int changes = 0;
        for (ItemKind kind : ItemKind.values()) {
            Map<String, Item> before = present.items().get(kind);
            Map<String, Item> after = wanted.items().get(kind);
            Set<String> moved = elsewhere(before.keySet(), after.keySet());
            List<String> inTheFolder =
                    List.copyOf(found.state().items().get(kind).keySet());
            int last = inTheFolder.size();
            for (Item item : after.values()) {
                int position = inTheFolder.indexOf(item.id());
                repository.put(kind, item, position < 0 ? last++ : position);
                if (!item.equals(before.get(item.id())) || moved.contains(item.id())) {
                    repository.recordChange(kind, item.id(), before.get(item.id()), item, at, null);
                    changes++;
                }
            }
            for (Item gone : before.values()) {
                if (!after.containsKey(gone.id())) {
                    repository.remove(kind, gone.id());
                    repository.recordChange(kind, gone.id(), gone, null, at, null);
                    changes++;
                }
            }
        }
        wanted.policies()
                .forEach(policy -> documents.keep(policy, found.documents().get(policy.id()), at));
        repository.folderSays(found.state());
        children.are(wanted.homes(), at);
        return new Loaded(
                changes,
                named(
                        (kind, id) -> !Objects.equals(
                                wanted.item(kind, id), found.state().item(kind, id)),
                        wanted,
                        found.state()),
                named(
                        (kind, id) -> !Objects.equals(present.item(kind, id), said.item(kind, id))
                                && !Objects.equals(present.item(kind, id), wanted.item(kind, id)),
                        present,
                        said));
    }

    /** The folder changes what has other words in it than when it was last loaded; everything else stays as it is now. */
    private static AgencyState together(AgencyState folder, AgencyState said, AgencyState present) {
        Map<ItemKind, List<Item>> items = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : ItemKind.values()) {
            List<Item> all = new ArrayList<>();
            folder.items().get(kind).values().stream()
                    .map(item -> item.equals(said.item(kind, item.id())) ? present.item(kind, item.id()) : item)
                    .filter(Objects::nonNull)
                    .forEach(all::add);
            present.items().get(kind).values().stream()
                    .filter(item -> folder.item(kind, item.id()) == null && said.item(kind, item.id()) == null)
                    .forEach(all::add);
            items.put(kind, all);
        }
        return AgencyState.of(items);
    }

    /** The items of either state to which it applies: ids alone, never what they say. */
    private static List<String> named(BiPredicate<ItemKind, String> which, AgencyState one, AgencyState other) {
        return Arrays.stream(ItemKind.values())
                .flatMap(kind -> Stream.of(one, other)
                        .flatMap(state -> state.items().get(kind).keySet().stream())
                        .distinct()
                        .filter(id -> which.test(kind, id))
                        .map(id -> kind.file() + " " + id))
                .toList();
    }

    /** What stands in another place among what was there before: who is named first is asked first, so the order is a change like any other. */
    private static Set<String> elsewhere(Set<String> before, Set<String> after) {
        Iterator<String> stood = before.stream().filter(after::contains).iterator();
        return after.stream()
                .filter(before::contains)
                .filter(id -> !id.equals(stood.next()))
                .collect(Collectors.toSet());
    }
}
