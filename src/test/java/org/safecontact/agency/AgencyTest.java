package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** How often the agency looks whether its folder changed. */
class AgencyTest {

    private final AgencyRepository repository = mock();
    private final Agency agency = new Agency(new AgencyInForce(repository, null), Clock.systemUTC());

    @AfterEach
    void leaveNothing() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void aTransactionLooksOnceAndTheNextOneAgain() {
        when(repository.load()).thenReturn(AgencyState.of(Map.of()));

        for (int transaction = 1; transaction <= 2; transaction++) {
            TransactionSynchronizationManager.initSynchronization();
            agency.name();
            agency.person("carer1");
            agency.holdersOf(Role.CARER);
            verify(repository, times(transaction)).version();
            end();
        }
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    @Test
    void withoutATransactionEveryQuestionLooks() {
        when(repository.load()).thenReturn(AgencyState.of(Map.of()));

        agency.name();
        agency.name();

        verify(repository, times(2)).version();
    }

    private static void end() {
        var synchronizations = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationUtils.invokeAfterCompletion(
                synchronizations, TransactionSynchronization.STATUS_COMMITTED);
    }
}
