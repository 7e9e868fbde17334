package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.demo.MailSink;
import org.safecontact.engine.EngineTables;
import org.safecontact.evidence.OnlyWords;
import org.safecontact.evidence.Upload;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a person types at our own doors is in the record and nowhere else, with everything real behind them. A random word
 * goes into every text of every door; then every table of the engine, the log, what failed jobs left, and the messages
 * that left the house are searched for it. Which doors there are, the product says itself.
 */
@SafeContactTest
@ExtendWith(OutputCaptureExtension.class)
class NothingTypedAtOurDoorsStaysTest {

    private static final String API = "/safe-contact/api/";
    private static final String CASE = API + "cases/{reference}/";
    private static final String TASK = API + "tasks/{taskId}/";
    private static final String EVIDENCE = API + "evidence/{reference}/";
    private static final String FILES = "/safe-contact/e/{reference}/";

    private static final String TURNS_ROUND = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    /** What is chosen on the screen and not typed. */
    private static final Set<String> CHOSEN = Set.of(
            "answer",
            "by",
            "form",
            "question",
            "child",
            "level",
            "kind",
            "kinds",
            "ticks",
            "to",
            "ids",
            "seenAt",
            "seenFrom",
            "seenTo",
            "how",
            "saidAt");

    /** A place where a text comes in, such as {@code POST /safe-contact/api/todos}, and the names of its texts. */
    private record Door(String name, Set<String> texts) {

        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        String path() {
            return name.substring(name.indexOf(' ') + 1);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MailSink mails;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Random random = new Random();
    /** Each word, and where it was typed. */
    private final Map<String, String> words = new LinkedHashMap<>();
    /** Of each door that took what was sent, the names of the texts that held a word. */
    private final Map<String, Set<String>> taken = new TreeMap<>();

    private Visitor carer;
    private Visitor worker;
    private Visitor duty;
    private Visitor manager;

    @BeforeEach
    void everybodyIsThere() {
        clock.set(Weeks.nextTuesday());
        carer = Visitor.loggedIn(port, "carer2");
        worker = Visitor.loggedIn(port, "ssw2");
        duty = Visitor.loggedIn(port, "duty1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    @Test
    void inTheRecordAndNowhereElse(CapturedOutput log) {
        somebodyTapsOnDanger();
        dutyWritesDownACall();
        String reference = aCarerReports();
        workersHandItOn(reference);
        evidenceIsNoted(reference);
        theLevelIsChanged(reference);
        Map<String, String> onRecord = Map.copyOf(words);
        whatIsNoPartOfTheRecord(reference);
        everyDoorWasOpened();
        whateverIsSentWhereverItGoes(reference);
        live.jobs(reference);

        onRecord.forEach((word, where) -> assertThat(recorded(word)).as(where).isTrue());
        assertThat(database.sql("select count(*) from record_content where statements::text ~ ?")
                        .param("[" + TURNS_ROUND + "]")
                        .query(Long.class)
                        .single())
                .as("entries on record that would be read in another order than they were typed")
                .isZero();
        assertThat(EngineTables.with(List.of(reference), database))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(held(EngineTables.with(words.keySet(), database)))
                .as("tables of the engine that hold a word")
                .isEmpty();
        assertThat(words)
                .allSatisfy((word, where) -> assertThat(log.getAll().contains(word))
                        .as("in the log, typed at " + where)
                        .isFalse());
        String letters = mails.letters().toString();
        assertThat(words)
                .allSatisfy((word, where) -> assertThat(letters.contains(word))
                        .as("in a message, typed at " + where)
                        .isFalse());
    }

    /** Nobody types these: they stand in the agency's folder for the police, and are read on that one page alone. */
    @Test
    void whatTheFolderSaysForThePoliceStandsOnTheirPageAlone(CapturedOutput log) {
        String reference = live.begin("carer2");
        submit(carer, reference, "reportContact", ReportAnswers.immediate("C3").sent());
        live.jobs(reference);
        List<String> theirs = List.of("Featherly", "slim, short red hair");
        String forThePolice = "/safe-contact/c/{reference}/p";
        assertThat(duty.get(forThePolice.replace("{reference}", reference)).text())
                .contains(theirs);

        String task = live.task(reference, "callPolice").getId();
        for (Visitor visitor : List.of(carer, worker, duty, manager)) {
            for (String path : readAddresses()) {
                if (!path.equals(forThePolice)) {
                    String at = path.replace("{reference}", reference)
                            .replace("{child}", "C3")
                            .replace("{taskId}", task)
                            .replaceAll("\\{\\w+}", "any");
                    assertThat(visitor.get(at).text()).as(at).doesNotContain(theirs);
                }
            }
            assertThat(visitor.todos().stream()
                            .map(each -> visitor.formData(each).toString()))
                    .noneMatch(shown -> theirs.stream().anyMatch(shown::contains));
        }
        assertThat(EngineTables.with(theirs, database)).isEmpty();
        assertThat(theirs).noneMatch(this::recorded);
        assertThat(log.getAll()).doesNotContain(theirs);
        assertThat(mails.letters().toString()).doesNotContain(theirs);
    }

    /** Everything of ours that is only read. */
    private Set<String> readAddresses() {
        Set<String> addresses = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("org.safecontact.")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                addresses.addAll(mapping.getPatternValues());
            }
        });
        assertThat(addresses).hasSizeGreaterThan(20);
        return addresses;
    }

    private void somebodyTapsOnDanger() {
        String reference = live.begin("carer2");
        send(
                "POST " + API + "reports/{reference}/danger",
                carer,
                Map.of("answer", "unsure", "question", "nearOrMeeting", "child", "C3"),
                reference);
        live.jobs(reference);
        carer.raw("/safe-contact/t/C3", "application/x-www-form-urlencoded", BodyPublishers.noBody());
        send(
                "POST " + API + "contacts/{reference}/danger",
                carer,
                Map.of("question", "nearOrMeeting"),
                database.sql("select reference from agreed_contact")
                        .query(String.class)
                        .single());
    }

    private void dutyWritesDownACall() {
        String reference = live.begin("duty1");
        submit(
                duty,
                reference,
                "reportContact",
                ReportAnswers.low("C3")
                        .with("byTelephone", true)
                        .with("caller", "somebodyElse")
                        .with("calledAt", Weeks.london(clock.now()))
                        .with("callerIs", turned("callerIs"))
                        .with("whatHappened", turned("whatHappened, by telephone"))
                        .with("childSaid", turned("childSaid, by telephone"))
                        .sent());
        live.jobs(reference);
    }

    private String aCarerReports() {
        String reference = live.begin("carer2");
        submit(
                carer,
                reference,
                "reportContact",
                ReportAnswers.high("C3")
                        .with("whatHappened", turned("whatHappened"))
                        .with("childSaid", turned("childSaid"))
                        .sent());
        live.jobs(reference);
        return reference;
    }

    private void workersHandItOn(String reference) {
        String acknowledge = live.task(reference, "acknowledge").getId();
        worker.claim(todo(acknowledge));
        send("POST " + TASK + "give-back", worker, Map.of("reason", turned("give back")), acknowledge);
        worker.claim(todo(acknowledge));
        send("POST " + TASK + "take-over", duty, Map.of("reason", turned("take over")), acknowledge);
        Map<String, Object> spoken = new HashMap<>(EverythingRealTest.spoken(clock.now()));
        for (String text : List.of("childIs", "agreed", "policeHow")) {
            spoken.computeIfPresent(text, (key, was) -> turned("acknowledge, " + key));
        }
        submit(duty, reference, "acknowledge", spoken);
        live.jobs(reference);

        String assess = live.task(reference, "assessEscalation").getId();
        manager.claim(todo(assess));
        send("POST " + TASK + "hand-over", manager, Map.of("to", "manager2", "reason", turned("hand over")), assess);
        // as the next one reads it
        Visitor.loggedIn(port, "manager2").formData(todo(assess));
    }

    private void evidenceIsNoted(String reference) {
        Map<String, Object> seen = new HashMap<>(Map.of("kind", "textMessages", "seenFrom", "2020-11-21T21:40"));
        for (String text : List.of("app", "handle", "device", "words", "place", "holder")) {
            seen.put(text, turned("evidence, " + text));
        }
        send("POST " + EVIDENCE + "items", carer, seen, reference);
        send(
                "POST " + EVIDENCE + "items/{item}/whereabouts",
                carer,
                Map.of("place", turned("whereabouts, place"), "holder", turned("whereabouts, holder")),
                reference,
                "1");
        send("POST " + EVIDENCE + "agreements", duty, Map.of("kinds", List.of("textMessages")), reference);
        assertThat(Upload.send(
                                carer,
                                reference,
                                1,
                                OnlyWords.WORDS,
                                "a.txt",
                                "He wrote.".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        send("POST " + FILES + "files/{file}/open", duty, Map.of("reason", turned("why opened")), reference, "1");
        send("POST " + EVIDENCE + "files/{file}/seal", duty, Map.of("saidBy", turned("who doubts")), reference, "1");
    }

    private void theLevelIsChanged(String reference) {
        send(
                "POST " + CASE + "worried",
                carer,
                Map.of("reason", turned("more worried"), "dangerNow", false),
                reference);
        live.jobs(reference);
        send("POST " + CASE + "additions", carer, Map.of("kind", "FACT", "text", turned("addition")), reference);
        send(
                "POST " + CASE + "entries/{number}/child-says",
                carer,
                Map.of(
                        "how",
                        "SAID",
                        "words",
                        turned("what the child says"),
                        "toWhom",
                        turned("to whom the child said it"),
                        "saidAt",
                        Weeks.london(clock.now())),
                reference,
                String.valueOf(ownEntry(reference)));
        events.publishEvent(new PoliceRung(reference, "duty1"));
        send(
                "POST " + CASE + "police-reference",
                carer,
                Map.of("policeReference", turned("police reference")),
                reference);
        send(
                "POST " + CASE + "lower",
                manager,
                Map.of(
                        "level",
                        "MEDIUM",
                        "reason",
                        turned("lower"),
                        "help",
                        turned("how lowering helps"),
                        "seenAt",
                        clock.now().toString()),
                reference);
        send(
                "POST " + CASE + "started-by-accident",
                manager,
                Map.of(
                        "reason",
                        turned("by accident"),
                        "help",
                        turned("how taking back helps"),
                        "seenAt",
                        clock.now().toString()),
                reference);
        live.jobs(reference);
    }

    private int ownEntry(String reference) {
        return database.sql("""
                        select min(e.number) from record_entry e join record_content c on c.entry_id = e.id
                        where e.reference = ? and c.author_id = 'carer2'""").param(reference).query(Integer.class).single();
    }

    /** What somebody looks for, has not sent yet, or has in a file. */
    private void whatIsNoPartOfTheRecord(String reference) {
        String unsent = live.task(live.begin("carer2"), "reportContact").getId();
        send(
                "PUT " + TASK + "draft",
                carer,
                Map.of("answers", Map.of("whatHappened", word("draft"), "childSaid", word("draft"))),
                unsent);
        send(
                "PUT " + API + "drafts",
                carer,
                Map.of(
                        "form",
                        API + "cases/" + reference + "/worried",
                        "answers",
                        Map.of("reason", List.of(word("draft beside the to-do")))));
        took("GET " + API + "drafts", Set.of());
        send("POST " + API + "todos", carer, Map.of("ids", List.of(unsent)));
        String other = carer.post(
                        API + "evidence/" + reference + "/items",
                        Map.of("kind", "textMessages", "place", "here", "holder", "me"))
                .body()
                .path("number")
                .asText();
        String kept = word("file");
        byte[] file = kept.getBytes(StandardCharsets.UTF_8);
        // sealed by now, so it is refused, as are other names and other words
        Upload.send(carer, reference, Integer.parseInt(other), OnlyWords.WORDS, kept + ".txt", file);
        Upload.send(carer, reference, Integer.parseInt(other), word("confirmation"), kept + ".txt", file);
        took("POST " + FILES + "items/{item}/files", Set.of("file"));
        assertThat(carer.get("/safe-contact/w?case=" + word("case")).status()).isEqualTo(200);
        took("GET /safe-contact/w", Set.of("case"));
        assertThat(carer.raw(
                                "/safe-contact/c",
                                "application/x-www-form-urlencoded",
                                BodyPublishers.ofString("find=" + word("find")))
                        .statusCode())
                .isEqualTo(200);
        took("POST /safe-contact/c", Set.of("find"));
        String looked = "/safe-contact/v/C3?s=%s&w=%s&h=%s".formatted(word("span"), word("with"), word("how"));
        assertThat(worker.get(looked).status()).isEqualTo(200);
        took("GET /safe-contact/v/{child}", Set.of("s", "w", "h"));
        ourAgencyIsKept();
    }

    /** Its words stand in our own tables, where every page finds them. */
    private void ourAgencyIsKept() {
        String teams = "/safe-contact/u/t/";
        String newTeam = word("new team");
        keeps("/safe-contact/u/n/t", "name=" + newTeam + "&managers=teammanager1");
        took("POST /safe-contact/u/n/{kind}", Set.of(""));
        keeps(teams + "North", "name=" + word("team") + "&managers=teammanager1&number=" + numberOf("North"));
        took("POST /safe-contact/u/{kind}/{id}", Set.of(""));
        keeps(teams + "North/f", "name=" + word("as the folder") + "&number=" + numberOf("North"));
        took("POST /safe-contact/u/{kind}/{id}/f", Set.of(""));
        String added = database.sql("select id from agency_item where content ->> 'name' = ?")
                .param(newTeam)
                .query(String.class)
                .single();
        keeps(teams + added + "/g", "name=" + word("taken out") + "&number=" + numberOf(added));
        took("POST /safe-contact/u/{kind}/{id}/g", Set.of(""));
    }

    private void keeps(String page, String typed) {
        assertThat(manager.raw(page, "application/x-www-form-urlencoded", BodyPublishers.ofString(typed))
                        .statusCode())
                .as(page)
                .isLessThan(400);
    }

    private String numberOf(String team) {
        String page = manager.get("/safe-contact/u/t/" + team).text();
        return page.replaceFirst("(?s).*name=\"number\" value=\"(\\d+)\".*", "$1");
    }

    private void everyDoorWasOpened() {
        List<Door> doors = doors();
        assertThat(taken.keySet())
                .as("a new door that takes text is tried here, with a word in each text")
                .containsExactlyInAnyOrderElementsOf(
                        doors.stream().map(Door::name).toList());
        for (Door door : doors) {
            Set<String> open = new TreeSet<>(door.texts());
            open.removeAll(taken.get(door.name()));
            open.removeAll(CHOSEN);
            assertThat(open).as("texts of %s that held no word", door.name()).isEmpty();
        }
    }

    /** Words where a choice, a number or a list belongs, in addresses too, and texts that are far too long. */
    private void whateverIsSentWhereverItGoes(String reference) {
        String task = live.tasks(reference, "assessEscalation").get(0).getId();
        for (Door door : doors()) {
            String theirs = door.path()
                    .replace("{reference}", reference)
                    .replace("{taskId}", task)
                    .replace("{child}", "C1")
                    .replace("{kind}", "t")
                    .replace("{id}", "North")
                    .replaceAll("\\{item}|\\{file}|\\{number}", "1");
            String nobodys = door.path().replaceAll("\\{\\w+}", word(door.name() + ", the address"));
            for (String path : List.of(theirs, nobodys)) {
                for (int times : new int[] {1, 4_000}) {
                    Map<String, Object> text = new HashMap<>();
                    Map<String, Object> list = new HashMap<>();
                    for (String name : door.texts()) {
                        text.put(name, (word(door.name() + ", " + name) + " ").repeat(times));
                        list.put(name, List.of(word(door.name() + ", " + name)));
                    }
                    for (Visitor visitor : List.of(carer, manager)) {
                        for (Object body : List.of(text, list, List.of(word(door.name())))) {
                            assertThat(visitor.method(door.method(), path, body).status())
                                    .as(door.name())
                                    .isLessThan(500);
                        }
                    }
                }
            }
        }
    }

    /** Everything of ours that takes a text: a body, something asked for in the address, or a form with a file. */
    private List<Door> doors() {
        Map<String, Door> doors = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            Set<String> texts = texts(method);
            if (method.getBeanType().getName().startsWith("org.safecontact.") && texts != null) {
                for (String path : mapping.getPatternValues()) {
                    mapping.getMethodsCondition().getMethods().forEach(verb -> {
                        String name = verb + " " + path;
                        doors.put(name, new Door(name, texts));
                    });
                }
            }
        });
        return List.copyOf(doors.values());
    }

    private static Set<String> texts(HandlerMethod method) {
        Set<String> texts = new TreeSet<>();
        boolean taking = false;
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                taking = true;
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .filter(part -> !List.of(boolean.class, Boolean.class, Integer.class, long.class)
                                .contains(part.getType()))
                        .map(RecordComponent::getName)
                        .forEach(texts::add);
            } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                taking = true;
                texts.add(parameter.getParameterAnnotation(RequestParam.class).name());
            } else if (HttpServletRequest.class.isAssignableFrom(parameter.getParameterType())) {
                taking = true;
                texts.add("file");
            }
        }
        return taking ? texts : null;
    }

    private void send(String door, Visitor visitor, Map<String, ?> body, String... at) {
        String path = door.substring(door.indexOf(' ') + 1);
        for (String part : at) {
            path = path.replaceFirst("\\{\\w+}", part);
        }
        Visitor.Answer answer = visitor.method(door.substring(0, door.indexOf(' ')), path, body);
        assertThat(answer.accepted()).as(door + ": " + answer.text()).isTrue();
        took(
                door,
                body.entrySet().stream()
                        .filter(sent ->
                                words.keySet().stream().anyMatch(sent.getValue().toString()::contains))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private void took(String door, Set<String> texts) {
        taken.computeIfAbsent(door, any -> new TreeSet<>()).addAll(texts);
    }

    private void submit(Visitor visitor, String reference, String key, Map<String, Object> answers) {
        Visitor.Todo todo = todo(live.task(reference, key).getId());
        visitor.claim(todo);
        Visitor.Answer answer = visitor.submit(todo, answers);
        assertThat(answer.accepted()).as(key + ": " + answer.text()).isTrue();
    }

    private static Visitor.Todo todo(String id) {
        return new Visitor.Todo(id, "", "", Optional.empty(), Optional.empty());
    }

    private String word(String where) {
        String word = "zq" + Long.toString(Math.abs(random.nextLong()), 36);
        words.put(word, where);
        return word;
    }

    /** As it is typed: with signs that turn the direction of reading round. */
    private String turned(String where) {
        return TURNS_ROUND.charAt(0) + word(where) + TURNS_ROUND;
    }

    private boolean recorded(String word) {
        return database.sql("select count(*) from record_content where statements::text like ?")
                        .param("%" + word + "%")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Says of each table which word it holds, where there is any. */
    private Map<String, List<String>> held(List<String> tables) {
        return tables.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> words.entrySet().stream()
                                .filter(word -> EngineTables.with(List.of(word.getKey()), database)
                                        .contains(table))
                                .map(Map.Entry::getValue)
                                .toList()));
    }
}
