package org.safecontact.record;

import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When a transaction's turn at a case began, kept until the transaction ends. */
final class TurnBegan implements TransactionSynchronization {

    private final String key;
    private final Instant began;

    private TurnBegan(String key, Instant began) {
        this.key = key;
        this.began = began;
    }

    static boolean has(String reference) {
        return TransactionSynchronizationManager.hasResource(key(reference));
    }

    /** The moment in which this is asked first in the transaction. */
    static Instant at(String reference, Clock clock) {
        String key = key(reference);
        if (TransactionSynchronizationManager.getResource(key) instanceof Instant began) {
            return began;
        }
        TurnBegan turn = new TurnBegan(key, clock.instant());
        TransactionSynchronizationManager.bindResource(key, turn.began);
        TransactionSynchronizationManager.registerSynchronization(turn);
        return turn.began;
    }

    private static String key(String reference) {
        return TurnBegan.class.getName() + " " + reference;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, began);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResource(key);
    }
}
