package org.safecontact.incident.report;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks what is agreed in such a way that no report is lost, and none cannot be written, where that fails (contract, section 4). */
@Component
class AskedApart {

    private static final Logger LOG = LoggerFactory.getLogger(AskedApart.class);

    private final TransactionTemplate apart;

    AskedApart(PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What is known; empty where it failed. */
    <T> Optional<T> of(Supplier<T> question) {
        try {
            return Optional.ofNullable(apart.execute(status -> question.get()));
        } catch (RuntimeException failure) {
            LOG.error("What is agreed could not be read: {}", failure.getClass().getName());
            return Optional.empty();
        }
    }
}
