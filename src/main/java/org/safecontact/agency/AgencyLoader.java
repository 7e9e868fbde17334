package org.safecontact.agency;

import jakarta.validation.Validator;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
 * anything is wrong, nothing. Loading the same folder again changes nothing.
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
        AgencyFolder.Found wanted = AgencyFolder.find(from, validator);
        try {
            int changes = Objects.requireNonNull(transaction.execute(status -> store(wanted, clock.instant(), atMost)));
            LOG.info("The agency's folder {} was loaded: {} changes", from, changes);
            return changes;
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

    private int store(AgencyFolder.Found found, Instant at, Duration atMost) {
        AgencyState wanted = found.state();
        repository.lock(atMost);
        AgencyState present = repository.load();
        int changes = 0;
        for (ItemKind kind : ItemKind.values()) {
            Map<String, Item> before = present.items().get(kind);
            Map<String, Item> after = wanted.items().get(kind);
            Set<String> moved = elsewhere(before.keySet(), after.keySet());
            int position = 0;
            for (Item item : after.values()) {
                repository.put(kind, item, position++);
                if (!item.equals(before.get(item.id())) || moved.contains(item.id())) {
                    repository.recordChange(kind, item.id(), before.get(item.id()), item, at);
                    changes++;
                }
            }
            for (Item gone : before.values()) {
                if (!after.containsKey(gone.id())) {
                    repository.remove(kind, gone.id());
                    repository.recordChange(kind, gone.id(), gone, null, at);
                    changes++;
                }
            }
        }
        wanted.policies()
                .forEach(policy -> documents.keep(policy, found.documents().get(policy.id()), at));
        children.are(wanted.children().stream().collect(Collectors.toMap(Child::id, Child::householdId)), at);
        return changes;
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
