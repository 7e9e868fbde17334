package org.safecontact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.agency.Agency;
import org.safecontact.agency.NextFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One node stores a file about a child while another loads the folder by which the child moves: whichever is first, the file is the new home's. */
@SafeContactTest
class MovesMeanwhileTest {

    private static final String CHILD = "C2";

    @Autowired
    private CaseFiles files;

    @Autowired
    private HomesOfFiles homes;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private Agency agency;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService otherNode = Executors.newSingleThreadExecutor();

    @AfterEach
    void asItWas() {
        otherNode.shutdownNow();
        folder.unchanged();
        moved.look();
    }

    @Test
    void theLoadWaitsForTheFileAndTakesItAlong() throws Exception {
        Future<?> load = transaction.execute(now -> {
            store("MOV-2026-000001");
            Future<?> waits = otherNode.submit(() -> folder.childMoves(CHILD, "H2"));
            Patience.untilWaiting(jdbc, 1);
            return waits;
        });

        load.get(Patience.SECONDS, TimeUnit.SECONDS);
        followed("MOV-2026-000001");
    }

    @Test
    void theFileWaitsForTheLoadAndFollowsTheChild() throws Exception {
        Future<?> stored = transaction.execute(now -> {
            folder.childMoves(CHILD, "H2");
            Future<?> waits =
                    otherNode.submit(() -> transaction.executeWithoutResult(then -> store("MOV-2026-000002")));
            Patience.untilWaiting(jdbc, 1);
            return waits;
        });

        stored.get(Patience.SECONDS, TimeUnit.SECONDS);
        followed("MOV-2026-000002");
    }

    @Test
    void theLookOfEveryMinuteWaitsForTheLoadAndTakesNothingBack() throws Exception {
        store("MOV-2026-000003");
        Future<?> look = transaction.execute(now -> {
            folder.childMoves(CHILD, "H2");
            Future<?> waits = otherNode.submit(moved::look);
            Patience.untilWaiting(jdbc, 1);
            return waits;
        });

        look.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(files.find("MOV-2026-000003").orElseThrow().householdId()).contains("H2");
    }

    private void store(String reference) {
        String home = agency.child(CHILD).orElseThrow().householdId();
        assertThat(home).as("as it is known here").isEqualTo("H1");
        files.open(reference, "carer1", null);
        files.about(reference, CHILD, home);
    }

    private void followed(String reference) {
        assertThat(files.find(reference).orElseThrow().householdId()).contains("H2");
        assertThat(homes.toFollow()).as("and so does what is open in it").contains(reference);
    }
}
