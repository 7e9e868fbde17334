package org.safecontact.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.MovedChildren;
import org.safecontact.agency.NextFolder;
import org.safecontact.incident.Incidents;
import org.safecontact.plan.PlanRegister;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;

/** A child moves home in the middle of everything: what is open goes with the child, what is over stays (docs/adr/0037-a-child-moves.md). */
@SafeContactTest
class ChildMovesTest {

    private static final String MOVED = "The child lives in another home now";

    @Autowired
    private Followed followed;

    @Autowired
    private NextFolder folder;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private CaseAccess access;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Incidents incidents;

    @Autowired
    private PlanRegister register;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2026-11-24T10:00");
    }

    @AfterEach
    void asItWas() {
        folder.unchanged();
        moved.look();
        followed.nobody();
    }

    @Test
    void whatIsOpenGoesWithTheChildAndWhatIsOverStays() {
        String over = followed.report("carer1", "C2", Map.of());
        files.close(over);
        String reference = followed.report("carer1", "C2", Map.of());
        String plan = register.open("C2", "ssw1");
        String instance = followed.follow(reference);
        clock.setLondon("2026-11-24T20:00");
        jobs.runDue();
        Task look = followed.task(instance, "observeWellbeing");
        assertThat(look.getAssignee()).isEqualTo("carer1");

        folder.childMoves("C2", "H2");

        for (String file : List.of(reference, plan)) {
            for (String before : List.of("carer1", "carer3", "ssw1")) {
                assertThat(access.mayRead(before, file))
                        .as("%s, %s", before, file)
                        .isFalse();
            }
            for (String now : List.of("carer2", "ssw2")) {
                assertThat(access.mayRead(now, file)).as("%s, %s", now, file).isTrue();
            }
        }
        assertThat(access.mayRead("ssw1", over)).isTrue();
        assertThat(access.mayRead("ssw2", over)).isFalse();
        assertThat(incidents.get(reference).householdId()).contains("H2");
        assertThat(incidents.get(reference).reporterId())
                .as("whose report it was")
                .isEqualTo("carer1");

        moved.look();
        moved.look();

        look = followed.task(instance, "observeWellbeing");
        assertThat(look.getAssignee()).isNull();
        assertThat(followed.offeredTo(look)).containsExactly("carer2");
        assertThat(titles(reference)).filteredOn(MOVED::equals).hasSize(1);
        assertThat(titles(plan)).filteredOn(MOVED::equals).hasSize(1);
        assertThat(titles(over)).doesNotContain(MOVED);
        followed.submit(look, "carer2", Followed.asUsual());

        clock.setLondon("2026-11-25T20:00");
        jobs.runDue();
        look = followed.task(instance, "observeWellbeing");
        assertThat(look.getAssignee())
                .as("of the new home, for the days to come")
                .isEqualTo("carer2");
    }

    private List<String> titles(String reference) {
        return record.entries(reference).stream().map(Entry::title).toList();
    }
}
