package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.springframework.beans.factory.annotation.Autowired;

/** The server decides what a form may send; what is refused changes nothing. */
@EngineTest
class FormSubmissionTest {

    @Autowired
    private TestWork work;

    @Autowired
    private CheckEverything process;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    @Autowired
    private CaseRecord record;

    private Task task;

    @BeforeEach
    void openACase() {
        work.reset();
        task = process.open();
    }

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    @Test
    void takesAFullyAnsweredForm() {
        submit(Map.ofEntries(
                Map.entry("danger", "no"),
                Map.entry("whatHappened", "  A message came on the tablet.\nNobody answered it.  "),
                Map.entry("telephone", "07700 900123"),
                Map.entry("childsWords", "He says he misses me"),
                Map.entry("howMany", 3),
                Map.entry("when", "2026-11-21T22:04+00:00"),
                Map.entry("day", "2026-11-21"),
                Map.entry("concerns", json("[\"images\",\"threats\"]")),
                Map.entry("child", "C2"),
                Map.entry("people", json("[\"P2\"]")),
                Map.entry("agreed", true),
                Map.entry("aggravated", "no"),
                Map.entry("knownTo", "the school")));

        assertThat(process.isOpen(task)).isFalse();
        Answers answers = work.received.get(0);
        assertThat(answers.one("whatHappened")).contains("A message came on the tablet.\nNobody answered it.");
        assertThat(answers.many("concerns")).as("in the form's order").containsExactly("threats", "images");
        assertThat(answers.one("child")).contains("C2");
        assertThat(answers.ticked("agreed")).isTrue();
        assertThat(answers.instant("when")).isPresent();
        assertThat(answers.values()).as("shown, not asked").doesNotContainKeys("knownTo", "ofShownData");

        List<Entry> entries = record.entries(process.reference(task));
        assertThat(entries).extracting(Entry::kind).containsExactly(EntryKind.FACT, EntryKind.CHILDS_WORDS);
        assertThat(entries).extracting(Entry::title).containsOnly("What was checked");
        assertThat(entries.get(0).statements())
                .extracting(statement -> statement.question() + " " + statement.answer())
                .contains(
                        "Is anyone in danger? No",
                        "What worries you? Threats; Pictures",
                        "Which child? Alex",
                        "Who? Uncle",
                        "How many times? 3",
                        "When was it? Saturday 21 November 2026, 22:04",
                        "Which day? Saturday 21 November 2026",
                        "Was an adult involved? No")
                .noneMatch(text -> text.contains("Telephone"));
    }

    @Test
    void takesWhatABrowserSendsForUntouchedFields() {
        submit(new HashMap<>() {
            {
                put("danger", "unsure");
                put("whatHappened", "A call");
                put("telephone", "");
                put("childsWords", "");
                put("howMany", null);
                put("when", null);
                put("concerns", json("[]"));
                put("child", null);
                put("people", json("[]"));
                put("agreed", false);
            }
        });

        assertThat(work.received.get(0).values().keySet()).containsExactly("danger", "whatHappened", "agreed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            danger       | maybe                        | Please choose one of the answers shown at “Is anyone in danger?”.
            danger       |                              | Please choose an answer at “Is anyone in danger?”.
            whatHappened |                              | Please write something at “What happened?”.
            whatHappened | ab                           | Please write a little more at “What happened?”: at least 3 characters.
            telephone    | ring me                      | Please check what stands at “Telephone”.
            howMany      | many                         | Please give “How many times?” as a number.
            howMany      | -1                           | “How many times?” cannot be less than 0.
            howMany      | 100                          | “How many times?” cannot be more than 99.
            howMany      | 1.5                          | Please give “How many times?” as a whole number.
            when         | yesterday                    | Please give a day and a time at “When was it?”.
            when         | 2026-11-20T10:00+01:00[America/New_York] | Please give a day and a time at “When was it?”.
            when         | 2026-03-29T01:30             | The clocks went forward over that time. Please look at “When was it?” again.
            day          | 2026-02-30                   | Please give a day at “Which day?”.
            toldAt       | 2190-01-01T10:00             | “When were they told?” lies in the future. Please look at the time again.
            askedOn      | 2190-01-01                   | “Asked on” lies in the future. Please look at the time again.
            ringsBy      | 2020-01-01T10:00             | “I ring by” is past already. Please choose a time that is still to come.
            child        | C3                           | Please choose one of the answers shown at “Which child?”.
            aggravated   | yes                          | “Was an adult involved?” is not asked with these answers. Please look at the page once more.
            knownTo      | nobody                       | “Known to” cannot be changed here.
            ofShownData  | something                    | “Of shown data” is not asked with these answers. Please look at the page once more.
            """)
    void refusesAtTheField(String field, String answer, String message) {
        Map<String, Object> answers = minimum();
        answers.put(field, answer);

        FormRefused refused = refuse(answers);

        assertThat(refused.messages()).containsOnlyKeys(field).containsEntry(field, message);
        assertNothingHappened();
    }

    @Test
    void takesWhatWasDoneBeforeAndWhatIsPromisedForLater() {
        Map<String, Object> answers = minimum();
        answers.put("toldAt", "2020-01-01T10:00");
        answers.put("askedOn", "2020-01-01");
        answers.put("ringsBy", "2190-01-01T10:00");

        submit(answers);

        assertThat(work.received.get(0).values()).containsKeys("toldAt", "askedOn", "ringsBy");
    }

    @Test
    void refusesOptionsThatNobodyOffered() {
        Map<String, Object> answers = minimum();
        answers.put("concerns", json("[\"threats\",\"weather\"]"));

        assertThat(refuse(answers).messages()).containsOnlyKeys("concerns");
        assertNothingHappened();
    }

    @Test
    void refusesWrongTypes() {
        Map<String, Object> answers = minimum();
        answers.put("whatHappened", json("[\"a list\"]"));
        answers.put("concerns", "threats");
        answers.put("agreed", "yes");
        answers.put("people", json("{\"not\":\"a list\"}"));
        answers.put("child", new byte[] {1, 2, 3});

        assertThat(refuse(answers).messages())
                .containsOnlyKeys("whatHappened", "concerns", "agreed", "people", "child");
        assertNothingHappened();
    }

    @Test
    void asksForWhatACondionShows() {
        Map<String, Object> answers = minimum();
        answers.put("concerns", json("[\"images\"]"));

        assertThat(refuse(answers).messages()).containsOnlyKeys("aggravated");
    }

    @Test
    void conditionsSeeShownData() {
        work.shown.put("mode", "long");
        Map<String, Object> answers = minimum();
        answers.put("ofShownData", "now it is asked");

        submit(answers);

        assertThat(work.received.get(0).one("ofShownData")).contains("now it is asked");
    }

    @Test
    void refusesFieldsThatTheFormDoesNotHave() {
        Map<String, Object> answers = minimum();
        answers.put("riskLevel", "LOW");

        FormRefused refused = refuse(answers);

        assertThat(refused.messages()).containsOnlyKeys("");
        assertThat(refused.messages().get("")).doesNotContain("riskLevel");
        assertNothingHappened();
    }

    @Test
    void refusesPicturesPastedAsText() {
        Map<String, Object> answers = minimum();
        answers.put("whatHappened", "look: data:image/png;base64,iVBORw0KGgo=");

        assertThat(refuse(answers).messages().get("whatHappened")).startsWith("Please take the picture or file out of");
    }

    @Test
    void refusesLengthsBeforeAnythingElseAndSaysNothingOfTheText() {
        Map<String, Object> answers = minimum();
        answers.put("whatHappened", "canary ".repeat(100_000));

        FormRefused refused = refuse(answers);

        assertThat(refused.messages())
                .containsEntry("whatHappened", "“What happened?” is too long. Please use at most 200 characters.");
        assertThat(refused).message().doesNotContain("canary");
    }

    @Test
    void onlyWhatTheAreaReturnsBecomesAVariable() {
        work.work = (open, answers) -> Map.of("danger", answers.one("danger").orElseThrow());

        submit(minimum());

        assertThat(runtime.getVariables(task.getProcessInstanceId())).containsExactly(Map.entry("danger", "no"));
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .isZero();
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count())
                .isZero();
    }

    @Test
    void typedTextNeverBecomesAVariable() {
        work.work =
                (open, answers) -> Map.of("note", answers.one("whatHappened").orElseThrow());

        Throwable refused = catchThrowableOfType(RuntimeException.class, () -> submit(minimum()));

        assertThat(refused).hasMessageContaining("note").message().doesNotContain("Something happened");
        assertNothingHappened();
    }

    @Test
    void whatAnAreaRefusesIsNotRecorded() {
        work.work = (open, answers) -> {
            throw new FormRefused("danger", "Please ring duty first.");
        };

        assertThat(refuse(minimum()).messages()).containsEntry("danger", "Please ring duty first.");
        assertNothingHappened();
    }

    @Test
    void theBrowserGetsWhatIsShownAndNothingElse() {
        runtime.setVariable(task.getProcessInstanceId(), "riskLevel", "HIGH");

        VariableMap variables = forms.getTaskFormVariables(task.getId());

        assertThat(variables.keySet())
                .containsExactlyInAnyOrder("children", "dutyTelephone", "everybody", "handedOver", "knownTo", "mode");
        assertThat(runtime.getVariables(task.getProcessInstanceId())).containsOnlyKeys("riskLevel");
    }

    @Test
    void theRecordNamesWhoWroteAndInWhichRole() {
        identity.setAuthentication("duty1", List.of("dutySocialWorker"));
        try {
            submit(minimum());
        } finally {
            identity.clearAuthentication();
        }

        Entry entry = record.entries(process.reference(task)).get(0);
        assertThat(entry.author().personId()).isEqualTo("duty1");
        assertThat(entry.author().role()).isEqualTo("dutySocialWorker");
    }

    private static Map<String, Object> minimum() {
        return new HashMap<>(Map.of("danger", "no", "whatHappened", "Something happened"));
    }

    private static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    private void submit(Map<String, Object> answers) {
        forms.submitTaskForm(task.getId(), answers);
    }

    private FormRefused refuse(Map<String, Object> answers) {
        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> submit(answers));
        assertThat(refused).isNotNull();
        return refused;
    }

    private void assertNothingHappened() {
        assertThat(process.isOpen(task)).isTrue();
        assertThat(record.entries(process.reference(task))).isEmpty();
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();
    }
}
