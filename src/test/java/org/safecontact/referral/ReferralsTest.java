package org.safecontact.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.MovedChildren;
import org.safecontact.agency.London;
import org.safecontact.agency.NextFolder;
import org.safecontact.demo.MailSink;
import org.safecontact.demo.MailSink.Letter;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.level.Raising;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who outside is asked to act after an assessment, by when and by whom, and whose own report of sexual abuse is asked for: every way through
 * {@code external-referral} and {@code own-report}.
 */
@SafeContactTest
class ReferralsTest {

    private static final String AREA = "Ask the authority where the child lives to act";
    private static final String PLACING = "Ask the authority that placed the child to act";
    private static final String LADO = "Ask the LADO to act";
    private static final String CEOP = "Report it to CEOP";
    private static final String IWF = "Report the address to the Internet Watch Foundation";
    private static final String REMOVE = "Offer Report Remove to the child";

    /** A Tuesday morning. */
    private static final String NOW = "2027-01-19T10:00";

    @LocalServerPort
    private int port;

    @Autowired
    private StoredReports reports;

    @Autowired
    private Incidents incidents;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private Raising raising;

    @Autowired
    private AskedOutside outside;

    @Autowired
    private Endings endings;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseRecord record;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private NextFolder folder;

    @Autowired
    private MovedChildren moved;

    @Autowired
    private TestClock clock;

    private Visitor worker;
    private Visitor manager;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(ReferralsTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("external-referral", "own-report");
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon(NOW);
        worker = Visitor.loggedIn(port, "ssw1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    /** What the report or the assessment says, and what is to do then: whatever else is asked is answered no. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crime                | yes          |",
                "significantHarm      | unsure       | Ask the authority where the child lives to act 11:00 all;"
                        + " Ask the authority that placed the child to act 11:00 all",
                "radicalisation       | unsure       | Ask Prevent to act 23:59 manager",
                "abuseReport          | reported     | Report it to CEOP 23:59 all; Ask the authority where the child lives to act"
                        + " 23:59 all; Ask the authority that placed the child to act 23:59 all",
                "concerns             | grooming     | Report it to CEOP 23:59 all; Ask the authority where the child lives to act"
                        + " 23:59 all; Ask the authority that placed the child to act 23:59 all",
                "concerns             | threats      |",
                "concerns             | images       | Report the address to the Internet Watch Foundation 23:59 manager; Offer"
                        + " Report Remove to the child 23:59 all",
                "concerns             | exploitation | Ask for the National Referral Mechanism 23:59 all",
                "flags                | unsure       | Ask for the National Referral Mechanism 23:59 all",
                "concerns             | unsure       | Report the address to the Internet Watch Foundation 23:59 manager; Offer"
                        + " Report Remove to the child 23:59 all; Ask for the National Referral Mechanism 23:59 all",
                "immediateDanger      | unsure       | Find out now whether anybody is in danger 11:00 manager",
                "immediateDanger      | yes          |",
                "namedPerson          |              | Ask the LADO to act 17:00 manager",
                "disclosed            |              | Ask the Information Commissioner 10:00 manager",
                "disclosed            | school       |"
            })
    void eachRowOfTheTableLeadsToItsToDo(String question, String answer, String toDo) {
        Object said = answer == null ? "not answered" : answer;
        boolean asked = List.of("crime", "significantHarm", "radicalisation", "abuseReport")
                .contains(question);
        boolean list = List.of("concerns", "flags", "disclosed").contains(question) && answer != null;
        Object value = list ? List.of(said) : said;
        Map<String, Object> reported = asked || question.equals("flags") ? Map.of() : with(Map.of(), question, value);
        if ("images".equals(answer)) {
            reported = with(reported, "imagesAggravated", "no");
        }
        String reference = report(reported);
        Map<String, Object> assessed =
                asked || question.equals("flags") ? with(assessment(), question, value) : assessment();
        if ("crime".equals(question)) {
            assessed.put("seriousOffence", "no");
        }
        if ("exploitation".equals(answer)) {
            assessed.put("exploitationSigns", List.of("none"));
            assessed.put("notify", List.of("ofsted", "placingAuthority", "police"));
            assessed.put("notifyWords", "Each by telephone, today.");
        }
        assessed(reference, worker, assessed);

        assertThat(open(reference).stream().map(this::inWords))
                .containsExactlyInAnyOrder(
                        toDo == null
                                ? new String[0]
                                : Stream.of(toDo.split(";")).map(String::strip).toArray(String[]::new));
        assertThat(open(reference)).extracting(Task::getTaskDefinitionKey).allMatch("makeReferral"::equals);
    }

    /** The whole way of one: late, asked, with the other authority in the same call, asked again, answered. */
    @Test
    void theAuthorityIsAskedAndAskedAgainUntilItAnswers() {
        String reference = report(Map.of());
        assessed(reference, worker, with(assessment(), "significantHarm", "yes"));
        assertThat(endings.stillOpen(reference).toString())
                .contains(AREA + " (nobody has it yet); " + PLACING + " (nobody has it yet)");
        assertThat(letters("duty1", reference))
                .as("whoever may ask hears of it")
                .isNotEmpty();
        assertThat(shown(manager, reference, "secondSignature", "askedOutside"))
                .contains("- The authority where the child lives: to be asked by 11:00 today.");
        assertThat(shown(worker, task(reference, AREA), "how"))
                .contains("Northshire Council (invented), [01632 960200](<tel:01632960200>)");

        clock.setLondon("2027-01-19T11:01");
        timer(task(reference, AREA), "boundaryEvent_notAsked");
        assertThat(said(reference, "Not asked in time")).contains("the authority where the child lives");
        assertThat(letters("manager1", reference)).contains(reference + ": something is to do, please see to it");

        Map<String, Object> asked = with(asked("2027-01-19T09:00"), "both", "yes");
        assertThat(send(worker, task(reference, AREA), asked).text()).contains("That is before anybody knew of this.");
        send(worker, task(reference, AREA), with(asked, "askedAt", "2027-01-19T11:01"));
        assertThat(open(reference))
                .as("one call was both")
                .extracting(Task::getName)
                .containsExactly("Has the authority where the child lives answered?");
        assertThat(said(reference, "Asked with the same call")).contains("the authority that placed the child");
        assertThat(said(reference, "Somebody outside is asked to act"))
                .contains("The authority where the child lives was asked to act", "MASH-1");
        assertThat(due(reference)).isEqualTo("2027-01-20T17:00");

        clock.setLondon("2027-01-20T17:01");
        timer(open(reference).get(0), "boundaryEvent_notAnswered");
        assertThat(letters("ssw1", reference)).contains(reference + ": something is to do, please see to it");
        Map<String, Object> notYet = Map.of("answer", "notYet", "at", "2027-01-19T11:00", "whom", "Duty desk");
        assertThat(send(worker, open(reference).get(0), notYet).text()).contains("That is before they were asked.");
        send(worker, open(reference).get(0), with(notYet, "at", "2027-01-20T17:00"));
        assertThat(due(reference)).as("and comes back").isEqualTo("2027-01-21T17:00");
        assertThat(outside.lines(reference))
                .containsExactly(
                        "The authority where the child lives: asked again today at 17:00, no answer yet.",
                        "The authority that placed the child: asked with the same call yesterday at 11:01.");

        claim(worker, open(reference).get(0));
        assertThat(endings.stillOpen(reference).toString())
                .contains("Has the authority where the child lives answered? (Dana Northgate has it)");
        send(worker, open(reference).get(0), answered("2027-01-20T17:01"));
        assertThat(open(reference)).isEmpty();
        assertThat(endings.stillOpen(reference).toString()).doesNotContain("outside");
        assertThat(said(reference, "Somebody outside was asked to act: the answer"))
                .contains("The authority where the child lives has answered", "They open an enquiry.");
        assertThat(mails.letters().toString()).doesNotContain("authority", "MASH");
    }

    @Test
    void onlyTheRegisteredManagerSaysThatABodyIsNotNeededAndNobodyIsAskedTwice() {
        String reference = report(Map.of("concerns", List.of("images"), "imagesAggravated", "no"));
        assessed(reference, worker, assessment());
        Map<String, Object> notNeeded =
                Map.of("done", "notNeeded", "why", "It was never sent.", "help", "It stays private.");
        assertThat(send(worker, task(reference, REMOVE), notNeeded).status()).isEqualTo(400);
        assertThat(claim(worker, task(reference, IWF)).accepted())
                .as("the lead's alone")
                .isFalse();
        tasks.setAssignee(task(reference, REMOVE).getId(), null);
        assertThat(send(manager, task(reference, REMOVE), notNeeded).accepted()).isTrue();
        assertThat(send(manager, task(reference, IWF), asked(NOW)).accepted()).isTrue();
        assertThat(open(reference)).as("nothing more comes of either").isEmpty();

        sendBack(reference);
        assessed(reference, worker, assessment());
        assertThat(open(reference)).isEmpty();

        clock.advance(Duration.ofMinutes(5));
        raising.raise(reference, "manager1", "There were gifts.", false);
        sendBack(reference);
        assessed(reference, worker, assessment());
        assertThat(open(reference))
                .as("what a manager said before it got worse is asked about anew, who was asked is not")
                .extracting(Task::getName)
                .containsExactly(REMOVE);
    }

    @Test
    void whoWasAskedAlreadyIsOnlyWaitedFor() {
        String reference = report(Map.of("concerns", List.of("grooming")));
        assessed(reference, worker, asked(assessment(), "frontDoor", "iwf", "health"));
        assertThat(open(reference))
                .extracting(Task::getName)
                .containsExactlyInAnyOrder(
                        CEOP, PLACING, "Has the authority where the child lives answered?", "Has health answered?");
        assertThat(outside.anybody(reference)).isTrue();

        sendBack(reference);
        assessed(reference, worker, asked(assessment(), "frontDoor", "ceop"));
        assertThat(open(reference))
                .as("a later assessment says that it was asked")
                .extracting(Task::getName)
                .containsExactlyInAnyOrder(
                        "Has CEOP answered?",
                        PLACING,
                        "Has the authority where the child lives answered?",
                        "Has health answered?");
    }

    @Test
    void whoWasAskedBeforeItWasAssessedMayHaveAnsweredBeforeToo() {
        String reference = report(Map.of("concerns", List.of("grooming")));
        clock.advance(Duration.ofHours(1));
        assessed(reference, worker, asked(assessment(), "ceop", "health"));
        Task health = task(reference, "Has health answered?");
        assertThat(send(worker, health, answered("2027-01-19T10:30")).accepted())
                .isTrue();
        assertThat(open(reference)).extracting(Task::getName).doesNotContain("Has health answered?");
    }

    @Test
    void whereABodyNeverAnswersOnlyTheRegisteredManagerSaysThatItNeedNot() {
        String reference = report(Map.of("concerns", List.of("grooming")));
        assessed(reference, worker, asked(assessment(), "ceop"));
        Map<String, Object> notNeeded = Map.of(
                "answer", "notNeeded",
                "whyNot", "They tell nobody what they do.",
                "help", "Nobody waits for what does not come.");
        assertThat(send(worker, task(reference, "Has CEOP answered?"), notNeeded)
                        .status())
                .isEqualTo(400);
        tasks.setAssignee(task(reference, "Has CEOP answered?").getId(), null);
        assertThat(send(manager, task(reference, "Has CEOP answered?"), notNeeded)
                        .accepted())
                .isTrue();
        assertThat(open(reference)).extracting(Task::getName).doesNotContain("Has CEOP answered?");
        sendBack(reference);
        assessed(reference, worker, asked(assessment(), "ceop"));
        assertThat(open(reference))
                .as("nobody waits for it again")
                .extracting(Task::getName)
                .doesNotContain("Has CEOP answered?");
        assertThat(outside.lines(reference))
                .anyMatch(line -> line.startsWith("CEOP: asked, and need not answer, as a manager said "));
    }

    @Test
    void aPlacingAuthorityThatWasToldIsOnlyWaitedFor() {
        String reference = report(Map.of());
        incidents.note(reference, "authorityTold", "telephone", "ssw1");
        assessed(reference, worker, with(assessment(), "significantHarm", "yes"));
        assertThat(open(reference))
                .extracting(Task::getName)
                .containsExactlyInAnyOrder(AREA, "Has the authority that placed the child answered?");
    }

    @Test
    void ofTheLadoOnlyTheManagersLearnAndWhoIsNamedLaterEndsIt() {
        String reference = report(with(Map.of(), "namedPerson", "not answered"));
        assessed(reference, worker, assessment());
        Task lado = task(reference, LADO);
        for (String person : List.of("ssw1", "duty1", "teammanager1", "carer1", "childsw1")) {
            assertThat(claim(Visitor.loggedIn(port, person), lado).accepted())
                    .as(person)
                    .isFalse();
        }
        for (String person : List.of("carer1", "carer3", "childsw1")) {
            assertThat(Visitor.loggedIn(port, person).todos())
                    .as(person)
                    .noneMatch(todo -> todo.id().equals(lado.getId()));
        }
        Visitor carer = Visitor.loggedIn(port, "carer1");
        assertThat(carer.get("/safe-contact/api/thank-you/" + reference).text()).doesNotContain("LADO");
        assertThat(carer.page("/safe-contact/c/" + reference).body()).doesNotContain("LADO");
        assertThat(manager.todos()).anyMatch(todo -> todo.id().equals(lado.getId()));

        transaction.executeWithoutResult(
                none -> further.saidToo(reference, "manager1", Map.of("namedPerson", "worker"), List.of("ssw1")));
        assertThat(open(reference)).isEmpty();
        assertThat(said(reference, "No longer asked")).contains("the LADO");
        assertThat(worker.page("/safe-contact/c/" + reference).statusCode()).isNotEqualTo(200);

        String named = reports.about("C1", "carer3", Map.of("namedPerson", "worker"), List.of("teammanager1"));
        assessed(named, manager, assessment());
        assertThat(open(named))
                .as("decided with the LADO in a to-do of its own")
                .isEmpty();
    }

    @Test
    void whatIsLateIsSaidEveryMorningAndWhatIsOverIsAskedNoMore() {
        clock.setLondon("2027-01-19T22:30");
        String reference = report(Map.of("concerns", List.of("grooming")));
        assessed(reference, worker, assessment());
        assertThat(inWords(task(reference, CEOP))).as("too late for today").isEqualTo(CEOP + " 10:00 all");

        clock.setLondon("2027-01-20T09:00");
        timer(task(reference, CEOP), "startEvent_workingMorning");
        assertThat(letters("director1", reference))
                .as("nothing is late")
                .doesNotContain(reference + ": something is to do, please see to it");
        claim(worker, task(reference, CEOP));
        clock.setLondon("2027-01-21T09:00");
        timer(task(reference, CEOP), "startEvent_workingMorning");
        assertThat(letters("director1", reference)).contains(reference + ": something is to do, please see to it");
        assertThat(send(worker, task(reference, CEOP), asked("2027-01-20T09:00"))
                        .accepted())
                .as("whoever had it can still do it")
                .isTrue();

        transaction.executeWithoutResult(
                none -> events.publishEvent(new IncidentEnded(reference, Incident.State.WITHDRAWN)));
        assertThat(open(reference)).isEmpty();
        assertThat(said(reference, "No longer asked"))
                .contains("CEOP", "the authority where the child lives", "The report is over");
    }

    @Test
    void whoeverKnowsOfSexualAbuseMakesTheirOwnReportWhichIsTheirProof() {
        String reference = report(Map.of("concerns", List.of("grooming")));
        tell(reference);
        Visitor duty = Visitor.loggedIn(port, "duty1");
        Map<String, Object> spoken = Map.of(
                "spokenWithCarer", "yes",
                "spokenAt", NOW,
                "childIs", "In the kitchen, with the carer.",
                "agreed", "Phone downstairs.",
                "police", "rung",
                "policeWho", "The carer",
                "policeAt", NOW);
        Answer answer = send(duty, task(reference, "acknowledge", true), spoken);
        assertThat(answer.accepted()).as(answer.text()).isTrue();
        assessed(reference, worker, with(assessment(), "abuseReport", "reported"));
        assertThat(own(reference))
                .as("who reported, who answered, who assessed")
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "duty1", "ssw1");
        assertThat(own(reference))
                .allSatisfy(task -> assertThat(task.getDueDate()
                                .toInstant()
                                .atZone(London.ZONE)
                                .toLocalDateTime())
                        .hasToString("2027-01-20T17:00"));
        assertThat(letters("carer1", reference))
                .contains(reference + ": something is to do, please see to it by 17:00 on Wednesday 20 January");
        assertThat(incidents.abuseReportMissing(reference)).isTrue();
        assertThat(endings.stillOpen(reference).toString())
                .as("a manager may give a reason instead")
                .doesNotContain("own report");
        assertThat(manager.page("/safe-contact/c/" + reference).body())
                .as("whoever lowers it or takes it back is warned")
                .contains("Somebody who knows of sexual abuse has not made their");

        Visitor carer = Visitor.loggedIn(port, "carer1");
        Task carers = own(reference, "carer1");
        assertThat(carer.todos()).anyMatch(todo -> todo.id().equals(carers.getId()));
        assertThat(claim(manager, carers).accepted()).as("nobody else's").isFalse();
        assertThat(send(carer, carers, made("2027-01-19T09:59")).text()).contains("That is before it was told here.");
        assertThat(send(carer, carers, made("2027-01-19T10:01")).status())
                .as("nobody has made it in an hour to come")
                .isEqualTo(400);
        assertThat(send(carer, carers, made(NOW)).accepted()).isTrue();
        assertThat(carer.page("/safe-contact/w").body())
                .as("their proof")
                .contains("Own report of sexual abuse", "The police", "19 January 2027, 10:00", "CAD 1907");
        assertThat(send(duty, own(reference, "duty1"), with(made("2027-01-18T17:00"), "done", "before"))
                        .accepted())
                .isTrue();

        sendBack(reference);
        assessed(reference, worker, with(assessment(), "abuseReport", "reported"));
        assertThat(own(reference))
                .as("nobody twice")
                .extracting(Task::getAssignee)
                .containsExactly("ssw1");
        clock.setLondon("2027-01-20T17:01");
        timer(own(reference, "ssw1"), "boundaryEvent_notReported");
        assertThat(said(reference, "Own report not made in time")).contains("Dana Northgate");
        assertThat(letters("manager1", reference)).contains(reference + ": something is to do, please see to it");
        assertThat(letters("ssw1", reference)).contains(reference + ": something is to do, please see to it");
        Map<String, Object> notMine = Map.of("done", "notMine", "whyNot", "I only read what the others wrote.");
        assertThat(send(worker, own(reference, "ssw1"), notMine).accepted()).isTrue();
        assertThat(incidents.abuseReportMissing(reference)).isFalse();
    }

    @Test
    void whoIsKeptAwayIsNotAskedForTheirOwnReportAndNobodyIsOnceItIsOver() {
        String reference = report(Map.of("concerns", List.of("grooming")));
        files.exclude(reference, "carer1", "for this test");
        assessed(reference, Visitor.loggedIn(port, "duty1"), with(assessment(), "abuseReport", "notReported"));
        sendBack(reference);
        assessed(reference, worker, with(assessment(), "abuseReport", "reported"));
        assertThat(own(reference)).extracting(Task::getAssignee).containsExactlyInAnyOrder("duty1", "ssw1");
        files.exclude(reference, "duty1", "for this test");
        assertThat(own(reference))
                .as("whoever is kept away later has nothing more to do, and nobody else makes it for them")
                .extracting(Task::getAssignee)
                .containsExactly("ssw1");

        transaction.executeWithoutResult(
                none -> events.publishEvent(new IncidentEnded(reference, Incident.State.WITHDRAWN)));
        assertThat(own(reference)).isEmpty();
    }

    @Test
    void whoSeesTheReportNoMoreIsRungByWhoAnswersForTheService() {
        String reference = report(Map.of("concerns", List.of("grooming")));
        assessed(reference, worker, with(assessment(), "abuseReport", "notReported"));
        assertThat(own(reference)).extracting(Task::getAssignee).contains("carer1");
        try {
            folder.childMoves("C1", "H2");
            moved.look();
            instances(reference).forEach(jobs::runDue);

            assertThat(own(reference)).extracting(Task::getAssignee).doesNotContain("carer1");
            assertThat(record.entries(reference))
                    .filteredOn(entry -> entry.title().equals("Own report still to be asked for"))
                    .anySatisfy(entry -> assertThat(entry.statements())
                            .extracting(Statement::answer)
                            .contains("Alex Ashdown", "They do not see this report any more"));
            assertThat(letters("manager1", reference)).contains(reference + ": something was added, please read it");
            assertThat(incidents.abuseReportMissing(reference)).isTrue();
        } finally {
            folder.unchanged();
            moved.look();
        }
    }

    private void tell(String reference) {
        ProcessInstance started = runtime.startProcessInstanceByKey(
                "inform-and-acknowledge",
                reference,
                Map.of(
                        "reference", reference,
                        "reporter", "carer1",
                        "riskLevel", "HIGH",
                        "policeNow", false,
                        "failSafe", false,
                        "namedPerson", "none",
                        "purpose", "alarm"));
        files.belongs(started.getId(), reference);
        instances(reference).forEach(jobs::runDue);
    }

    private List<Task> own(String reference) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("makeOwnReport")
                .list();
    }

    private Task own(String reference, String whose) {
        return own(reference).stream()
                .filter(task -> whose.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> made(String at) {
        return Map.of("done", "made", "whom", "police", "madeAt", at, "number", "CAD 1907");
    }

    private String report(Map<String, Object> differently) {
        return reports.about("C1", "carer1", differently, List.of());
    }

    private static Map<String, Object> assessment() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("done", "Rang the carer and the police.");
        answers.put("police", "told");
        answers.put("policeWords", "101, reference 4711.");
        answers.put("referrals", List.of("none"));
        answers.put("policeAtHome", "no");
        answers.put("strategy", "none");
        answers.put("notify", List.of("none"));
        answers.put("wishes", "Wants it to stop.");
        answers.put("whoToldChild", "The carer.");
        answers.put("childSeen", "alone");
        answers.put("device", "none");
        answers.put("parents", "willAsk");
        answers.put("planNeeded", "no");
        answers.put("safeTonight", "yes");
        for (String no : List.of("crime", "significantHarm", "radicalisation", "abuseReport")) {
            answers.put(no, "no");
        }
        for (String words : List.of("decision", "reasons", "planWhy", "forTheCarer", "help")) {
            answers.put(words, "As said.");
        }
        return answers;
    }

    private static Map<String, Object> asked(Map<String, Object> assessment, String... bodies) {
        return with(assessment, "referrals", List.of(bodies), "referralWords", "Each by telephone, today.");
    }

    private static Map<String, Object> asked(String at) {
        return new HashMap<>(Map.of(
                "done", "asked",
                "askedAt", at,
                "whom", "The duty desk",
                "way", "telephone",
                "number", "MASH-1",
                "words", "What we know; they call back."));
    }

    private static Map<String, Object> answered(String at) {
        return Map.of("answer", "answered", "at", at, "whom", "The duty desk", "words", "They open an enquiry.");
    }

    private static Map<String, Object> with(Map<String, Object> answers, Object... changes) {
        Map<String, Object> changed = new HashMap<>(answers);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        changed.values().removeIf(Objects::isNull);
        return changed;
    }

    /** Somebody assesses it: for the first time, or what was sent back. */
    private void assessed(String reference, Visitor by, Map<String, Object> answers) {
        if (tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey("assessEscalation")
                        .count()
                == 0) {
            ProcessInstance started = runtime.startProcessInstanceByKey(
                    "assess-and-sign", reference, Map.of("reference", reference, "riskLevel", "HIGH"));
            files.belongs(started.getId(), reference);
        }
        Answer answer = send(by, task(reference, "assessEscalation", true), answers);
        assertThat(answer.accepted()).as(answer.text()).isTrue();
        instances(reference).forEach(jobs::runDue);
    }

    private void sendBack(String reference) {
        Visitor second = Visitor.loggedIn(port, "teammanager1");
        Task task = task(reference, "secondSignature", true);
        second.formData(todo(task));
        Answer answer = send(second, task, Map.of("signed", "sendBack", "why", "More.", "help", "It is clear."));
        assertThat(answer.accepted()).as(answer.text()).isTrue();
    }

    private List<String> instances(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private void timer(Task task, String element) {
        String reference = files.referenceOf(task.getProcessInstanceId()).orElseThrow();
        jobs.run(task.getProcessInstanceId(), element);
        instances(reference).forEach(instance -> {
            if (!instance.equals(task.getProcessInstanceId())) {
                jobs.runDue(instance);
            }
        });
    }

    /** What is to do outside. */
    private List<Task> open(String reference) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("external-referral")
                .list();
    }

    private Task task(String reference, String name) {
        return open(reference).stream()
                .filter(task -> task.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Task task(String reference, String key, boolean anywhere) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** What is to do, by what time of day, and by whom. */
    private String inWords(Task task) {
        String who = CaseTasks.candidates(tasks.getIdentityLinksForTask(task.getId()), false).stream()
                .sorted()
                .collect(Collectors.joining(","));
        return task.getName() + " "
                + task.getDueDate().toInstant().atZone(London.ZONE).toLocalTime() + " "
                + switch (who) {
                    case "dutySocialWorker,registeredManager,supervisingSocialWorker" -> "all";
                    case "registeredManager" -> "manager";
                    default -> who;
                };
    }

    private String due(String reference) {
        return open(reference)
                .get(0)
                .getDueDate()
                .toInstant()
                .atZone(London.ZONE)
                .toLocalDateTime()
                .toString();
    }

    private static Visitor.Todo todo(Task task) {
        return new Visitor.Todo(task.getId(), task.getTaskDefinitionKey(), "", Optional.empty(), Optional.empty());
    }

    private static Answer claim(Visitor visitor, Task task) {
        return visitor.claim(todo(task));
    }

    private Answer send(Visitor visitor, Task task, Map<String, Object> answers) {
        if (task.getAssignee() == null) {
            Answer claimed = claim(visitor, task);
            assertThat(claimed.accepted())
                    .as(task.getName() + ": " + claimed.text())
                    .isTrue();
        }
        if (task.getTaskDefinitionKey().equals("assessEscalation")) {
            visitor.formData(todo(task));
        }
        return visitor.submit(todo(task), answers);
    }

    private String shown(Visitor visitor, String reference, String key, String field) {
        return shown(visitor, task(reference, key, true), field);
    }

    private static String shown(Visitor visitor, Task task, String field) {
        return visitor.formData(todo(task)).path(field).path("value").asText();
    }

    private List<String> letters(String person, String reference) {
        return mails.letters().stream()
                .filter(letter ->
                        letter.to().startsWith(person + "@") && letter.subject().contains(reference))
                .map(Letter::subject)
                .toList();
    }

    private List<String> said(String reference, String title) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(title))
                .map(Entry::statements)
                .flatMap(List::stream)
                .map(Statement::answer)
                .toList();
    }
}
