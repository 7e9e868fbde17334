package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.process.TakenAndNotDone;
import org.safecontact.agency.NextFolder;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing that was taken is anybody's for ever: not done in time, or whoever took it is gone, it is open to the others again. */
@SafeContactTest
class OpenAgainTest {

    private static final Map<String, Object> DANGER = Map.of("immediateDanger", "yes");

    @Autowired
    private Cases cases;

    @Autowired
    private TakenAndNotDone taken;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private NextFolder folder;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theDemonstrationsFolder() {
        folder.unchanged();
    }

    @Test
    void ringingTheCarerWhoeverTookItFallsAsleep() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(DANGER);
        cases.tell(reference, "alarm", null);
        String police = police(reference);
        clock.advance(Duration.ofMinutes(5));
        jobs.runDue(police);
        cases.claim(cases.task(reference, "ringCarer"), "duty1");

        clock.advance(Duration.ofMinutes(9));
        taken.look();
        assertThat(cases.task(reference, "ringCarer").getAssignee())
                .as("ten minutes are for whoever took it, and nobody is disturbed")
                .isEqualTo("duty1");
        tasks.addCandidateUser(cases.task(reference, "ringCarer").getId(), "teammanager1");

        clock.advance(Duration.ofMinutes(1));
        taken.look();

        assertThat(cases.task(reference, "ringCarer").getAssignee()).isNull();
        assertThat(askedToTake(reference))
                .containsExactly(
                        "manager1: a to-do is open again, please take it",
                        "teammanager1: a to-do is open again, please take it");
        assertThat(titles(reference)).contains("Open again to everybody who was asked");
        cases.claim(cases.task(reference, "ringCarer"), "manager1");
        taken.look();
        assertThat(cases.task(reference, "ringCarer").getAssignee())
                .as("who takes it late has a while too")
                .isEqualTo("manager1");
    }

    @Test
    void theCallToTheAuthorityThatNobodyMakes() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(DANGER);
        cases.tell(reference, "alarm", null);
        cases.claim(cases.task(reference, "tellByTelephone"), "ssw1");

        clock.advance(Duration.ofMinutes(31));
        taken.look();

        assertThat(cases.task(reference, "tellByTelephone").getAssignee()).isNull();
        cases.claim(cases.task(reference, "tellByTelephone"), "manager1");
    }

    @Test
    void whatACarerHasStaysWithTheCarerWithoutAWordOfBeingLate() {
        clock.setLondon("2026-11-21T22:04");
        String reference = cases.report(DANGER);
        police(reference);
        Task police = cases.task(reference, "callPolice");
        String carer = police.getAssignee();
        tasks.addCandidateUser(police.getId(), "carer3");

        clock.advance(Duration.ofHours(3));
        taken.look();

        assertThat(cases.task(reference, "callPolice").getAssignee())
                .isEqualTo(carer)
                .isNotEqualTo("carer3");
        assertThat(titles(reference)).doesNotContain("Open again to everybody who was asked");
    }

    @Test
    void whatIsNotUrgentWaitsForWhoeverTookIt() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(Map.of());
        cases.tell(reference, "alarm", null);
        cases.claim(cases.task(reference, "acknowledge"), "ssw1");

        clock.advance(Duration.ofDays(3));
        taken.look();

        assertThat(cases.task(reference, "acknowledge").getAssignee()).isEqualTo("ssw1");
    }

    @Test
    void whoeverHasNoLoginAnyMoreHasNothingInHand() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(DANGER);
        cases.tell(reference, "alarm", null);
        cases.claim(cases.task(reference, "tellByTelephone"), "ssw1");

        identity.deleteUser("ssw1");
        try {
            assertThat(cases.task(reference, "tellByTelephone").getAssignee()).isNull();
            assertThat(askedToTake(reference)).containsExactly("manager1: a to-do is open again, please take it");
        } finally {
            loginAgain("ssw1", "supervisingSocialWorker");
        }
    }

    @Test
    void whoeverIsAwaySinceHasNothingInHandAndSomebodyStandsIn() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report("carer2", "C3", Map.of(), List.of());
        cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        cases.claim(task, "ssw2");
        folder.somebodyIsAway("ssw2", "2026-11-25", "2026-11-27");
        taken.look();
        assertThat(cases.task(reference, "acknowledge").getAssignee()).isEqualTo("ssw2");

        clock.setLondon("2026-11-25T09:00");
        taken.look();

        assertThat(cases.task(reference, "acknowledge").getAssignee()).isNull();
        assertThat(askedToTake(reference)).containsExactly("duty1: a to-do is open again, please take it");
    }

    @Test
    void whoeverDoesNotWorkOnTheCaseAnyMoreHasNothingInHand() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report("carer2", "C3", Map.of(), List.of());
        cases.tell(reference, "alarm", null);
        cases.claim(cases.task(reference, "acknowledge"), "ssw2");
        String another = cases.report(Map.of());
        cases.tell(another, "alarm", null);
        cases.claim(cases.task(another, "acknowledge"), "ssw1");

        folder.anotherSupervises("ssw2", "ssw1");
        taken.look();

        assertThat(cases.task(reference, "acknowledge").getAssignee()).isNull();
        assertThat(titles(reference)).contains("Open again to everybody who was asked");
        cases.claim(cases.task(reference, "acknowledge"), "ssw1");
        assertThat(cases.task(another, "acknowledge").getAssignee()).as("own").isEqualTo("ssw1");
    }

    @Test
    void whatWasOfferedOnlyToPeopleWhoHaveLeftIsOfferedToWhoeverStandsIn() {
        clock.setLondon("2026-11-24T10:00");
        String reference = cases.report(Map.of());
        cases.tell(reference, "alarm", null);
        Task task = cases.task(reference, "acknowledge");
        for (IdentityLink offer : tasks.getIdentityLinksForTask(task.getId())) {
            if (offer.getUserId() != null) {
                tasks.deleteCandidateUser(task.getId(), offer.getUserId());
            } else {
                tasks.deleteCandidateGroup(task.getId(), offer.getGroupId());
            }
        }
        tasks.addCandidateUser(task.getId(), "hasLeft");

        taken.look();

        cases.claim(task, "manager1");
        assertThat(cases.task(reference, "acknowledge").getAssignee()).isEqualTo("manager1");
    }

    private String police(String reference) {
        return runtime.startProcessInstanceByKey(
                        "call-police",
                        reference,
                        Variables.putValue("reference", reference)
                                .putValue("riskLevel", "IMMEDIATE")
                                .putValue("acknowledgedBy", null))
                .getId();
    }

    private void loginAgain(String id, String group) {
        User login = identity.newUser(id);
        login.setPassword("Demo-contact-1");
        identity.saveUser(login);
        identity.createMembership(id, group);
    }

    private List<String> titles(String reference) {
        return record.entries(reference).stream().map(Entry::title).toList();
    }

    private List<String> askedToTake(String reference) {
        return jdbc
                .sql("select id from outgoing_message where reference = :reference and wanted = 'TAKE'")
                .param("reference", reference)
                .query(String.class)
                .list()
                .stream()
                .map(id -> messages.find(id).orElseThrow())
                .map(message -> message.recipientId() + ": " + messages.wanted(message))
                .sorted()
                .toList();
    }
}
