package org.safecontact.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.breach.Breaches.dealtWith;
import static org.safecontact.breach.Breaches.enoughKept;
import static org.safecontact.breach.Breaches.rung;
import static org.safecontact.breach.Breaches.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.NextFolder;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Private details that got out where somebody is named, where several act at once, where more children or pictures are part of it. */
@SafeContactTest
class PrivateDetailsAndPeopleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Incidents incidents;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private CaseRecord record;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor other;
    private Visitor worker;
    private Visitor duty;
    private Visitor manager;

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2027-01-12T10:00");
        carer = Visitor.loggedIn(port, "carer1");
        other = Visitor.loggedIn(port, "carer3");
        worker = Visitor.loggedIn(port, "ssw1");
        duty = Visitor.loggedIn(port, "duty1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    @Test
    void whereSomebodyOfTheHomeIsNamedNobodyOfTheHomeIsRungOrAskedOrReadsOfIt() {
        String reference = breaches.reported(
                carer,
                "C1",
                List.of("school", "carerDetails"),
                "namedPerson",
                "household",
                "namedPersons",
                List.of("carer3"));
        assertThat(breaches.shown(worker, reference, "checkAddressSafety")
                        .path("whom")
                        .path("value")
                        .asText())
                .contains("nobody of the home")
                .doesNotContain("tel:");
        // Nothing is gone through with carers who must not know.
        breaches.complete(worker, reference, "checkAddressSafety", rung(List.of("school", "carerDetails")));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        Task todo = breaches.one(reference, "makePrivate");
        assertThat(todo.getAssignee()).isNull();
        nobodyOfTheHomeKnows(reference, todo);
        assertThat(manager.claim(Breaches.todo(todo)).accepted()).isTrue();
    }

    @Test
    void aPostThatMayHaveBeenMeantToHarmTakesTheHomeOffWhatIsOpen() {
        String reference = breaches.reported(carer, "C1", List.of("school"));
        breaches.complete(worker, reference, "checkAddressSafety", rung(List.of("school"), "how", "home"));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        assertThat(asked(carer, reference)).isTrue();
        assertThat(breaches.shown(manager, reference, "dealWithBreach").toString())
                .contains("carer1", "carer3");
        Map<String, Object> harm = dealtWith("lado", "2027-01-12T09:55");
        assertThat(breaches.refused(manager, reference, "dealWithBreach", harm).has("who"))
                .as("the LADO asks who")
                .isTrue();
        assertThat(breaches.refused(manager, reference, "dealWithBreach", with(harm, "who", List.of("manager1")))
                        .path("who")
                        .asText())
                .isEqualTo("Nobody decides about themselves. Please leave this to another manager.");
        breaches.complete(manager, reference, "dealWithBreach", with(harm, "who", List.of("carer1")));

        assertThat(incidents.get(reference).level().orElseThrow().name()).isEqualTo("HIGH");
        Task todo = breaches.one(reference, "makePrivate");
        assertThat(todo.getAssignee()).isNull();
        nobodyOfTheHomeKnows(reference, todo);
        assertThat(breaches.open(reference, "decideAboutNamed")).hasSize(1);
        assertThat(manager.claim(Breaches.todo(todo)).accepted()).isTrue();
    }

    /** A worker who let it out to harm is kept away as one who is named in a report is; the home goes on. */
    @Test
    void whatAWorkerLetOutIsDealtWithInTheSameWay() {
        String reference = breaches.reported(carer, "C1", List.of("school"));
        breaches.complete(worker, reference, "checkAddressSafety", rung(List.of("school"), "how", "worker"));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        JsonNode shown = breaches.shown(manager, reference, "dealWithBreach");
        assertThat(shown.path("worker").path("value").asBoolean()).isTrue();
        assertThat(shown.path("home").path("value").asBoolean()).isFalse();
        assertThat(breaches.open(reference, "answerRegulator")).hasSize(1);
        breaches.complete(
                manager,
                reference,
                "dealWithBreach",
                with(dealtWith("lado", "2027-01-12T09:55"), "who", List.of("ssw1")));

        assertThat(worker.claim(Breaches.todo(breaches.one(reference, "tellSchool")))
                        .accepted())
                .isFalse();
        assertThat(asked(carer, reference)).as("the home goes on").isTrue();
    }

    @Test
    void whoIsNamedFromAnotherWindowIsKeptAwayToo() {
        String reference = breaches.reported(carer, "C1", List.of("school"));
        breaches.complete(worker, reference, "checkAddressSafety", rung(List.of("school"), "how", "home"));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        Visitor.Todo todo = Breaches.todo(breaches.one(reference, "dealWithBreach"));
        breaches.complete(manager, reference, "dealWithBreach", dealtWith("talk", "2027-01-12T09:55"));
        assertThat(asked(carer, reference)).isTrue();

        Visitor.Answer answer =
                manager.submit(todo, with(dealtWith("lado", "2027-01-12T09:55"), "who", List.of("carer1")));

        assertThat(answer.text()).contains("You have sent this before, with other answers");
        breaches.goesOn(reference);
        assertThat(incidents.get(reference).level().orElseThrow().name()).isEqualTo("HIGH");
        assertThat(asked(carer, reference)).isFalse();
        assertThat(breaches.open(reference, "decideAboutNamed")).hasSize(1);
    }

    private boolean asked(Visitor carer, String reference) {
        String todo = breaches.one(reference, "makePrivate").getId();
        return carer.todos().stream().anyMatch(each -> each.id().equals(todo));
    }

    private void nobodyOfTheHomeKnows(String reference, Task todo) {
        for (Visitor each : List.of(carer, other)) {
            assertThat(asked(each, reference)).isFalse();
            assertThat(each.claim(Breaches.todo(todo)).accepted()).isFalse();
        }
        assertThat(Breaches.reads(carer, reference).toString()).doesNotContain("got out", "taken down");
        assertThat(other.get("/safe-contact/api/thank-you/" + reference).accepted())
                .isFalse();
    }

    @Test
    void whatWaitedWithTheManagersComesBackOnceNobodyIsNamed() {
        String reference = breaches.reported(carer, "C1", List.of("school"), "namedPerson", "unsure");
        assertThat(worker.claim(Breaches.todo(breaches.one(reference, "checkAddressSafety")))
                        .accepted())
                .as("behind the wall")
                .isFalse();
        breaches.complete(manager, reference, "checkAddressSafety", rung(List.of("school")));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        assertThat(breaches.one(reference, "makePrivate").getAssignee()).isNull();
        assertThat(asked(carer, reference)).isFalse();
        assertThat(Breaches.reads(carer, reference).toString()).doesNotContain("got out");

        breaches.complete(
                manager,
                reference,
                "decideAboutNamed",
                Map.of(
                        "who", "nobody",
                        "ladoAskedAt", "2027-01-12T09:30",
                        "ladoWho", "The LADO of Northshire",
                        "ladoAdvice", "Nothing to do.",
                        "whoIsTold", "Nobody.",
                        "otherCases", "keeps",
                        "supportsChild", "Sam.",
                        "supportsPerson", "Nobody.",
                        "help", "They know who to ask."));
        assertThat(breaches.one(reference, "makePrivate").getAssignee()).isEqualTo("carer1");
        assertThat(asked(carer, reference)).isTrue();
        assertThat(Breaches.reads(carer, reference))
                .contains(
                        "What got out: there is something to do together with the child. Whoever reported it has it on their"
                                + " list.");
    }

    @Test
    void twoWhoRangTheHomeAtOnceAndOneWhoSendsTwiceAreOneCall() throws Exception {
        String reference = breaches.reported(carer, "C1", List.of("school"));
        Visitor.Todo todo = breaches.taken(worker, reference, "checkAddressSafety");
        Visitor again = Visitor.loggedIn(port, "ssw1");
        Callable<Visitor.Answer> one = () -> worker.submit(todo, rung(List.of("school")));
        Callable<Visitor.Answer> two = () -> again.submit(todo, rung(List.of("school")));
        assertThat(atOnce(one, two)).extracting(Visitor.Answer::status).contains(204);
        assertThat(worker.submit(todo, rung(List.of("school"))).accepted())
                .as("sent once more")
                .isFalse();
        assertThat(breaches.open(reference, "tellSchool")).hasSize(1);
        assertThat(breaches.open(reference, "agreeTakedown")).hasSize(1);
        assertThat(record.entries(reference).stream()
                        .filter(entry -> entry.title().contains("Private details got out: is it still safe at home?"))
                        .flatMap(entry -> entry.statements().stream())
                        .filter(statement -> statement.question().equals("With whom did you speak, and when?")))
                .hasSize(1);
    }

    /** Before the home is rung it stands in that form; while the form is open it is asked for; after it the home is rung again. */
    @Test
    void whatIsSaidLaterIsNeverLost() throws Exception {
        String reference = breaches.reported(carer, "C1", List.of("school"));
        atOnce(
                () -> further.saidToo(reference, "carer1", Map.of("disclosed", List.of("careStatus")), List.of()),
                () -> further.saidToo(reference, "carer3", Map.of("disclosed", List.of("careStatus")), List.of()));
        assertThat(breaches.shown(worker, reference, "checkAddressSafety").toString())
                .contains("the school, that the child is in care");
        assertThat(breaches.refused(worker, reference, "checkAddressSafety", rung(List.of("school")))
                        .path("out")
                        .asText())
                .isEqualTo(
                        "This was said too: that the child is in care. Please go through it with them, and tick it.");
        breaches.complete(
                worker,
                reference,
                "checkAddressSafety",
                rung(List.of("school", "careStatus", "liveLocation"), "live", "off"));
        assertThat(breaches.open(reference, "checkAddressSafety"))
                .as("what the call itself found is not asked about anew")
                .isEmpty();

        further.saidToo(reference, "carer3", Map.of("disclosed", List.of("address")), List.of());
        assertThat(breaches.shown(worker, reference, "checkAddressSafety").toString())
                .contains("the address");
    }

    @Test
    void thatItIsNotSafeAtHomeReachesPeopleThoughItWasAsSeriousBefore() {
        String reference = breaches.reported(carer, "C1", List.of("school"), "danger", List.of("unsure"));
        assertThat(incidents.get(reference).urgent()).isTrue();
        assertThat(incidents.worseAt(reference)).isEmpty();
        clock.setLondon("2027-01-12T10:30");
        breaches.complete(
                worker,
                reference,
                "checkAddressSafety",
                rung(List.of("school"), "safe", "no", "agreed", "They stay with a friend of the home."));
        assertThat(incidents.worseAt(reference)).contains(Instant.parse("2027-01-12T10:30:00Z"));
        assertThat(record.entries(reference).stream()
                        .flatMap(entry -> entry.statements().stream())
                        .map(Statement::answer))
                .contains("It is not safe to stay at home.");
    }

    @Test
    void thatItIsNotSafeAtHomeReachesPeopleThoughSomebodyElseSentTheCallFirst() {
        String reference = breaches.reported(carer, "C1", List.of("school"), "danger", List.of("unsure"));
        Visitor.Todo todo = breaches.taken(worker, reference, "checkAddressSafety");
        breaches.complete(worker, reference, "checkAddressSafety", rung(List.of("school")));
        Map<String, Object> notSafe = rung(List.of("school"), "safe", "no", "agreed", "They stay with a friend.");
        clock.setLondon("2027-01-12T10:30");

        String told = duty.submit(todo, notSafe).text();

        assertThat(told).contains("kept in the record, under your name");
        assertThat(incidents.worseAt(reference)).contains(Instant.parse("2027-01-12T10:30:00Z"));
        clock.setLondon("2027-01-12T10:40");
        assertThat(duty.submit(todo, notSafe).text()).as("sent again by itself").isEqualTo(told);
        assertThat(incidents.worseAt(reference)).contains(Instant.parse("2027-01-12T10:30:00Z"));
    }

    @Test
    void afterAMoveTheHomeBeforeIsAskedAboutToo() {
        String reference = breaches.reported(carer, "C2", List.of("address"));
        assertThat(homeBefore(worker, reference)).isEmpty();
        try {
            folder.childMoves("C2", "H2");
            Visitor newWorker = Visitor.loggedIn(port, "ssw2");
            assertThat(homeBefore(newWorker, reference)).contains("Dana Northgate", "tel:");
            assertThat(breaches.shown(newWorker, reference, "checkAddressSafety")
                            .path("otherChildren")
                            .path("value")
                            .asText())
                    .contains("C1 (Kingfisher)", "C3")
                    .doesNotContain("C2");
        } finally {
            folder.unchanged();
        }
    }

    private String homeBefore(Visitor visitor, String reference) {
        return breaches.shown(visitor, reference, "checkAddressSafety")
                .path("homeBefore")
                .path("value")
                .asText();
    }

    /** What was agreed for the new home is for the new home; its page of the case opens. */
    @Test
    void afterAMoveTheHomeBeforeReadsNothingOfWhatIsAgreed() {
        String reference = breaches.reported(carer, "C2", List.of("school"));
        breaches.complete(
                worker,
                reference,
                "checkAddressSafety",
                rung(List.of("school"), "safe", "withSteps", "agreed", "The door stays locked."));
        assertThat(Breaches.reads(carer, reference)).contains("Agreed about what got out: The door stays locked.");
        try {
            folder.childMoves("C2", "H2");
            assertThat(Breaches.reads(carer, reference))
                    .containsExactly("What you wrote is on record, and stays yours to read. In danger now: 999.");
            assertThat(Visitor.loggedIn(port, "carer2")
                            .get("/safe-contact/c/" + reference)
                            .status())
                    .isEqualTo(200);
        } finally {
            folder.unchanged();
        }
    }

    /** Nobody has to write down what is not so: what was ticked by mistake, or what has no name, grows nothing. */
    @Test
    void whatDidNotGetOutAfterAllIsSaidAndWhatElseDid() {
        String reference = breaches.reported(carer, "C1", List.of("school", "careStatus"));
        Map<String, Object> notSchool = rung(
                List.of("careStatus", "notAll"),
                "notOut",
                List.of("careStatus"),
                "notOutWhy",
                "The carer looked again.");
        JsonNode refused = breaches.refused(worker, reference, "checkAddressSafety", notSchool);
        assertThat(refused.path("notOut").asText()).startsWith("It cannot have got out and not have got out.");
        assertThat(refused.path("out").asText()).contains("the school");
        breaches.complete(worker, reference, "checkAddressSafety", with(notSchool, "notOut", List.of("school")));
        assertThat(breaches.open(reference, "tellSchool"))
                .as("the school need not hear of what did not get out")
                .isEmpty();

        String unnamed = breaches.reported(carer, "C1", List.of("none"));
        breaches.complete(
                worker,
                unnamed,
                "checkAddressSafety",
                rung(List.of("other"), "whatElse", "Their date of birth", "stands", List.of("spoken"), "how", "other"));
        assertThat(breaches.isOver(unnamed)).isTrue();
        assertThat((List<?>) incidents.answers(unnamed).get("disclosed")).isEmpty();
        assertThat(incidents.get(unnamed).urgent()).isFalse();
    }

    @Test
    void whereTheLocationIsStillShownItIsSwitchedOffOnTheTelephoneOrPeopleHear() {
        String reference = breaches.reported(carer, "C1", List.of("liveLocation"));
        assertThat(breaches.refused(
                                worker, reference, "checkAddressSafety", rung(List.of("liveLocation"), "live", "on"))
                        .path("live")
                        .asText())
                .isEqualTo("Please have it switched off while you are on the telephone, or say that it cannot be.");
        Map<String, Object> outWithThePhone = rung(List.of("liveLocation"), "live", "cannot");
        assertThat(breaches.refused(worker, reference, "checkAddressSafety", outWithThePhone)
                        .has("agreed"))
                .as("what keeps the child safe meanwhile")
                .isTrue();
        assertThat(incidents.get(reference).urgent()).isFalse();
        breaches.complete(
                worker, reference, "checkAddressSafety", with(outWithThePhone, "agreed", "Sam fetches them now."));
        assertThat(incidents.get(reference).urgent())
                .as("nobody can rule out that somebody is near")
                .isTrue();
    }

    @Test
    void eachChildOfTheHomeHasACallOfItsOwnAndNoneIsForgotten() {
        String first = breaches.reported(carer, "C1", List.of("address"), "otherChildren", List.of("C2"));
        String second = incidents.ofSameReport(first).get(0);
        breaches.goesOn(second);
        assertThat(breaches.shown(worker, first, "checkAddressSafety").toString())
                .contains(
                        "Kit Placer",
                        "emergency duty team of Northshire",
                        "C2 (Wren): Lee Placer",
                        "emergency duty team of Southmere")
                .contains("The same report is about C2 (Wren) too: one call is enough, and each child has a form.");
        assertThat(breaches.shown(worker, second, "checkAddressSafety")
                        .path("otherChildren")
                        .path("value")
                        .asText())
                .isEqualTo("C1 (Kingfisher)");
        Map<String, Object> needs = rung(List.of("address"), "others", "steps");
        assertThat(breaches.refused(worker, first, "checkAddressSafety", needs)
                        .path("othersTold")
                        .asText())
                .isEqualTo("They need something: please tell their own social workers first.");
        assertThat(breaches.refused(
                                worker,
                                first,
                                "checkAddressSafety",
                                with(needs, "othersTold", "yes", "agreed", "Another way home for both."))
                        .has("agreed"))
                .as("what is agreed for another child stands in that child's own report")
                .isTrue();
        breaches.complete(worker, first, "checkAddressSafety", with(needs, "othersTold", "yes"));
        assertThat(breaches.open(second, "checkAddressSafety")).hasSize(1);
        assertThat(Visitor.loggedIn(port, "childsw2")
                        .get("/safe-contact/api/cases/" + first + "/record")
                        .accepted())
                .as("the other authority")
                .isFalse();
    }

    @Test
    void picturesThatMayBeSexualAreOpenedAndTakenDownByNoAdult() {
        String reference = breaches.reported(
                carer, "C1", List.of("careStatus"), "concerns", List.of("images"), "imagesAggravated", "no");
        breaches.complete(worker, reference, "checkAddressSafety", rung(List.of("careStatus")));
        assertThat(pictures(manager, reference, "agreeTakedown")).isTrue();
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        assertThat(pictures(carer, reference, "makePrivate")).isTrue();
        breaches.complete(carer, reference, "makePrivate", Map.of("did", List.of("couldNot"), "seen", "yes"));
        assertThat(pictures(worker, reference, "haveTakenDown")).isTrue();
    }

    private boolean pictures(Visitor visitor, String reference, String key) {
        return breaches.shown(visitor, reference, key)
                .path("pictures")
                .path("value")
                .asBoolean();
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> two) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : hands.invokeAll(List.of(one, two))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hands.shutdown();
        }
    }
}
