package org.safecontact.access;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HeldFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a child moved, lets what is open in its files follow, each file by itself and once. Who may see them changed with the folder already.
 * Looks every minute. House default.
 */
@Component
public class MovedChildren {

    private static final Logger LOG = LoggerFactory.getLogger(MovedChildren.class);

    private final HomesOfFiles homes;
    private final HeldFolder folder;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MovedChildren(
            HomesOfFiles homes,
            HeldFolder folder,
            Agency agency,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.homes = homes;
        this.folder = folder;
        this.agency = agency;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${safe-contact.access.look-at-taken-every:PT5S}",
            fixedDelayString = "${safe-contact.access.look-at-taken-every:PT1M}")
    public void look() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            folder.hold();
            homes.are(agency.children().stream().collect(Collectors.toMap(Child::id, Child::householdId)), now);
        });
        for (String reference : homes.toFollow()) {
            try {
                transaction.executeWithoutResult(
                        status -> homes.followed(reference, now).ifPresent(events::publishEvent));
            } catch (RuntimeException failure) {
                // In use in this moment, or followed by another node: the next look finds what is left.
                LOG.warn("What is open in {} did not follow: {}", reference, failure.getClass());
            }
        }
    }
}
