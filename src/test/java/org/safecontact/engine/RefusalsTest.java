package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a person reads when something cannot be done: what to do now, without ids, with the way to help. */
@EngineTest
class RefusalsTest {

    private static final String HELP =
            "Danger now: 999, say \"a child in foster care is in danger\", your name, the address.";

    @LocalServerPort
    private int port;

    @Autowired
    private TestWork work;

    @Autowired
    private CheckEverything process;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CaseRecord record;

    private Task task;
    private Visitor duty;

    @BeforeEach
    void openACase() {
        work.reset();
        task = process.open();
        duty = visitor("duty1");
    }

    @Test
    void aFormThatNeedsAnotherLookSaysSoAtEachField() {
        Answer answer = submit(duty, Map.of("whatHappened", "canary ".repeat(50)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("type").asText()).isEqualTo("FormRefused");
        assertThat(answer.body().path("fields").path("danger").asText())
                .isEqualTo("Please choose an answer at “Is anyone in danger?”.");
        assertThat(answer.body().path("fields").path("whatHappened").asText()).contains("too long");
        assertPlain(answer);
        assertThat(process.isOpen(task)).isTrue();
        assertThat(record.entries(process.reference(task))).isEmpty();
    }

    @Test
    void fieldsOfAnotherPageSayNothingOfTheirNames() {
        Answer answer = submit(duty, Map.of("danger", "no", "whatHappened", "A call", "riskLevel", "LOW"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("riskLevel");
        assertPlain(answer);
    }

    @Test
    void whoeverIsSecondLearnsWhoWasFirst() {
        Visitor manager = visitor("manager1");
        assertThat(submit(duty, minimum()).accepted()).isTrue();

        Answer answer = submit(manager, minimum());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").asText()).isEqualTo("SomebodyWasFaster");
        assertThat(answer.body().path("message").asText())
                .matches(
                        ".* has already done this, .*at \\d\\d:\\d\\d\\. What you wrote is kept in the record, under your name\\. .*");
        assertPlain(answer);
        assertThat(record.entries(reference()))
                .extracting(entry -> entry.author().personId())
                .containsExactly("duty1", "manager1");
    }

    @Test
    void whatTheSecondPersonWroteCanBeKept() {
        work.tooLate = Optional.of("Somebody answered a moment before you. What you wrote is kept.");
        Visitor manager = visitor("manager1");
        submit(duty, minimum());

        Answer answer = submit(manager, Map.of("danger", "yes", "whatHappened", "I saw it too", "child", "C1"));

        assertThat(answer.body().path("message").asText()).contains("Somebody answered a moment before you.");
        assertThat(work.late.doneBy()).contains("duty1");
        assertThat(record.entries(reference()))
                .extracting(entry -> entry.author().personId())
                .containsExactly("duty1", "manager1");
    }

    @Test
    void whoMayNotReadTheCaseLearnsNothingFromBeingLate() {
        work.tooLate = Optional.of("kept");
        Visitor carer = visitor("carer2");
        submit(duty, minimum());

        Answer answer = submit(carer, minimum());

        assertThat(answer.text()).doesNotContain("kept").doesNotContain("already done this");
        assertThat(work.late).isNull();
        assertPlain(answer);
    }

    @Test
    void sendingTwiceIsNoTrouble() {
        submit(duty, minimum());

        Answer answer = submit(duty, minimum());

        assertThat(answer.body().path("message").asText()).startsWith("You have already sent this.");
        assertThat(record.entries(reference())).hasSize(1);
    }

    @Test
    void twoInTheSameMomentDoNotBothCount() {
        work.work = (open, answers) -> {
            throw new OptimisticLockingException("ENGINE-03005 Execution of 'UPDATE ExecutionEntity[4711]' failed");
        };

        Answer answer = submit(duty, minimum());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("message").asText()).startsWith("Somebody else worked on this");
        assertPlain(answer);
        assertThat(record.entries(process.reference(task))).isEmpty();
    }

    @Test
    void whatMetOthersAtTheVeryEndIsDoneAgainWithTheListsThatCame() {
        AtomicBoolean met = new AtomicBoolean();
        work.work = (open, answers) -> {
            if (met.compareAndSet(false, true)) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new OptimisticLockingException("ENGINE-03005 Execution of 'UPDATE' failed");
                    }
                });
            }
            return Map.of();
        };

        Answer answer = duty.submit(
                new Visitor.Todo(task.getId(), task.getTaskDefinitionKey(), "", Optional.empty(), Optional.empty()),
                Map.of("danger", "no", "whatHappened", "A call", "concerns", List.of("threats")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(met).isTrue();
        assertThat(record.entries(process.reference(task)).stream().flatMap(entry -> entry.statements().stream()))
                .contains(new Statement("What worries you?", "Threats"));
    }

    @Test
    void whatSomebodyHasTakenIsNotTakenFromThem() {
        tasks.setAssignee(task.getId(), "duty1");

        Answer answer = visitor("manager1")
                .post(
                        "/camunda/api/engine/engine/default/task/" + task.getId() + "/claim",
                        Map.of("userId", "manager1"));

        assertThat(answer.accepted()).isFalse();
        assertPlain(answer);
    }

    @Test
    void aMistakeOfOursIsNotThePersons() {
        work.work = (open, answers) -> {
            throw new IllegalStateException("id 4711 of class Foo");
        };

        Answer answer = submit(duty, minimum());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().path("message").asText())
                .startsWith("This did not work, and it is not because of you.");
        assertPlain(answer);
    }

    private Visitor visitor(String person) {
        Visitor visitor = Visitor.loggedIn(port, person);
        visitor.todos();
        return visitor;
    }

    private String reference() {
        return record.entries(process.lastReference()).isEmpty() ? "" : process.lastReference();
    }

    private static Map<String, Object> minimum() {
        return Map.of("danger", "no", "whatHappened", "A call");
    }

    private Answer submit(Visitor visitor, Map<String, Object> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return visitor.post(
                "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form",
                Map.of("variables", variables));
    }

    private void assertPlain(Answer answer) {
        JsonNode message = answer.body().path("message");
        assertThat(message.asText()).contains(HELP).doesNotContain(task.getId());
        assertThat(answer.text()).doesNotContain("Exception", "ENGINE-", "4711", task.getId(), "canary");
    }
}
