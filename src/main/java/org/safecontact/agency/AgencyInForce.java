package org.safecontact.agency;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the agency's folder said at the last start of any node, and pages have changed since: from the next request on, and the same for a whole transaction. */
@Component
class AgencyInForce {

    private record Known(long version, AgencyState state) {}

    private final AgencyRepository repository;
    private volatile Known known = new Known(-1, AgencyState.of(Map.of()));

    /** @param loader has loaded the folder by the time anybody can ask */
    AgencyInForce(AgencyRepository repository, AgencyLoader loader) {
        this.repository = repository;
    }

    /** What holds: looked up once in a transaction, so that everything in it sees the same. */
    AgencyState state() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return newest();
        }
        InThisTransaction held = (InThisTransaction) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new InThisTransaction(newest());
            held.resume();
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return held.state;
    }

    /** Another node may have loaded a newer folder: one small look at the newest change decides. */
    private AgencyState newest() {
        long version = repository.version();
        Known now = known;
        if (now.version() != version) {
            now = new Known(version, repository.load());
            known = now;
        }
        return now.state();
    }

    private final class InThisTransaction implements TransactionSynchronization {

        private final AgencyState state;

        private InThisTransaction(AgencyState state) {
            this.state = state;
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AgencyInForce.this, this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AgencyInForce.this);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }
}
