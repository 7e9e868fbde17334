package org.safecontact.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safecontact.journey.Visitor;

/** The machine dies in the middle of the night; somebody switches it on again, once. */
class KilledIT {

    private final Path folder =
            Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath();

    @Test
    void comesUpAtTheFirstTryAndTheDatabaseIsItsOwnAgain() throws Exception {
        ProcessHandle leftRunning;
        try (PackagedProduct first = PackagedProduct.start(folder)) {
            Visitor.loggedIn(first.port(), "carer1");
            leftRunning = first.database();
            first.killHard();
        }
        assertThat(leftRunning.isAlive()).as("PostgreSQL outlives the product").isTrue();
        try (PackagedProduct second = PackagedProduct.start(folder)) {
            Visitor.loggedIn(second.port(), "carer1");
            assertEnds("the server that was left running", leftRunning);
            leftRunning = second.database();
        }
        assertEnds("the server, after a clean end,", leftRunning);
    }

    /** A process that has ended stays visible until somebody has taken note of it. */
    private static void assertEnds(String what, ProcessHandle process) {
        await(what + " ends").atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }
}
