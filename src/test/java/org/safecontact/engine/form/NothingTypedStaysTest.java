package org.safecontact.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecontact.engine.EngineTables;
import org.safecontact.engine.EngineTest;
import org.safecontact.engine.FormProcess;
import org.safecontact.engine.LeakWork;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person types is in the record and nowhere else. A random word goes into every text field of every form,
 * through every door and every way of failing; then every column of every table of the engine, the log, and what
 * failed jobs left are searched for it.
 */
@EngineTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingTypedStaysTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final int MOST_TURNS = 60;
    private static final int MOST_ROUNDS = 12;
    private static final Random CHANCE = new Random(20261128);

    @LocalServerPort
    private int port;

    @Autowired
    private FormProcess process;

    @Autowired
    private LeakWork work;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ManagementService management;

    private Visitor duty;
    private String word;
    private final List<String> words = new ArrayList<>();

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @BeforeEach
    void aWordThatNobodyHasEverWritten() {
        work.reset();
        word = "zq" + Long.toString(Math.abs(new Random().nextLong()), 36);
        words.add(word);
        duty = Visitor.loggedIn(port, "duty1");
        duty.todos();
    }

    @AfterAll
    void inNoTableOfTheEngine() {
        assertThat(words).hasSizeGreaterThan(2);
        assertThat(EngineTables.with(List.of(LeakWork.TASK), database))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(EngineTables.with(words, database))
                .as("tables of the engine that hold a word")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void inNoFormAndByNoDoor(Path file, CapturedOutput log) throws IOException {
        String json = Files.readString(file);
        Form form = FormReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        AnyAnswers any = new AnyAnswers(form, CHANCE);
        work.showOptions(toChooseFrom(form, any));
        Task task = process.open(form.id(), json);

        String path = ENGINE + "/task/" + task.getId();
        List<Field> texts = form.fields().stream()
                .filter(field -> field.type().isText() && !field.locked())
                .toList();
        Map<String, Object> tooLong = new HashMap<>();
        Map<String, Object> lists = new HashMap<>();
        for (Field text : texts) {
            int times = text.limits().longest() / (word.length() + 1) + 1;
            tooLong.put(text.key(), (word + " ").repeat(times));
            lists.put(text.key(), List.of(word));
        }
        duty.post(path + "/submit-form", variables(tooLong));
        duty.post(path + "/submit-form", variables(lists));
        work.fails = () -> {
            throw new IllegalStateException("as the test wants it");
        };
        Map<String, Object> answers = fill(form, path);
        work.fails = () -> database.sql("insert into case_file (reference, opened_by) values (?, null)")
                .param(word)
                .update();
        duty.post(path + "/submit-form", answers);
        for (String door : List.of(
                "complete",
                "resolve",
                "bpmnError",
                "bpmnEscalation",
                "comment/create",
                "variables",
                "localVariables")) {
            duty.post(
                    path + "/" + door,
                    Map.of(
                            "variables",
                            Map.of("note", Map.of("value", word)),
                            "message",
                            word,
                            "errorCode",
                            word,
                            "errorMessage",
                            word,
                            "modifications",
                            Map.of("note", Map.of("value", word))));
        }
        for (String variable : List.of("variables", "localVariables")) {
            duty.method("PUT", path + "/" + variable + "/note", Map.of("value", word, "type", "String"));
        }
        work.fails = () -> {};
        assertThat(duty.post(path + "/submit-form", answers).status())
                .as("the whole form is taken in the end")
                .isEqualTo(204);
        duty.post(path + "/submit-form", answers);
        assertThat(takenInTheEnd(form, any, texts))
                .as("texts that no form was taken with")
                .isEmpty();

        assertThat(log.getAll()).as("the log").doesNotContain(word);
    }

    /** What the form's conditions speak of can be chosen, and something besides. */
    private static Map<String, Set<String>> toChooseFrom(Form form, AnyAnswers any) {
        Map<String, Set<String>> values = new HashMap<>();
        form.fields()
                .forEach(field -> field.valuesKey().ifPresent(key -> {
                    Set<String> each = values.computeIfAbsent(key, none -> new TreeSet<>(List.of("one", "two")));
                    each.addAll(any.valuesOf(field.key()));
                }));
        return values;
    }

    /** Sends the form as different people in different cases would, until every text of it was taken; returns those that never were. */
    private Set<String> takenInTheEnd(Form form, AnyAnswers any, List<Field> texts) {
        Set<String> untried = texts.stream().map(Field::key).collect(Collectors.toCollection(TreeSet::new));
        for (int turn = 0; turn < MOST_TURNS && !untried.isEmpty(); turn++) {
            String aim =
                    untried.stream().skip(turn % untried.size()).findFirst().orElseThrow();
            work.showFacts(any.factsFor(aim));
            String path = ENGINE + "/task/" + process.again(form.id()).getId() + "/submit-form";
            Map<String, Object> answers = new HashMap<>();
            any.answersFor(aim).forEach((key, value) -> answers.put(key, value));
            texts.forEach(text -> answers.put(text.key(), text(text)));
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Visitor.Answer answer = duty.post(path, variables(answers));
                if (answer.status() == 204) {
                    untried.removeAll(answers.keySet());
                    break;
                }
                answerWhatIsRefused(form, answer, answers, CHANCE.nextInt(7));
            }
        }
        return untried;
    }

    private void answerWhatIsRefused(Form form, Visitor.Answer answer, Map<String, Object> answers, int round) {
        for (Field field : form.fields()) {
            String message = answer.body().path("fields").path(field.key()).asText("");
            if (message.contains("is not asked")) {
                answers.remove(field.key());
            } else if (!message.isEmpty()) {
                answers.put(field.key(), filled(field, round));
            }
        }
    }

    @Test
    void notInWhatAFailedJobLeaves(CapturedOutput log) {
        String job = process.failingJob(word);
        assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(RuntimeException.class);

        assertThat(management.createJobQuery().jobId(job).singleResult().getExceptionMessage())
                .contains("IllegalStateException");
        assertThat(EngineTables.with(List.of(word), database)).isEmpty();
    }

    /** Answers everything that the form asks, as it asks, until only the area's own failure is left. */
    private Map<String, Object> fill(Form form, String path) {
        Map<String, Object> answers = new HashMap<>();
        Visitor.Answer answer = duty.post(path + "/submit-form", variables(answers));
        for (int round = 0; round < 12 && answer.status() == 400; round++) {
            answerWhatIsRefused(form, answer, answers, round);
            answer = duty.post(path + "/submit-form", variables(answers));
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(500);
        return variables(answers);
    }

    private Object filled(Field field, int round) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field);
            case NUMBER -> field.limits().least() == null ? 1 : field.limits().least();
            case DATETIME -> {
                String day = field.tense().filter(Tense.FUTURE::equals).isPresent() ? "2099-11-21" : "2020-11-21";
                yield switch (field.when()) {
                    case "time" -> "22:04";
                    case "datetime" -> day + "T22:04";
                    default -> day;
                };
            }
            case CHECKBOX -> true;
            case RADIO, SELECT -> option(field, round);
            case CHECKLIST, TAGLIST -> List.of(option(field, round));
        };
    }

    private String option(Field field, int round) {
        List<Option> options = Options.of(field, work.show(null), Map.of());
        return options.get(round % options.size()).value();
    }

    private String text(Field field) {
        if (field.limits().pattern() != null
                && !field.limits().pattern().matcher(word).find()) {
            return "01632 960001";
        }
        String text = field.limits().shortest() == null
                ? word
                : word + " " + ".".repeat(field.limits().shortest());
        return text.substring(0, Math.min(text.length(), field.limits().longest()));
    }

    private static Map<String, Object> variables(Map<String, Object> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((key, value) -> variables.put(
                key,
                value instanceof List<?> list ? Map.of("value", json(list), "type", "Json") : Map.of("value", value)));
        return Map.of("variables", variables);
    }

    private static String json(List<?> list) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
