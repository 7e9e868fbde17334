package org.safecontact.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecontact.restriction.Limits.asking;
import static org.safecontact.restriction.Limits.made;
import static org.safecontact.restriction.Limits.stands;
import static org.safecontact.restriction.Limits.stillTaken;
import static org.safecontact.restriction.Limits.undone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.StandInTable;
import org.safecontact.TestClock;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.NextFolder;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incident;
import org.safecontact.incident.IncidentEnded;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.PhoneBack;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.Confirmation;
import org.safecontact.plan.ConfirmedHow;
import org.safecontact.plan.Decider;
import org.safecontact.plan.NewPlanEntry;
import org.safecontact.plan.PlanItem;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.Subject;
import org.safecontact.restriction.Restriction.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** What holds for every limit: by when it is told, what may not be left out, who may, and who is kept away. */
@SafeContactTest
class LimitRulesTest {

    private static final String TUESDAY = "2027-01-12T10:00";

    @LocalServerPort
    private int port;

    @Autowired
    private Limits limits;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private LimitDecisions decisions;

    @Autowired
    private LimitReading reading;

    @Autowired
    private PlanRegister register;

    @Autowired
    private CaseAccess access;

    @Autowired
    private NamedInWorry namedInWorry;

    @Autowired
    private PhoneBack phoneBack;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private List<UserTaskWork> works;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Jobs jobs;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TestClock clock;

    private Visitor carer;

    @BeforeEach
    void aTuesday() {
        clock.setLondon(TUESDAY);
        carer = Visitor.loggedIn(port, "carer1");
    }

    @AfterEach
    void theDemonstrationsFolder() {
        folder.unchanged();
    }

    /** Twenty-four hours by the clock, worked out by hand: over a weekend, over Christmas, and over both changes of the clocks. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-15T20:00, 2027-01-16T20:00:00Z",
        "2027-12-24T18:30, 2027-12-25T18:30:00Z",
        "2027-03-27T20:00, 2027-03-28T20:00:00Z",
        "2027-03-28T00:30, 2027-03-29T00:30:00Z",
        "2027-10-30T20:00, 2027-10-31T19:00:00Z",
        "2027-10-31T00:30, 2027-10-31T23:30:00Z",
    })
    void whatWasMadeIsToldAndLookedAtWithinADayFromThen(String madeAt, String due) {
        LocalDateTime from = LocalDateTime.parse(madeAt);
        clock.setLondon(from.plusMinutes(20).toString());
        Visitor who = Visitor.loggedIn(port, "carer1");
        String reference =
                limits.written(who, "C1", made(madeAt, from.plusHours(40).toString()));
        assertThat(limits.one(reference, "tellByTelephone").getDueDate()).isEqualTo(Instant.parse(due));
        assertThat(limits.one(reference, "ratifyRestriction").getDueDate()).isEqualTo(Instant.parse(due));
        assertThat(jobs.waiting(limits.instance(reference), "boundaryEvent_notRatified"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(Instant.parse(due)));
    }

    @Test
    void nothingIsLimitedWithoutWhatIsAskedOfEverybody() {
        String todo = limits.begin(carer, "C1");
        for (String left :
                List.of("aim", "tried", "understanding", "views", "until", "lifts", "help", "what", "reach")) {
            Map<String, Object> answers = made("2027-01-12T09:30", "2027-01-13T20:00");
            answers.remove(left);
            if (left.equals("views")) {
                answers.remove("viewsSaid");
            }
            assertThat(limits.refused(carer, todo, answers).has(left)).as(left).isTrue();
        }
        for (String noWay : List.of("none", "unsure")) {
            Map<String, Object> answers = made("2027-01-12T09:30", "2027-01-13T20:00");
            answers.put("reach", List.of(noWay));
            assertThat(limits.refused(carer, todo, answers).path("reach").asText())
                    .as(noWay)
                    .contains("always needs a way", "Childline", "ring duty");
        }
        Map<String, Object> wordless = made("2027-01-12T09:30", "2027-01-13T20:00");
        wordless.put("views", "notAsked");
        wordless.remove("viewsSaid");
        assertThat(limits.refused(carer, todo, wordless).has("viewsWhyNot"))
                .as("why nobody asked the child")
                .isTrue();

        assertThat(limits.refused(carer, todo, made("2027-01-12T09:30", "2027-01-12T09:00"))
                        .has("until"))
                .as("it would end before it begins")
                .isTrue();
        assertThat(limits.refused(carer, todo, made("2027-01-13T09:30", "2027-01-13T20:00"))
                        .has("madeAt"))
                .as("made tomorrow")
                .isTrue();
        assertThat(limits.refused(carer, todo, asking("limit", "time", "2027-04-06T20:00"))
                        .path("until")
                        .asText())
                .isEqualTo("Nothing is limited for longer without new reasons. Please choose"
                        + " Tuesday 6 April 2027, 11:00, at the latest.");
        Map<String, Object> evidence = asking("removal", "phone", "2027-01-20T20:00");
        evidence.put("evidence", "yes");
        assertThat(limits.refused(carer, todo, evidence).path("until").asText())
                .startsWith("Until the police have said what to do, a short time is enough.");

        String reference = limits.reference(todo);
        assertThat(restrictions.get(reference).steps()).as("nothing was taken").isEmpty();
        limits.send(carer, todo, made("2027-01-12T09:30", "2027-01-13T20:00"));
        assertThat(carer.submit(Limits.todo(todo), made("2027-01-12T09:30", "2027-01-13T20:00"))
                        .status())
                .as("sent twice it is one")
                .isEqualTo(409);
        assertThat(restrictions.get(reference).steps()).hasSize(2);
    }

    @Test
    void whatMayBeEvidenceIsGivenBackOnlyOnceDutyWasRung() {
        for (String evidence : List.of("unsure", "no")) {
            clock.setLondon("2027-01-12T10:00");
            Map<String, Object> made = made("2027-01-12T09:30", "2027-01-12T20:00");
            made.put("evidence", evidence);
            String reference = limits.written(carer, "C1", made);
            clock.setLondon("2027-01-12T20:00");
            limits.timer(reference, "boundaryEvent_over");
            Restriction over = restrictions.get(reference);
            assertThat(over.state()).isEqualTo(State.LAPSED);
            boolean ring = evidence.equals("unsure");
            assertThat(reading.standing(over).contains("ring duty before it is given back"))
                    .as("read by the carer, evidence %s", evidence)
                    .isEqualTo(ring);
            assertThat(String.join(" ", reading.details(over)).contains("ring duty before it is given back"))
                    .as("read by whoever makes sure that it is undone, evidence %s", evidence)
                    .isEqualTo(ring);
        }
    }

    @Test
    void withoutDangerNothingIsTakenBeforeATalk() {
        String talk = limits.written(carer, "C1", asking("removal", "phone", "2027-01-20T20:00"));
        assertThat(restrictions.get(talk).state()).isEqualTo(State.WAITS_FOR_OTHERS);
        String read = limits.open(talk, "readRestriction").stream()
                .filter(task -> task.getAssignee().equals("carer1"))
                .findFirst()
                .orElseThrow()
                .getId();
        assertThat(limits.shown(carer, read, "standing"))
                .isEqualTo("Not yet. Others decide first; nothing is limited until then.");
        assertThat(limits.shown(carer, read, "needs"))
                .contains("Our policy: avoid confiscating devices without discussion unless there is immediate risk.");

        Map<String, Object> blocked = asking("blockPerson", "messaging", "2027-01-20T20:00");
        blocked.put("begun", "made");
        blocked.put("still", "yes");
        blocked.put("madeAt", "2027-01-12T09:30");
        String undo = limits.written(carer, "C1", blocked);
        assertThat(restrictions.get(undo).state())
                .as("made without danger, and not theirs to decide")
                .isEqualTo(State.REFUSED);
        assertThat(limits.open(undo, "confirmReturned")).hasSize(1);

        Map<String, Object> evidence = asking("limit", "messaging", "2027-01-20T20:00");
        evidence.put("evidence", "unsure");
        assertThat(restrictions.get(limits.written(carer, "C1", evidence)).state())
                .as("nothing is changed before the police say")
                .isEqualTo(State.REFUSED);
    }

    @Test
    void whatThePlanLetsTheCarerDecideRunsAtOnceAndIsToldByTheNextWorkingDay() {
        clock.setLondon("2027-01-15T10:00");
        PlanItem games = new PlanItem.Delegation(
                Subject.GAMES, Decider.CARER, "Until nine.", Optional.of(LocalDate.of(2027, 12, 1)));
        register.enter(
                "C3",
                new NewPlanEntry(
                        games,
                        Optional.empty(),
                        Optional.of(new Confirmation("Kit Placer", LocalDate.of(2027, 1, 11), ConfirmedHow.EMAIL))),
                "ssw2");
        Visitor other = Visitor.loggedIn(port, "carer2");
        String reference = limits.written(other, "C3", asking("limit", "games", "2027-03-01T20:00"));
        Restriction runs = restrictions.get(reference);
        assertThat(runs.state()).isEqualTo(State.RUNS);
        assertThat(runs.toRatify()).isFalse();
        assertThat(runs.terms().orElseThrow().nextLook()).as("28 days").contains(Instant.parse("2027-02-12T10:00:00Z"));
        assertThat(limits.one(reference, "tellByTelephone").getDueDate()).isEqualTo("2027-01-18T17:00:00.000Z");

        assertThat(restrictions
                        .get(limits.written(other, "C3", asking("limit", "photos", "2027-03-01T20:00")))
                        .state())
                .as("the plan says nothing of photos")
                .isEqualTo(State.WAITS_FOR_OTHERS);
    }

    @Test
    void theHomeReadsItAndNobodyElsesHomeDoes() {
        String reference = limits.written(carer, "C1", made("2027-01-12T09:30", "2027-01-13T20:00"));
        String agreed = text(carer, "/safe-contact/a/C1");
        assertThat(agreed)
                .contains(
                        "the phone or device is kept: the phone, from nine at night,"
                                + " until Wednesday 13 January 2027, 20:00 at the latest",
                        "To say to the child: Your phone is kept safe for you.");
        assertThat(text(carer, Limits.PAGE + "C1")).contains("Runs; a registered manager is asked to look at it");
        for (String may : List.of("carer1", "ssw1", "teammanager1", "manager1")) {
            assertThat(text(Visitor.loggedIn(port, may), Limits.PAGE + "C1"))
                    .as(may)
                    .contains("Ask for a limit");
        }
        for (String mayNot : List.of("carer2", "ssw2", "childsw1", "director1")) {
            Visitor visitor = Visitor.loggedIn(port, mayNot);
            assertThat(limits.post(visitor, "C1").statusCode()).as(mayNot).isEqualTo(404);
            assertThat(limits.post(visitor, "C1/" + reference + "/look").statusCode())
                    .as(mayNot)
                    .isEqualTo(404);
        }
        assertThat(Visitor.loggedIn(port, "carer2").get(Limits.PAGE + "C1").status())
                .isEqualTo(404);
        assertThat(limits.post(carer, "C1/" + reference + "/look").statusCode())
                .as("a manager looks first")
                .isEqualTo(404);
        assertThat(Visitor.loggedIn(port, "ssw1")
                        .get("/safe-contact/c/" + reference + "/r")
                        .text())
                .contains("What may be limited now", "a rule of the table");
        assertThat(Visitor.loggedIn(port, "ssw1").get("/safe-contact/c").text())
                .as("no case")
                .doesNotContain(reference);
    }

    @Test
    void aVersionOfTheTableThatNobodyHasSignedSaysSoInTheRecord() {
        StandInTable.whileUnsigned(repository, "device-restriction", () -> {
            String reference = limits.written(carer, "C1", made("2027-01-12T09:30", "2027-01-13T20:00"));
            assertThat(text(Visitor.loggedIn(port, "ssw1"), "/safe-contact/c/" + reference + "/r"))
                    .contains("What may be limited now", "version 9.9.9", "nobody has signed this version yet");
        });
    }

    @Test
    void whoIsNamedInAWorrySeesNothingOfTheLimitsBesideIt() {
        String before = limits.written(carer, "C1", made("2027-01-12T09:30", "2027-01-13T20:00"));
        Visitor named = Visitor.loggedIn(port, "carer3");
        String begun = limits.begin(named, "C1");
        String inCase = limits.reported(
                "carer1",
                "C1",
                Map.of("namedPerson", "household", "namedPersons", List.of("carer3"), "concerns", List.of()));
        limits.phoneTaken(inCase, "ssw1", "2027-01-12T09:40");
        String beside = limits.ofCase(inCase);
        for (String reference : List.of(before, beside)) {
            assertThat(access.mayRead("carer3", reference)).as(reference).isFalse();
        }
        assertThat(named.submit(Limits.todo(begun), Map.of("begun", "nothing")).accepted())
                .as("what they are writing stays theirs to send")
                .isTrue();
        assertThat(text(Visitor.loggedIn(port, "carer3"), "/safe-contact/a/C1"))
                .doesNotContain("yours to read", "until Wednesday 13 January 2027, 20:00", "12 January 2027, 09:40");
        assertThat(limits.one(beside, "proposeRestriction").getAssignee()).isEqualTo("ssw1");
        limits.send(
                Visitor.loggedIn(port, "ssw1"),
                limits.one(beside, "proposeRestriction").getId(),
                stillTaken("2027-01-13T20:00"));
        assertThat(limits.open(beside, "readRestriction"))
                .extracting(Task::getAssignee)
                .doesNotContain("carer3");

        namedInWorry.otherCases(inCase, "manager1", true);
        assertThat(access.mayRead("carer3", before)).as("let back").isTrue();
        assertThat(access.mayRead("carer3", beside))
                .as("what was made in the case that names them stays with that")
                .isFalse();
        String later = limits.written(carer, "C1", asking("limit", "time", "2027-02-12T20:00"));
        assertThat(access.mayRead("carer3", later)).as("nor from a new one").isTrue();
        assertThat(access.mayRead("carer3", inCase)).isFalse();
    }

    /** Nothing reads as if it were hidden where nothing runs; what ended lately stands there, for the home and for who works for it. */
    @Test
    void whereNoLimitRunsThePagesSaySo() {
        String reference = limits.written(carer, "C2", made("2027-01-12T09:30", "2027-01-13T20:00"));
        limits.complete(Visitor.loggedIn(port, "manager1"), reference, "ratifyRestriction", stands("2027-01-13T20:00"));
        clock.setLondon("2027-01-13T20:00");
        limits.timer(reference, "boundaryEvent_over");
        for (String login : List.of("carer3", "ssw1")) {
            Visitor visitor = Visitor.loggedIn(port, login);
            assertThat(text(visitor, "/safe-contact/a/C2"))
                    .contains(
                            "No limit stands here now.",
                            "Over: the phone or device is kept: the phone, from nine at night",
                            "Ended by itself (Wednesday 13 January 2027, 20:00).")
                    .doesNotContain("yours to read");
            assertThat(text(visitor, Limits.PAGE + "C2")).contains("No limit stands here now.", "Ended by itself");
        }
        limits.complete(Visitor.loggedIn(port, "ssw1"), reference, "confirmReturned", undone("2027-01-13T19:00"));
        clock.setLondon("2027-02-11T09:00");
        assertThat(text(Visitor.loggedIn(port, "carer3"), "/safe-contact/a/C2"))
                .as("four weeks later")
                .contains("No limit stands here now.")
                .doesNotContain("Ended by itself");
    }

    @Test
    void anOrdinaryLimitOpensNothingElseToDuty() {
        limits.written(Visitor.loggedIn(port, "carer2"), "C3", asking("limit", "time", "2027-02-12T20:00"));
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get("/safe-contact/a/C3").status()).isEqualTo(404);
        assertThat(duty.get("/safe-contact/a").text()).doesNotContain("C3");
        limits.reported("carer2", "C3");
        assertThat(duty.get("/safe-contact/a/C3").status())
                .as("an open report does")
                .isEqualTo(200);
    }

    @Test
    void whoStandsInForTheWorkerOpensWhatRuns() {
        String running =
                limits.written(Visitor.loggedIn(port, "carer2"), "C3", asking("limit", "time", "2027-02-12T20:00"));
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get("/safe-contact/l/C3").status()).isEqualTo(404);

        folder.somebodyIsAway("ssw2", "2027-01-12", "2027-01-13");
        assertThat(duty.get("/safe-contact/l/C3").text()).contains(running);
        assertThat(duty.get("/safe-contact/a/C3").status()).isEqualTo(200);
        assertThat(duty.redirectedTo("/safe-contact/a")).endsWith("/safe-contact/a/C3");
        assertThat(duty.get("/safe-contact/l/C1").status())
                .as("whose worker is there")
                .isEqualTo(404);
    }

    @Test
    void nobodyElseDecidesAboutALimitThoughNoToDoIsInBetween() {
        String reference = limits.written(carer, "C1", made("2027-01-12T09:30", "2027-01-14T20:00"));
        Instant until = Instant.parse("2027-01-18T20:00:00Z");
        for (String other : List.of("carer1", "ssw1", "duty1", "teammanager1")) {
            assertThatThrownBy(() -> decisions.ratify(reference, until, Optional.empty(), other))
                    .as(other)
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("registered manager");
            assertThatThrownBy(() -> decisions.lift(reference, other))
                    .as(other)
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("not yours to lift");
        }
        String said = restrictions.get(reference).terms().orElseThrow().views();
        decisions.ratify(reference, until, Optional.empty(), "manager1");
        assertThat(restrictions.get(reference).terms().orElseThrow().views())
                .as("nobody could ask: what the child said before is not lost")
                .isEqualTo(said)
                .isNotEmpty();
        for (String other : List.of("carer2", "duty1")) {
            assertThatThrownBy(() -> decisions.lift(reference, other)).as(other).isInstanceOf(NotAllowed.class);
        }
        decisions.lift(reference, "ssw1");
        assertThat(restrictions.get(reference).state()).isEqualTo(State.LIFTED);
    }

    @Test
    void whoClosesTheCaseReadsWhetherThePhoneIsBack() {
        String inCase = limits.reported("carer1", "C1");
        assertThat(phoneBack.known(inCase)).isEmpty();
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        String reference = limits.ofCase(inCase);
        assertThat(phoneBack.known(inCase).orElseThrow())
                .isEqualTo(
                        new PhoneBack.Known(
                                true,
                                "A limit runs (" + reference
                                        + "): the phone or device is kept: the phone, until Friday 15 January 2027, 09:00 at the latest."));
        assertThat(closing(inCase, "notNeeded")).containsKey("phoneBack");
        assertThat(closing(inCase, "yes")).as("a limit with an end runs").doesNotContainKey("phoneBack");

        limits.send(carer, limits.one(reference, "proposeRestriction").getId(), Map.of("taken", "back"));
        assertThat(closing(inCase, "yes").get("phoneBack"))
                .isEqualTo("Nobody has said yet that it was given back (" + reference + ").");
        limits.complete(Visitor.loggedIn(port, "ssw1"), reference, "confirmReturned", undone(TUESDAY));
        assertThat(phoneBack.known(inCase)).isEmpty();
        assertThat(closing(inCase, "yes")).doesNotContainKey("phoneBack");
    }

    @Test
    void aCaseThatIsTakenBackTakesNotTheCallAboutThePhoneWithIt() {
        String inCase = limits.reported("carer1", "C1");
        limits.phoneTaken(inCase, "carer1", "2027-01-12T09:00");
        String reference = limits.ofCase(inCase);
        events.publishEvent(new IncidentEnded(inCase, Incident.State.WITHDRAWN));
        assertThat(limits.open(inCase, "tellByTelephone")).isEmpty();
        assertThat(limits.one(reference, "tellByTelephone").getDueDate()).isEqualTo("2027-01-13T09:00:00.000Z");
    }

    /** Contract, section 5.5. */
    @Test
    void nobodyEverReadsThatContactIsSuspended() throws IOException {
        for (String folder : List.of("forms", "processes", "src/main/java", "src/main/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(file -> file.toString().matches(".*\\.(form|bpmn|dmn|java|html|js|yaml)")))
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(Files.readString(file)
                                                .toLowerCase()
                                                .replaceAll("\\s+", " "))
                                        .doesNotContainPattern(
                                                "contact (is |was |has been |be )?suspended|suspend(ed|s|ing)? (the |all |this )?contact"));
            }
        }
    }

    /** What is refused at the fields when somebody closes the case with that answer about the phone. */
    private Map<String, String> closing(String reference, String phone) {
        UserTaskWork close = works.stream()
                .filter(work -> work.taskKey().equals("closeIncident"))
                .findFirst()
                .orElseThrow();
        OpenTask task = new OpenTask(
                "",
                "closeIncident",
                "",
                "",
                "",
                "",
                reference,
                Optional.of("ssw1"),
                Optional.empty(),
                clock.now(),
                Optional.empty(),
                Map.of());
        Map<String, String> refused = new HashMap<>();
        // It cannot close yet in any case: what is left to do is said at no field.
        assertThatThrownBy(() -> close.done(task, new Answers(Map.of("phoneBack", phone))))
                .isInstanceOfSatisfying(FormRefused.class, thrown -> refused.putAll(thrown.messages()));
        return refused;
    }

    private String text(Visitor visitor, String path) {
        return visitor.get(path).text().replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }
}
