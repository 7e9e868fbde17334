package org.safecontact.record;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Half-hourly, so that one that fails still leaves the next within the hour (<i>house default</i>). */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CheckpointSchedule {

    private final Checkpoints checkpoints;

    CheckpointSchedule(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Scheduled(
            initialDelayString = "${safe-contact.record.checkpoint-every:PT30M}",
            fixedRateString = "${safe-contact.record.checkpoint-every:PT30M}")
    void makeCheckpoint() {
        checkpoints.make();
    }
}
