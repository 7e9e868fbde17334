package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class SameMomentTest {

    private final SameMoment moment = new SameMoment();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void whatTheDatabaseGaveUpIsDoneAgain() {
        String done = moment.again(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw attempts.get() == 1
                        ? new OptimisticLockingException("changed")
                        : new IllegalStateException(new CannotAcquireLockException("deadlock"));
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void whoeverMeetsOthersEachTimeIsToldThatNothingWasTaken() {
        assertThatThrownBy(() -> moment.again(() -> {
                    attempts.incrementAndGet();
                    throw new OptimisticLockingException("changed");
                }))
                .isInstanceOf(SomebodyWasFaster.class)
                .hasMessage("This was not taken: others worked on it in the same moment. Please press it again.");
        assertThat(attempts).hasValue(5);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        assertThatThrownBy(() -> moment.again(() -> {
                    attempts.incrementAndGet();
                    throw new FormRefused("reason", "Please write why.");
                }))
                .isInstanceOf(FormRefused.class);
        assertThat(attempts).hasValue(1);
    }
}
