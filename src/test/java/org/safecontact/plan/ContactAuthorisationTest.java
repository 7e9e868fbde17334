package org.safecontact.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.plan.Asking.agreed;
import static org.safecontact.plan.Asking.agreedWithSomebodyNew;
import static org.safecontact.plan.Asking.begin;
import static org.safecontact.plan.Asking.once;
import static org.safecontact.plan.Asking.post;
import static org.safecontact.plan.Asking.refused;
import static org.safecontact.plan.Asking.regularly;
import static org.safecontact.plan.Asking.said;
import static org.safecontact.plan.Asking.send;
import static org.safecontact.plan.Asking.shown;
import static org.safecontact.plan.Asking.take;
import static org.safecontact.plan.Asking.todo;
import static org.safecontact.plan.Asking.written;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.Jobs;
import org.safecontact.Patience;
import org.safecontact.SafeContactTest;
import org.safecontact.StandInTable;
import org.safecontact.TestClock;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.PersonCleared;
import org.safecontact.agency.London;
import org.safecontact.demo.MailSink;
import org.safecontact.incident.named.NamedInWorry;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Refusal;
import org.safecontact.plan.request.Because;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.Outcome;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** Every way through {@code contact-authorisation}, as people go it. */
@SafeContactTest
class ContactAuthorisationTest {

    private static final String AGREED = "/safe-contact/a/";

    @LocalServerPort
    private int port;

    @Autowired
    private Asking asking;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanPeople people;

    @Autowired
    private PlanCheck check;

    @Autowired
    private ContactRequests requests;

    @Autowired
    private CaseFiles files;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private NamedInWorry decided;

    @Autowired
    private CaseRecord record;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Jobs jobs;

    @Autowired
    private MailSink mails;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor worker;
    private Visitor authority;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(ContactAuthorisationTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("contact-authorisation");
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2027-01-12T10:00");
        carer = Visitor.loggedIn(port, "carer1");
        worker = Visitor.loggedIn(port, "ssw1");
        authority = Visitor.loggedIn(port, "childsw1");
    }

    @Test
    void aCarerAsksTheChildsSocialWorkerDecidesAndTheHomeReads() {
        String todo = begin(carer, "C1");
        assertThat(begin(carer, "C1")).as("goes on with what was begun").isEqualTo(todo);
        String reference = asking.reference(todo);
        assertThat(reference).matches("CON-2027-\\d{6}");
        send(carer, todo, regularly("Auntie May"));

        Task decide = asking.one(reference, "decideContact");
        assertThat(decide.getDueDate()).isEqualTo(london("2027-01-19T17:00"));
        assertThat(thanks(carer, reference))
                .contains("is asked to decide by 17:00 on Tuesday 19 January.")
                .doesNotContain("office is closed");
        for (Visitor sees : List.of(worker, authority)) {
            assertThat(sees.has("decideContact")).isTrue();
        }
        for (String doesNot : List.of("carer1", "carer3", "ssw2", "childsw2", "duty1")) {
            Visitor other = Visitor.loggedIn(port, doesNot);
            assertThat(other.has("decideContact")).as(doesNot).isFalse();
            assertThat(other.claim(todo(decide.getId())).accepted()).as(doesNot).isFalse();
        }
        jobs.runDue();
        for (String hears : List.of("ssw1", "childsw1")) {
            assertThat(mails(hears, reference))
                    .as(hears)
                    .singleElement()
                    .asString()
                    .contains("waits for you to decide");
        }
        assertThat(page(carer, "C1"))
                .contains("video call with Auntie May, Wednesdays 17:00-17:30, every week", "Waits for an answer");

        take(authority, decide.getId());
        assertThat(shown(authority, decide.getId(), "asked")).startsWith("video call with Auntie May");
        assertThat(shown(authority, decide.getId(), "who")).contains("the child's social worker (Kit Placer");
        assertThat(shown(authority, decide.getId(), "stands"))
                .as("every order, whomever it names")
                .contains("C1's father");
        send(authority, decide.getId(), agreedWithSomebodyNew("2027-01-13", "2027-06-30"));

        PlanPerson may = people.called("C1", "auntie may").orElseThrow();
        assertThat(register.plan("C1", LocalDate.parse("2027-01-20")).about(may.id()))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.standing()).isEqualTo(Standing.COUNTS);
                    assertThat(held.confirmed())
                            .contains(new Confirmation(
                                    "Kit Placer, Northshire Council (invented)",
                                    LocalDate.parse("2027-01-12"),
                                    ConfirmedHow.OWN_LOGIN));
                });
        assertThat(compared("C1", may, "2027-01-20T17:10")).isEqualTo(PlanCheck.Result.WITHIN);
        assertThat(asking.waiting(reference, "readDecision"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3");
        assertThat(titles(reference))
                .contains("Contact that was asked for", ContactRequests.WHO_DECIDES, "Decision about contact");
        assertThat(says(reference))
                .contains(
                        "More or new contact", "They were close before.", "On the home's tablet.", "I miss her songs.");

        for (String reader : List.of("carer1", "carer3")) {
            String read = read(reference, reader);
            Visitor reads = Visitor.loggedIn(port, reader);
            assertThat(shown(reads, read, "outcome")).isEqualTo("Agreed");
            assertThat(shown(reads, read, "agreed"))
                    .contains("Agreed with Auntie May", "On the home's tablet.", "Until 30 June 2027.");
            send(reads, read, Map.of("read", shownVersion(reads, read)));
            assertThat(register.readBy("C1", reader))
                    .isEqualTo(register.plan("C1").version());
        }
        assertThat(running(reference)).isZero();
        assertThat(page(carer, "C1")).contains("Please begin next week and tell the child.");
        clock.setLondon("2027-02-12T10:00");
        assertThat(page(carer, "C1")).as("four weeks later it is no news").doesNotContain("Please begin next week");
    }

    /** Policy, section 10: contact is promoted. What was good for the child in a review is asked for, and becomes agreed contact. */
    @Test
    void aGoodContactInAReviewIsAskedForWithWhatIsKnown() {
        assertThat(page(carer, "C1"))
                .as("that a good contact counts is said where what is agreed is read")
                .contains("A contact that went well counts as much as one that did not: please tell of it too");
        PlanPerson gran = people.add("C1", "C1's gran Flo", Relationship.GRANDPARENT, "ssw1");
        String reference = requests.begin(
                "C1", "ssw1", Because.itWasGood("INC-2027-000123", Optional.of(gran.id()), Optional.of(Channel.PHONE)));
        String ask = asking.one(reference, "askForContact").getId();
        assertThat(shown(worker, ask, "why")).contains("The review of INC-2027-000123 found this contact good");
        assertThat(shown(worker, ask, "person")).isEqualTo(gran.id());
        assertThat(shown(worker, ask, "channel")).isEqualTo("phone");
        Map<String, Object> known = regularly("");
        known.keySet().removeAll(List.of("personLabel", "relationship"));
        known.putAll(Map.of("person", gran.id(), "channel", "phone"));
        send(worker, ask, known);
        asking.complete(authority, reference, "decideContact", agreed("2027-01-13", "2027-06-30"));
        assertThat(compared("C1", gran, "2027-01-20T17:10")).isNotEqualTo(PlanCheck.Result.SILENT);
        assertThat(page(carer, "C1")).contains("agreed with C1's gran Flo: phone call, Wednesdays 17:00-17:30");
        readAll(reference);
    }

    @Test
    void whoeverSupervisesWritesDownWhoDecidedWhenAndHow() {
        Visitor other = Visitor.loggedIn(port, "ssw2");
        String first = agree(other, "carer2", "C3", "C3's cousin Ned", "2027-01-13", "2027-03-31");
        PlanPerson ned = people.called("C3", "C3's cousin Ned").orElseThrow();
        int old = entry(first);
        Map<String, Object> again = regularly("");
        again.put("person", ned.id());
        again.remove("personLabel");
        again.remove("relationship");
        String reference = asking.ask(Visitor.loggedIn(port, "carer2"), "C3", with(again, "days", List.of("SATURDAY")));
        String decide = asking.one(reference, "decideContact").getId();
        take(other, decide);
        Map<String, Object> answers = written(agreed("2027-01-16", "2027-04-30"));
        answers.putAll(Map.of(
                "decided",
                "different",
                "channel",
                "video",
                "occasion",
                "regular",
                "days",
                List.of("any"),
                "rhythm",
                "everyTwoWeeks",
                "hasConditions",
                "no"));
        answers.remove("conditions");
        assertThat(refused(other, decide, without(answers, "confirmedBy")).has("confirmedBy"))
                .isTrue();
        assertThat(refused(other, decide, with(answers, "confirmedAt", "2027-01-12T10:30"))
                        .path("confirmedAt")
                        .asText())
                .contains("lies in the future");
        assertThat(refused(other, decide, answers).path("replaces").asText())
                .as("an overlapping agreement")
                .contains("Wednesdays 17:00-17:30", "this one takes its place");
        assertThat(refused(other, decide, with(answers, "until", "2027-01-15"))
                        .path("until")
                        .asText())
                .contains("end before it begins");
        send(other, decide, with(answers, "replaces", String.valueOf(old)));

        assertThat(register.plan("C3", LocalDate.parse("2027-02-01")).about(ned.id()))
                .singleElement()
                .satisfies(held -> {
                    Agreement now = (Agreement) held.item();
                    assertThat(now.days()).isEmpty();
                    assertThat(now.conditions()).isEmpty();
                    assertThat(now.rhythm()).isEqualTo(Rhythm.EVERY_TWO_WEEKS);
                    assertThat(held.confirmed())
                            .contains(new Confirmation(
                                    "Robin Fields, Northshire", LocalDate.parse("2027-01-12"), ConfirmedHow.TELEPHONE));
                });
        assertThat(says(reference))
                .contains("Robin Fields, Northshire", "Tuesday 12 January 2027, 09:30", "On the telephone");
    }

    /** Routine leaves a carer in peace between 21:00 and 08:00. */
    @Test
    void whatIsDecidedInTheNightIsReadInTheMorning() {
        String reference = asking.ask(worker, "C1", regularly("Aunt Evening"));
        clock.setLondon("2027-01-12T22:30");
        String decide = asking.one(reference, "decideContact").getId();
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        take(manager, decide);
        send(manager, decide, written(said("notAgreed")));

        assertThat(asking.waiting(reference, "readDecision"))
                .isNotEmpty()
                .extracting(Task::getFollowUpDate)
                .containsOnly(london("2027-01-13T08:00"));
        readAll(reference);
    }

    @Test
    void nobodyDecidesAboutAnOwnRequest() {
        String reference = asking.ask(worker, "C1", regularly("Uncle Own"));
        String decide = asking.one(reference, "decideContact").getId();
        assertThat(worker.has("decideContact")
                        && worker.todos().stream().anyMatch(todo -> todo.id().equals(decide)))
                .isFalse();
        assertThat(worker.claim(todo(decide)).accepted()).isFalse();
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        take(manager, decide);
        assertThat(refused(
                                manager,
                                decide,
                                with(
                                        written(agreedWithSomebodyNew("2027-01-13", "2027-03-01")),
                                        "confirmedBy",
                                        "dana northgate, agency"))
                        .path("confirmedBy")
                        .asText())
                .contains("asked for it");
        send(manager, decide, written(said("notAgreed")));
        assertThat(requests.get(reference).answer().orElseThrow().outcome()).isEqualTo(Outcome.NOT_AGREED);
        assertThat(asking.waiting(reference, "readDecision"))
                .as("the home, and who asked")
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3", "ssw1");
        readAll(reference);

        String theirs = asking.ask(authority, "C1", regularly("Uncle Theirs"));
        String own = asking.one(theirs, "decideContact").getId();
        assertThat(authority.claim(todo(own)).accepted())
                .as("the authority's own request too")
                .isFalse();
        take(worker, own);
        assertThat(refused(
                                worker,
                                own,
                                with(
                                        written(agreedWithSomebodyNew("2027-01-13", "2027-03-01")),
                                        "confirmedBy",
                                        "Kit Placer"))
                        .has("confirmedBy"))
                .isTrue();
        send(worker, own, written(said("notAgreed")));
        readAll(theirs);
    }

    @Test
    void againstAnOrderNobodyHereCanAllowItAndTheWayGoesToLegalAdvice() {
        for (String label : List.of("", " c1's FATHER ")) {
            Map<String, Object> father = label.isEmpty()
                    ? once(people.called("C1", "C1's father").orElseThrow().id(), "2027-02-01")
                    : regularly(label);
            String reference = asking.ask(carer, "C1", father);
            assertThat(asking.waiting(reference, "decideContact"))
                    .as("nobody is asked to decide")
                    .isEmpty();
            String advice = asking.one(reference, "askLegalAdvice").getId();
            assertThat(authority.has("askLegalAdvice")).isFalse();
            assertThat(Visitor.loggedIn(port, "manager1").claim(todo(advice)).accepted())
                    .isFalse();
            take(worker, advice);
            assertThat(shown(worker, advice, "who")).startsWith("nobody here (Kit Placer, Northshire Council");
            assertThat(shown(worker, advice, "stands")).contains("No contact with C1's father");
            send(worker, advice, advice());
            assertThat(requests.get(reference).answer().orElseThrow().outcome()).isEqualTo(Outcome.AGAINST_ORDER);
            assertThat(shown(carer, read(reference, "carer1"), "outcome")).contains("nobody here can allow it");
            assertThat(says(reference)).contains("Against a court order", "It asks its lawyers");
            readAll(reference);
        }
        assertThat(check.compare(
                                "C1", contact(people.called("C1", "C1's father").orElseThrow(), "2027-02-01T10:00"))
                        .result())
                .isEqualTo(PlanCheck.Result.BARRED);
    }

    @Test
    void anOrderThatCameMeanwhileStopsTheDecision() {
        String reference = asking.ask(carer, "C1", regularly("Cousin Ordered"));
        String decide = asking.one(reference, "decideContact").getId();
        take(authority, decide);
        String person = people.add("C1", "Cousin Ordered", Relationship.OTHER_FAMILY, "ssw1")
                .id();
        register.enter("C1", new NewPlanEntry(order(person), Optional.empty(), Optional.of(confirmed())), "ssw1");
        assertThat(refused(authority, decide, agreed("2027-01-13", "2027-03-01"))
                        .path("decided")
                        .asText())
                .as("nobody has compared it yet, and it stops all the same")
                .contains("nobody here can allow it");
        send(authority, decide, Map.of("decided", "order", "help", "Nobody goes against the court."));
        assertThat(requests.get(reference).answer()).isEmpty();
        asking.complete(worker, reference, "askLegalAdvice", advice());
        readAll(reference);
    }

    @Test
    void nobodyAgreesToSomebodyNewWithoutSayingThatNothingForbidsIt() {
        String refused = people.add("C1", "Refused By Name", Relationship.OTHER_FAMILY, "ssw1")
                .id();
        register.enter("C1", new NewPlanEntry(refusal(refused), Optional.empty(), Optional.of(confirmed())), "ssw1");
        String reference = asking.ask(carer, "C1", regularly("Somebody By Another Name"));
        String decide = asking.one(reference, "decideContact").getId();
        take(authority, decide);
        assertThat(shown(authority, decide, "stands"))
                .as("perhaps the same person by another name")
                .contains("Refused By Name");
        Map<String, Object> answers = agreedWithSomebodyNew("2027-01-13", "2027-03-01");
        assertThat(refused(authority, decide, without(answers, "contactBarred")).has("contactBarred"))
                .isTrue();
        for (String perhaps : List.of("yes", "unsure")) {
            assertThat(refused(authority, decide, with(answers, "contactBarred", perhaps))
                            .path("contactBarred")
                            .asText())
                    .as(perhaps)
                    .contains("Please look, or ask first");
        }
        assertThat(people.called("C1", "Somebody By Another Name"))
                .as("nothing of it stands")
                .isEmpty();
        send(authority, decide, answers);
        assertThat(requests.get(reference).answer().orElseThrow().outcome()).isEqualTo(Outcome.AGREED);
        readAll(reference);
        String known = asking.ask(carer, "C1", with(regularly("Somebody By Another Name"), "channel", "phone"));
        String again = asking.one(known, "decideContact").getId();
        take(authority, again);
        assertThat(shown(authority, again, "newPerson"))
                .as("is asked of nobody whom it knows")
                .isEqualTo("false");
        send(authority, again, said("notAgreed"));
        readAll(known);
    }

    @Test
    void underSection20TheParentsDecideAskedByTheAuthority() {
        Visitor lee = Visitor.loggedIn(port, "childsw2");
        String reference = asking.ask(carer, "C2", regularly("C2's godmother"));
        String decide = asking.one(reference, "decideContact").getId();
        take(lee, decide);
        assertThat(shown(lee, decide, "who")).startsWith("the parents, asked by the child's social worker (Lee Placer");
        Map<String, Object> answers = agreedWithSomebodyNew("2027-01-13", "2027-03-01");
        assertThat(refused(lee, decide, answers).has("parentsAgreed")).isTrue();
        assertThat(refused(lee, decide, with(answers, "parentsAgreed", "no"))
                        .path("parentsAgreed")
                        .asText())
                .contains("Without their yes");
        send(lee, decide, with(answers, "parentsAgreed", "yes"));
        assertThat(requests.get(reference).answer().orElseThrow().outcome()).isEqualTo(Outcome.AGREED);
        readAll(reference);
    }

    @Test
    void theAuthorityRefusesForSevenDaysAtMostAndAnAgreementEndsItsRefusal() {
        String reference = asking.ask(carer, "C1", regularly("Neighbour Sol"));
        String decide = asking.one(reference, "decideContact").getId();
        take(authority, decide);
        assertThat(refused(authority, decide, with(said("refused"), "refusedUntil", "2027-01-19"))
                        .path("refusedUntil")
                        .asText())
                .contains("for a court");
        send(authority, decide, with(said("refused"), "refusedUntil", "2027-01-18"));
        PlanPerson sol = people.called("C1", "Neighbour Sol").orElseThrow();
        assertThat(register.plan("C1").about(sol.id()))
                .singleElement()
                .satisfies(held -> assertThat(held.item()).isInstanceOf(Refusal.class));
        assertThat(says(reference)).contains("Contact refused beyond an emergency");
        readAll(reference);

        String again = asking.ask(carer, "C1", once(sol.id(), "2027-01-14"));
        Task sooner = asking.one(again, "decideContact");
        assertThat(sooner.getDueDate()).as("before the day itself").isEqualTo(london("2027-01-13T17:00"));
        take(authority, sooner.getId());
        send(authority, sooner.getId(), without(agreed("", ""), "beginsOn", "until"));
        assertThat(register.plan("C1", LocalDate.parse("2027-01-14")).about(sol.id()))
                .as("no refusal stands beside it")
                .singleElement()
                .satisfies(held -> assertThat(held.item()).isInstanceOf(Agreement.class));
        assertThat(compared("C1", sol, "2027-01-14T12:00", Channel.PHONE)).isEqualTo(PlanCheck.Result.WITHIN);
        readAll(again);

        Visitor lee = Visitor.loggedIn(port, "childsw2");
        String mother = asking.ask(carer, "C2", with(regularly("C2's mum"), "relationship", "mother"));
        String parent = asking.one(mother, "decideContact").getId();
        take(lee, parent);
        Map<String, Object> refusal = with(said("refused"), "refusedUntil", "2027-01-15");
        refusal.put("parentsAgreed", "yes");
        assertThat(refused(lee, parent, refusal).path("decided").asText())
                .as("a parent, under section 20")
                .contains("only a court can forbid");
        send(lee, parent, said("notAgreed"));
        readAll(mother);
    }

    @Test
    void badInputIsSaidAtTheFieldInPlainWords() {
        String todo = begin(carer, "C1");
        assertThat(refused(carer, todo, without(regularly("Bad"), "days")).has("days"))
                .isTrue();
        assertThat(refused(carer, todo, without(once("p-1", "2027-02-01"), "onDay"))
                        .has("onDay"))
                .isTrue();
        assertThat(refused(carer, todo, once("p-1", "2027-01-11")).path("onDay").asText())
                .contains("past already");
        assertThat(refused(carer, todo, without(regularly("Bad"), "endsAt"))
                        .path("endsAt")
                        .asText())
                .contains("both times");
        assertThat(refused(carer, todo, with(regularly("Bad"), "endsAt", "16:00"))
                        .path("endsAt")
                        .asText())
                .contains("end before it begins");
        assertThat(refused(carer, todo, with(regularly("Bad"), "until", "2027-01-01"))
                        .path("until")
                        .asText())
                .contains("past already");
        assertThat(refused(carer, todo, once("p-99999", "2027-02-01")).has("person"))
                .as("nobody of another child")
                .isTrue();
        send(carer, todo, Map.of("wish", "nothing"));
        assertThat(people.called("C1", "Bad")).as("nothing is left of it").isEmpty();

        String reference = asking.ask(carer, "C1", once("p-1", "2027-01-13"));
        String decide = asking.one(reference, "decideContact").getId();
        take(authority, decide);
        clock.setLondon("2027-01-14T09:00");
        assertThat(refused(authority, decide, without(agreed("", ""), "beginsOn", "until"))
                        .path("decided")
                        .asText())
                .contains("is over");
        send(authority, decide, said("notAgreed"));
        readAll(reference);
    }

    @Test
    void whatIsAgreedAlreadyIsAnsweredAtOnce() {
        String person = people.add("C3", "C3's great-aunt", Relationship.OTHER_FAMILY, "ssw2")
                .id();
        register.enter(
                "C3",
                new NewPlanEntry(
                        new Agreement(
                                Optional.of(person),
                                Channel.PHONE,
                                List.of(),
                                Optional.of(LocalTime.of(9, 0)),
                                Optional.of(LocalTime.of(19, 0)),
                                Rhythm.ANY_TIME,
                                Supervision.NOBODY,
                                "",
                                Optional.of(LocalDate.parse("2027-01-01")),
                                Optional.of(LocalDate.parse("2027-03-31")),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.of(confirmed())),
                "ssw2");
        Visitor carer2 = Visitor.loggedIn(port, "carer2");
        Map<String, Object> within = with(once(person, "2027-03-31"), "startsAt", "10:00");
        within.put("endsAt", "10:30");
        String reference = asking.ask(carer2, "C3", within);
        assertThat(shown(carer2, read(reference, "carer2"), "outcome")).contains("agreed already");
        assertThat(says(reference)).contains("Within the plan");
        readAll(reference);
        for (Map<String, Object> more : List.of(
                with(within, "onDay", "2027-04-01"),
                with(within, "endsAt", "19:30"),
                with(within, "channel", "video"),
                without(within, "startsAt", "endsAt"))) {
            String asked = asking.ask(carer2, "C3", more);
            asking.complete(Visitor.loggedIn(port, "childsw1"), asked, "decideContact", said("notAgreed"));
            readAll(asked);
        }
    }

    @Test
    void whoMayAskAndWhoMayNot() throws Exception {
        for (String asks : List.of("carer3", "ssw1", "teammanager1", "manager1", "director1", "childsw1", "duty1")) {
            Visitor visitor = Visitor.loggedIn(port, asks);
            send(visitor, begin(visitor, "C1"), Map.of("wish", "nothing"));
        }
        for (String doesNot : List.of("carer2", "ssw2", "childsw2")) {
            assertThat(post(Visitor.loggedIn(port, doesNot), "C1").statusCode())
                    .as(doesNot)
                    .isEqualTo(404);
        }
        assertThat(post(carer, "C9").statusCode()).isEqualTo(404);
        Visitor duty = Visitor.loggedIn(port, "duty1");
        assertThat(duty.get("/safe-contact/q").text()).contains("Ask for contact for", "C1 (Kingfisher)");

        String rang = asking.ask(duty, "C1", regularly("Somebody Who Rang"));
        asking.complete(authority, rang, "decideContact", said("notAgreed"));
        assertThat(asking.waiting(rang, "readDecision"))
                .as("the home hears it, not whoever wrote it down on duty")
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("carer1", "carer3");
        readAll(rang);

        String running = asking.ask(carer, "C1", regularly("Somebody Else Now"));
        String report = asking.named("carer1", "C1", "ssw1");
        try {
            keptFromRequests(worker);
            assertThat(files.excluded(running)).containsExactly("ssw1");
            asking.complete(authority, running, "decideContact", said("notAgreed"));
            readAll(running);
            String later = asking.ask(carer, "C1", regularly("Somebody Else Later"));
            assertThat(files.excluded(later)).containsExactly("ssw1");
            asking.complete(authority, later, "decideContact", said("notAgreed"));
            readAll(later);
            events.publishEvent(new PersonCleared("C2", "ssw1"));
            assertThat(files.excluded(later)).as("of another child").containsExactly("ssw1");

            decided.otherCases(report, "manager1", false);
            files.close(report);
            keptFromRequests(worker);
            String after = asking.ask(carer, "C1", regularly("Somebody Else After"));
            assertThat(files.excluded(after))
                    .as("access to the child's other cases is lost for good")
                    .containsExactly("ssw1");
            asking.complete(authority, after, "decideContact", said("notAgreed"));
            readAll(after);
        } finally {
            decided.otherCases(report, "manager1", true);
        }
        assertThat(files.excluded(running)).as("let back").isEmpty();
        String again = asking.ask(worker, "C1", regularly("Somebody Else Again"));
        assertThat(files.excluded(again)).isEmpty();
        asking.complete(authority, again, "decideContact", said("notAgreed"));
        readAll(again);
    }

    private void keptFromRequests(Visitor away) throws Exception {
        assertThat(post(away, "C1").statusCode())
                .as("kept away from a report about the child")
                .isEqualTo(404);
        assertThat(page(away, "C2")).as("nothing shows for the other child").contains("Ask for new or extra contact");
    }

    @Test
    void twoDecideAtOnceAndOneDecisionStands() throws Exception {
        String reference = asking.ask(carer, "C1", regularly("Cousin Twice"));
        String decide = asking.one(reference, "decideContact").getId();
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> taking = new ArrayList<>();
            for (Visitor each : List.of(worker, authority)) {
                taking.add(hands.submit(() -> each.claim(todo(decide)).accepted()));
            }
            List<Boolean> taken = new ArrayList<>();
            for (Future<Boolean> each : taking) {
                taken.add(each.get(Patience.SECONDS, TimeUnit.SECONDS));
            }
            assertThat(taken).as("one has it").containsExactlyInAnyOrder(true, false);
            boolean workers = taken.get(0);
            Visitor has = workers ? worker : authority;
            Visitor second = workers ? authority : worker;
            assertThat(second.submit(todo(decide), written(said("notAgreed"))).accepted())
                    .isFalse();
            Map<String, Object> answers = agreedWithSomebodyNew("2027-01-13", "2027-03-01");
            Map<String, Object> whole = workers ? written(answers) : answers;
            List<Future<Visitor.Answer>> windows = new ArrayList<>();
            for (int window = 0; window < 2; window++) {
                windows.add(hands.submit(() -> has.submit(todo(decide), whole)));
            }
            for (Future<Visitor.Answer> each : windows) {
                each.get(Patience.SECONDS, TimeUnit.SECONDS);
            }
            Visitor.Answer late = second.submit(todo(decide), written(said("notAgreed")));
            assertThat(late.accepted()).isFalse();
            assertThat(late.text()).containsAnyOf("has already done this", "This is no longer to do");
        } finally {
            hands.shutdownNow();
        }
        PlanPerson twice = people.called("C1", "Cousin Twice").orElseThrow();
        assertThat(register.plan("C1", LocalDate.parse("2027-02-01")).about(twice.id()))
                .hasSize(1);
        assertThat(requests.get(reference).answer().orElseThrow().outcome()).isEqualTo(Outcome.AGREED);
        readAll(reference);
    }

    @Test
    void nothingThatWasAskedForIsLeftWaiting() {
        String begun = begin(worker, "C2");
        String unsent = asking.reference(begun);
        String reference = asking.ask(carer, "C2", regularly("C2's swimming friend"));
        String instance = instance(reference);
        assertThat(jobs.waiting(instance, "startEvent_morning").get(0).getDuedate())
                .isEqualTo(london("2027-01-13T09:00"));
        morning(reference, "2027-01-19T09:00");
        assertThat(titles(reference)).as("still in time").doesNotContain(ContactRequests.STILL_WAITS);
        morning(reference, "2027-01-20T09:00");
        assertThat(titles(reference)).contains(ContactRequests.STILL_WAITS);
        assertThat(mails("ssw1", reference)).as("asked, and said again").hasSize(2);
        assertThat(mails("childsw2", reference)).hasSize(2);
        assertThat(mails("teammanager1", reference)).isEmpty();
        assertThat(jobs.waiting(instance, "startEvent_morning").get(0).getDuedate())
                .as("the next morning too")
                .isAfter(london("2027-01-13T09:00"));
        morning(reference, "2027-01-23T09:00");
        assertThat(mails("ssw1", reference)).as("a Saturday").hasSize(2);
        morning(reference, "2027-01-25T09:00");
        assertThat(mails("teammanager1", reference)).hasSize(1);
        Visitor manager = Visitor.loggedIn(port, "teammanager1");
        asking.complete(
                manager,
                reference,
                "decideContact",
                with(written(said("notAgreed")), "confirmedBy", "Lou Fields, Southmere"));
        readAll(reference);

        morning(unsent, "2027-01-25T09:00");
        assertThat(mails("ssw1", unsent))
                .as("what was begun and not sent: on the 19th, the 20th and the 25th")
                .hasSize(3);
        send(worker, begun, Map.of("wish", "nothing"));
        String own = begin(carer, "C2");
        clock.setLondon("2027-02-10T09:00");
        morning(asking.reference(own), "2027-02-10T09:00");
        assertThat(mails("carer1", asking.reference(own)))
                .as("nobody presses a carer")
                .isEmpty();
        send(carer, own, Map.of("wish", "nothing"));
    }

    @Test
    void whoHasNotReadTheDecisionIsRung() {
        String reference = asking.ask(carer, "C1", regularly("Cousin Unread"));
        asking.complete(authority, reference, "decideContact", said("notAgreed"));
        send(carer, read(reference, "carer1"), Map.of("read", shownVersion(carer, read(reference, "carer1"))));
        clock.setLondon("2027-01-14T17:00");
        jobs.run(instance(reference), "boundaryEvent_notRead");
        assertThat(asking.waiting(reference, "readDecision")).isEmpty();
        String ring = asking.one(reference, "tellDecision").getId();
        take(worker, ring);
        assertThat(shown(worker, ring, "whom")).isEqualTo("Billie Ashdown");
        send(worker, ring, Map.of("toldAt", "2027-01-14T16:50", "how", "telephone", "said", "Is content with it."));
        assertThat(running(reference)).isZero();
        assertThat(says(reference)).contains("Is content with it.");
    }

    @Test
    void theAnswerAboutTomorrowIsReadToday() {
        clock.setLondon("2027-01-16T09:30");
        PlanPerson aunt = people.add("C1", "Aunt Tomorrow", Relationship.OTHER_FAMILY, "ssw1");
        Map<String, Object> tomorrow = with(once(aunt.id(), "2027-01-17"), "startsAt", "10:00");
        tomorrow.put("endsAt", "10:30");
        String reference = asking.ask(carer, "C1", tomorrow);
        assertThat(asking.one(reference, "decideContact").getDueDate())
                .as("not in the minute in which it was asked")
                .isEqualTo(london("2027-01-16T21:00"));
        assertThat(thanks(carer, reference))
                .contains(
                        "Kit Placer, the child's social worker, is asked to decide by 21:00 today. The office is closed"
                                + " until then: perhaps nobody can decide before 17 January 2027.",
                        "it does not take place",
                        "To say to the child: I have asked for it.");
        assertThat(carer3().get("/safe-contact/api/contacts/" + reference + "/thank-you")
                        .status())
                .as("to whoever asked")
                .isEqualTo(404);
        asking.complete(authority, reference, "decideContact", without(agreed("", ""), "beginsOn", "until"));
        assertThat(page(carer, "C1"))
                .contains("phone call, once, on 17 January 2027 10:00-10:30", "Not before 17 January 2027.")
                .doesNotContain("Does not count", "From 17 January 2027", "any day");
        assertThat(asking.waiting(reference, "readDecision"))
                .hasSize(2)
                .extracting(Task::getDueDate)
                .containsOnly(london("2027-01-16T13:30"));
        jobs.runDue();
        assertThat(mails("carer1", reference))
                .singleElement()
                .asString()
                .contains("something is to do, please see to it by 13:30");
        send(carer, read(reference, "carer1"), Map.of("read", shownVersion(carer, read(reference, "carer1"))));
        clock.setLondon("2027-01-16T13:30");
        jobs.run(instance(reference), "boundaryEvent_notRead");
        Task ring = asking.one(reference, "tellDecision");
        assertThat(ring.getDueDate()).isEqualTo(london("2027-01-16T14:30"));
        jobs.runDue();
        for (String rings : List.of("ssw1", "duty1")) {
            assertThat(mails(rings, reference)).as(rings).anyMatch(mail -> mail.contains("make a telephone call"));
        }
        asking.complete(
                Visitor.loggedIn(port, "duty1"),
                reference,
                "tellDecision",
                Map.of("toldAt", "2027-01-16T13:20", "how", "telephone", "said", "Knows for tomorrow."));
        assertThat(running(reference)).isZero();

        String late = asking.ask(carer, "C1", with(tomorrow, "channel", "video"));
        clock.setLondon("2027-01-16T22:30");
        asking.complete(authority, late, "decideContact", said("notAgreed"));
        assertThat(asking.waiting(late, "readDecision"))
                .as("an hour before it, for the call")
                .extracting(Task::getDueDate)
                .containsOnly(london("2027-01-17T09:00"));
        jobs.runDue();
        assertThat(mails("carer1", late)).as("not at night").isEmpty();
        clock.setLondon("2027-01-17T08:10");
        readAll(late);
    }

    @Test
    void whatIsAgreedForEachDayAfterTodaysHourIsReadBeforeTomorrows() {
        String reference =
                asking.ask(carer, "C1", with(regularly("Aunt Daily"), "days", List.of("TUESDAY", "WEDNESDAY")));
        clock.setLondon("2027-01-12T18:00");
        asking.complete(authority, reference, "decideContact", agreedWithSomebodyNew("2027-01-12", "2027-01-14"));

        assertThat(asking.waiting(reference, "readDecision"))
                .hasSize(2)
                .extracting(Task::getDueDate)
                .as("this evening, with an hour to ring who has not")
                .containsOnly(london("2027-01-12T20:00"));
        readAll(reference);
    }

    @Test
    void whereTheTableGivesNoAnswerNobodyAllowsIt() {
        StandInTable.whileBroken(repository, "contact-authority", () -> {
            String reference = asking.ask(carer, "C1", regularly("Cousin Unsaid"));
            assertThat(says(reference)).contains("nobody could decide, so the careful answer stands");
            asking.complete(worker, reference, "askLegalAdvice", advice());
            readAll(reference);
        });
    }

    @Test
    void aVersionOfTheTableThatNobodyHasSignedSaysSoInTheRecord() {
        StandInTable.whileUnsigned(repository, "contact-authority", () -> {
            String reference = asking.ask(carer, "C1", regularly("Cousin Unsigned"));
            assertThat(says(reference)).contains("Table: nobody has signed this version yet");
        });
    }

    @Test
    void everyChoiceOfTheFormsIsOneThatTheRegisterKnows() {
        String asks = begin(carer, "C1");
        choices(
                carer,
                asks,
                Map.of("channel", Channel.class, "rhythm", Rhythm.class, "relationship", Relationship.class));
        send(carer, asks, Map.of("wish", "nothing"));
        String reference = asking.ask(carer, "C1", regularly("Cousin Choice"));
        String decide = asking.one(reference, "decideContact").getId();
        choices(
                authority,
                decide,
                Map.of("channel", Channel.class, "rhythm", Rhythm.class, "supervision", Supervision.class));
        asking.complete(authority, reference, "decideContact", said("notAgreed"));
        readAll(reference);
    }

    private void choices(Visitor visitor, String task, Map<String, Class<? extends Choice>> choices) {
        choices.forEach((key, type) -> assertThat(visitor.form(todo(task)).path("components"))
                .filteredOn(component -> component.path("key").asText().equals(key))
                .singleElement()
                .satisfies(component -> assertThat(component.path("values").findValuesAsText("value"))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(List.of(type.getEnumConstants()).stream()
                                .map(Choice::id)
                                .toList())));
    }

    private String agree(Visitor supervises, String carer, String child, String label, String from, String until) {
        String reference = asking.ask(Visitor.loggedIn(port, carer), child, regularly(label));
        asking.complete(supervises, reference, "decideContact", written(agreedWithSomebodyNew(from, until)));
        readAll(reference);
        return reference;
    }

    private int entry(String reference) {
        return requests.get(reference).answer().orElseThrow().entry().orElseThrow();
    }

    private void morning(String reference, String london) {
        clock.setLondon(london);
        jobs.run(instance(reference), "startEvent_morning");
        jobs.runDue();
    }

    private List<String> mails(String person, String reference) {
        return mails.letters().stream()
                .filter(mail -> mail.to().contains(person) && mail.subject().contains(reference))
                .map(mail -> mail.subject() + " " + mail.text())
                .toList();
    }

    private String instance(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, "contact-authorisation")
                .singleResult()
                .getId();
    }

    private long running(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference, "contact-authorisation")
                .count();
    }

    private String read(String reference, String reader) {
        return asking.waiting(reference, "readDecision").stream()
                .filter(task -> reader.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private Visitor carer3() {
        return Visitor.loggedIn(port, "carer3");
    }

    private static String thanks(Visitor visitor, String reference) {
        return visitor.get("/safe-contact/api/contacts/" + reference + "/thank-you")
                .text();
    }

    private void readAll(String reference) {
        for (Task task : asking.waiting(reference, "readDecision")) {
            Visitor reader = Visitor.loggedIn(port, task.getAssignee());
            send(reader, task.getId(), Map.of("read", shownVersion(reader, task.getId())));
        }
        assertThat(running(reference)).isZero();
    }

    private static String shownVersion(Visitor visitor, String task) {
        return visitor.formData(todo(task))
                .path("readIt")
                .path("value")
                .toString()
                .replaceAll("\\D+", " ")
                .strip()
                .split(" ")[0];
    }

    private String page(Visitor visitor, String child) {
        return visitor.get(AGREED + child).text().replaceAll("\\s+", " ").replace("&#39;", "'");
    }

    private List<String> titles(String reference) {
        return record.entries(reference).stream().map(Entry::title).toList();
    }

    private String says(String reference) {
        return record.entries(reference).stream()
                .flatMap(entry -> entry.statements().stream())
                .map(statement -> statement.question() + ": " + statement.answer())
                .reduce("", (all, one) -> all + "\n" + one);
    }

    private PlanCheck.Result compared(String child, PlanPerson person, String at) {
        return compared(child, person, at, Channel.VIDEO);
    }

    private PlanCheck.Result compared(String child, PlanPerson person, String at, Channel channel) {
        PlanCheck.Contact contact = contact(person, at);
        return check.compare(
                        child,
                        new PlanCheck.Contact(contact.personId(), Optional.of(channel), false, contact.at(), true))
                .result();
    }

    private static PlanCheck.Contact contact(PlanPerson person, String at) {
        return new PlanCheck.Contact(
                Optional.of(person.id()),
                Optional.of(Channel.VIDEO),
                false,
                LocalDateTime.parse(at).atZone(London.ZONE).toInstant(),
                true);
    }

    private static java.util.Date london(String local) {
        return java.util.Date.from(
                LocalDateTime.parse(local).atZone(London.ZONE).toInstant());
    }

    private static PlanItem.Order order(String person) {
        return new PlanItem.Order(
                "Contact order",
                LocalDate.parse("2027-01-11"),
                Optional.empty(),
                Optional.empty(),
                "The safe",
                Optional.of(person),
                true,
                "No contact.");
    }

    private static Refusal refusal(String person) {
        return new Refusal(
                Optional.of(person),
                RefusedWhy.AUTHORITY,
                "Not for now.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Confirmation confirmed() {
        return new Confirmation("Kit Placer", LocalDate.parse("2027-01-11"), ConfirmedHow.EMAIL);
    }

    private static Map<String, Object> advice() {
        return Map.of(
                "toldAt", "2027-01-12T09:00",
                "told", "Kit Placer, on the telephone.",
                "advice", "lawyers",
                "wishes", "Asked by the carer: wants to hear his voice.",
                "forTheHome", "The order stands. The authority asks its lawyers.",
                "help", "The child hears why, and that it was heard.");
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object answer) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.put(key, answer);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> answers, String... keys) {
        Map<String, Object> changed = new HashMap<>(answers);
        List.of(keys).forEach(changed::remove);
        return changed;
    }
}
