package org.safecontact.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.breach.Breaches.dealtWith;
import static org.safecontact.breach.Breaches.enoughKept;
import static org.safecontact.breach.Breaches.notForTheRegulator;
import static org.safecontact.breach.Breaches.rung;
import static org.safecontact.breach.Breaches.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Coverage;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.incident.Endings;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every way through {@code confidentiality-breach}, as people go it. */
@SafeContactTest
class PrivateDetailsTest {

    private static final List<String> ALL_FOUR = List.of("accounts", "children", "work", "safety");

    @LocalServerPort
    private int port;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Incidents incidents;

    @Autowired
    private FurtherAnswers further;

    @Autowired
    private Endings endings;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor other;
    private Visitor worker;
    private Visitor duty;
    private Visitor manager;

    @BeforeAll
    static void watch(@Autowired Coverage coverage) {
        coverage.begin(PrivateDetailsTest.class);
    }

    @AfterAll
    static void everythingWasGoneThrough(@Autowired Coverage coverage) {
        coverage.requireAll("confidentiality-breach");
    }

    @BeforeEach
    void aSaturday() {
        clock.setLondon("2027-01-16T10:00");
        carer = Visitor.loggedIn(port, "carer1");
        other = Visitor.loggedIn(port, "carer3");
        worker = Visitor.loggedIn(port, "ssw1");
        duty = Visitor.loggedIn(port, "duty1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    /** On a Saturday: duty rings, the school hears by way of the child's social worker, it is taken down with the child. */
    @Test
    void theHomeIsRungTheSameDayTheSchoolHearsAndItIsTakenDownWithTheChild() {
        String reference = breaches.reported(carer, "C1", List.of("school"));

        assertThat(incidents.get(reference).level().orElseThrow().name()).isEqualTo("MEDIUM");
        assertThat(breaches.one(reference, "checkAddressSafety").getDueDate())
                .as("by the clock, on a Saturday too")
                .isEqualTo("2027-01-16T14:00:00.000Z");
        assertThat(endings.stillOpen(reference).toString()).contains("Ring the home: is it still safe there?");
        assertThat(breaches.letters("duty1", reference))
                .as("duty hears of it at once")
                .contains(reference + ": please make a telephone call by 14:00 today");
        assertThat(Breaches.reads(carer, reference))
                .contains("Somebody rings you about what got out. Until then leave it where it is, and look at"
                        + " nobody's page.");

        breaches.timer(reference, "boundaryEvent_notChecked");
        assertThat(breaches.letters("manager1", reference)).contains(reference + ": please make a telephone call");
        breaches.complete(
                duty,
                reference,
                "checkAddressSafety",
                rung(List.of("school"), "safe", "withSteps", "agreed", "The door stays locked."));
        assertThat(incidents.get(reference).urgent()).isFalse();
        assertThat(endings.stillOpen(reference).toString()).doesNotContain("Ring the home");

        assertThat(breaches.one(reference, "tellSchool").getDueDate())
                .as("Monday, before the child is fetched from school")
                .isEqualTo("2027-01-18T11:00:00.000Z");
        assertThat(breaches.letters("ssw1", reference))
                .as("the worker of the home hears of it at once")
                .anyMatch(letter -> letter.startsWith(reference + ": please make a telephone call by 11:00"));
        assertThat(breaches.shown(worker, reference, "tellSchool").toString()).contains("Kit Placer");
        assertThat(Breaches.reads(carer, reference))
                .containsSubsequence(
                        "The child's social worker tells the school: you need not ring it.",
                        "Please leave it where it is: we say here when it can be taken down.");
        Map<String, Object> school = new HashMap<>(Map.of(
                "askedWho", "Kit Placer",
                "askedAt", "2027-01-16T09:50",
                "teacher", "M. Example",
                "collection", "notYet",
                "photos", "notYet",
                "childSaid", "They know.",
                "help", "Nobody else collects them."));
        JsonNode notYet = breaches.refused(worker, reference, "tellSchool", school);
        assertThat(notYet.path("collection").asText()).startsWith("Please have the school look at it first.");
        assertThat(notYet.path("photos").asText()).startsWith("Please have the school look at it first.");
        breaches.complete(worker, reference, "tellSchool", with(school, "collection", "yes", "photos", "yes"));

        assertThat(breaches.open(reference, "makePrivate"))
                .as("nothing is taken down before enough is kept")
                .isEmpty();
        assertThat(Breaches.reads(carer, reference))
                .contains(
                        "Agreed about what got out: The door stays locked.",
                        "The school knows of it.",
                        "Please leave it where it is: we say here when it can be taken down.");
        assertThat(breaches.letters("manager1", reference))
                .contains(reference + ": something waits for you to decide by 14:00 today");
        breaches.complete(
                manager,
                reference,
                "agreeTakedown",
                with(enoughKept(), "enough", "mustStay", "until", "2027-06-01T09:00"));
        assertThat(breaches.open(reference, "makePrivate"))
                .as("what the police want stays where it is")
                .isEmpty();
        Task again = breaches.one(reference, "agreeTakedown");
        assertThat(again.getDueDate())
                .as("and is not forgotten: due in five working days")
                .isEqualTo("2027-01-22T17:00:00.000Z");
        assertThat(Breaches.reads(carer, reference))
                .contains("Please leave it where it is: we say here when it can be taken down.");
        breaches.complete(manager, reference, "agreeTakedown", with(enoughKept(), "enough", "keptNow"));

        Task todo = breaches.one(reference, "makePrivate");
        assertThat(todo.getAssignee()).isEqualTo("carer1");
        assertThat(asked(other, todo)).isFalse();
        assertThat(Breaches.reads(carer, reference))
                .contains(
                        "What got out: there is something to do together with the child. Whoever reported it has it on their"
                                + " list.");
        breaches.timer(reference, "boundaryEvent_otherCarer");
        assertThat(asked(other, todo)).as("either carer can do it").isTrue();
        breaches.timer(reference, "boundaryEvent_notPrivate");
        assertThat(breaches.letters("ssw1", reference)).contains(reference + ": something is to do, please see to it");
        assertThat(breaches.letters("carer1", reference))
                .as("no carer is pressed")
                .isEmpty();
        assertThat(asked(carer, todo)).as("the carer can still do it").isTrue();
        breaches.complete(
                carer,
                reference,
                "makePrivate",
                Map.of("did", List.of("tookDown", "talked"), "seen", "no", "childSaid", "Good."));
        assertThat(breaches.isOver(reference)).isTrue();
        assertThat(breaches.everyLetter()).doesNotContain("Kingfisher", "school", "locked");
    }

    @Test
    void whatOthersCanStillSeeIsFollowedByAWorker() {
        String reference = breaches.reported(carer, "C1", List.of("homePhoto", "carerDetails"));
        Map<String, Object> photo = rung(
                List.of("homePhoto", "carerDetails"),
                "photoShows",
                List.of("house", "file"),
                "carersNeed",
                "Sam helps them with their own accounts tonight.");
        JsonNode refused = breaches.refused(
                worker,
                reference,
                "checkAddressSafety",
                with(photo, "carers", List.of("work"), "told", List.of("manager"), "stands", List.of("gone", "post")));
        assertThat(refused.path("carers").asText()).isEqualTo("Please go through all four with them.");
        assertThat(refused.path("told").asText()).startsWith("Both have to know today.");
        assertThat(refused.path("stands").asText()).startsWith("It cannot be gone and still be there.");
        breaches.complete(worker, reference, "checkAddressSafety", with(photo, "carers", ALL_FOUR));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        breaches.complete(carer, reference, "makePrivate", Map.of("did", List.of("asked"), "seen", "unsure"));

        assertThat(Breaches.reads(carer, reference)).contains("We ask for what others can still see to be taken down.");
        assertThat(breaches.one(reference, "haveTakenDown").getDueDate())
                .as("two working days")
                .isEqualTo("2027-01-19T17:00:00.000Z");
        breaches.complete(
                worker,
                reference,
                "haveTakenDown",
                Map.of(
                        "outcome", "stays",
                        "how", "The app answered no.",
                        "instead", "Another way to school.",
                        "childSaid", "That is fine.",
                        "help", "Nobody waits for them."));
        assertThat(breaches.isOver(reference)).isTrue();
    }

    @Test
    void whereNothingCanBeTakenDownItIsOnlyTalkedAbout() {
        String reference = breaches.reported(carer, "C1", List.of("careStatus"));
        breaches.complete(
                worker, reference, "checkAddressSafety", rung(List.of("careStatus"), "stands", List.of("spoken")));
        assertThat(Breaches.reads(other, reference))
                .contains("We rang about what got out: everybody can stay at home.");
        assertThat(breaches.open(reference, "agreeTakedown")).isEmpty();
        assertThat(breaches.shown(carer, reference, "makePrivate")
                        .path("online")
                        .path("value")
                        .asBoolean())
                .isFalse();
        assertThat(breaches.shown(carer, reference, "makePrivate").path("ways").toString())
                .as("nothing that nobody would follow up")
                .contains("talked")
                .doesNotContain("tookDown", "couldNot");
        assertThat(breaches.refused(carer, reference, "makePrivate", Map.of("did", List.of("couldNot")))
                        .has("did"))
                .isTrue();
        breaches.complete(carer, reference, "makePrivate", Map.of("did", List.of("talked", "settings")));
        assertThat(breaches.isOver(reference)).isTrue();
    }

    @Test
    void aPostOfTheHomeGoesTheWayOfTheStandardsAndOfTheRegulator() {
        String reference = breaches.reported(carer, "C1", List.of("none"));
        breaches.complete(
                worker,
                reference,
                "checkAddressSafety",
                rung(List.of("liveLocation"), "how", "home", "stands", List.of("gone"), "live", "off"));

        assertThat(breaches.one(reference, "answerRegulator").getDueDate())
                .as("72 hours from when the carer knew")
                .isEqualTo("2027-01-19T10:00:00.000Z");
        assertThat(breaches.letters("manager1", reference))
                .filteredOn(subject -> subject.contains("something waits for you to decide"))
                .hasSize(2);
        assertThat(carer.todos()).extracting(Visitor.Todo::key).doesNotContain("dealWithBreach", "answerRegulator");
        breaches.complete(manager, reference, "dealWithBreach", dealtWith("talk", "2027-01-16T09:55"));
        clock.setLondon("2027-01-18T10:00");
        breaches.timer(reference, "boundaryEvent_regulatorWaits");
        assertThat(breaches.letters("director1", reference)).hasSize(1);
        breaches.complete(Visitor.loggedIn(port, "director1"), reference, "answerRegulator", notForTheRegulator());
        assertThat(breaches.isOver(reference)).isTrue();
    }

    @Test
    void whatIsNotSafeReachesPeopleAndStaysOpenUntilEverybodyCanStay() {
        String reference = breaches.reported(carer, "C1", List.of("address"));
        breaches.complete(
                worker,
                reference,
                "checkAddressSafety",
                rung(
                        List.of("address"),
                        "how",
                        "other",
                        "stands",
                        List.of("spoken"),
                        "safe",
                        "no",
                        "agreed",
                        "They stay with a friend of the home."));
        assertThat(incidents.get(reference).urgent())
                .as("nobody can rule out that somebody is near")
                .isTrue();
        assertThat(breaches.one(reference, "checkAgain").getDueDate())
                .as("by the clock, on a Saturday too")
                .isEqualTo("2027-01-16T14:00:00.000Z");
        assertThat(breaches.letters("duty1", reference))
                .contains(reference + ": please make a telephone call by 14:00 today");
        assertThat(endings.stillOpen(reference).toString()).contains("Ring again: is it safe now?");
        assertThat(Breaches.reads(carer, reference))
                .contains(
                        "Agreed about what got out: They stay with a friend of the home.",
                        "We ring you again, until it is safe for everybody to stay at home.");
        assertThat(breaches.refused(duty, reference, "checkAgain", Map.of("safe", "no", "help", "They can stay."))
                        .has("safe"))
                .as("it stays open until it is safe")
                .isTrue();
        breaches.complete(duty, reference, "checkAgain", Map.of("safe", "yes", "help", "They can stay."));
        assertThat(Breaches.reads(carer, reference))
                .contains("We rang about what got out: everybody can stay at home.")
                .noneMatch(line -> line.startsWith("Agreed about what got out"));
        assertThat(breaches.isOver(reference)).isTrue();
    }

    @Test
    void whoIsRiskyAndKnowsTheAddressMakesItSerious() {
        String reference = breaches.reported(carer, "C1", List.of("address"));
        breaches.complete(
                worker,
                reference,
                "checkAddressSafety",
                rung(List.of("address"), "how", "other", "stands", List.of("spoken"), "risk", "risky"));
        assertThat(incidents.get(reference).level().orElseThrow().name()).isEqualTo("HIGH");
        assertThat(breaches.isOver(reference)).as("nothing more follows").isTrue();
    }

    @Test
    void whatIsTakenBackAsksNothingMore() {
        String reference = breaches.reported(carer, "C1", List.of("careStatus"));
        endings.askToWithdraw(reference, "manager1", List.of());
        endings.withdraw(reference, Optional.empty());
        assertThat(breaches.isOver(reference)).isTrue();
    }

    /** Late at night: duty rings before the night is over, the carer is asked in the morning. */
    @Test
    void inTheNightTheHomeIsRungAndTheCarerIsAskedInTheMorning() {
        clock.setLondon("2027-01-16T22:30");
        String reference = breaches.reported(carer, "C1", List.of("school"));
        assertThat(breaches.one(reference, "checkAddressSafety").getDueDate()).isEqualTo("2027-01-17T02:30:00.000Z");
        breaches.complete(duty, reference, "checkAddressSafety", rung(List.of("school")));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        Task todo = breaches.one(reference, "makePrivate");
        assertThat(todo.getFollowUpDate()).isEqualTo("2027-01-17T08:00:00.000Z");
        assertThat(todo.getDueDate()).isEqualTo("2027-01-17T20:00:00.000Z");
        assertThat(carer.todosOn("To do now"))
                .as("at half past ten at night")
                .extracting(Visitor.Todo::id)
                .doesNotContain(todo.getId());
        clock.setLondon("2027-01-17T08:01");
        assertThat(carer.todosOn("To do now")).extracting(Visitor.Todo::id).contains(todo.getId());
    }

    /** What is late is said every morning, on a day on which nobody works only what runs by the clock, and climbs. */
    @Test
    void whatWaitsIsSaidEveryMorningAndHigherUp() {
        String silent = breaches.reported(carer, "C1", List.of("school"));
        morning(silent, "2027-01-17T09:00");
        assertThat(breaches.letters("director1", silent))
                .as("nobody rang for twice as long")
                .containsExactly(silent + ": please make a telephone call");

        String reference = breaches.reported(carer, "C1", List.of("school"));
        breaches.complete(
                worker,
                reference,
                "checkAddressSafety",
                rung(List.of("school"), "stands", List.of("gone"), "how", "other"));
        int before = breaches.letters("ssw1", reference).size();
        morning(reference, "2027-01-18T09:00");
        assertThat(breaches.letters("ssw1", reference)).as("still in time").hasSize(before);
        morning(reference, "2027-01-19T09:00");
        assertThat(breaches.letters("ssw1", reference)).hasSize(before + 1);
        assertThat(breaches.letters("ssw1", reference).get(0)).isEqualTo(reference + ": please make a telephone call");
        assertThat(breaches.letters("teammanager1", reference)).isEmpty();
        morning(reference, "2027-01-23T09:00");
        assertThat(breaches.letters("ssw1", reference)).as("a Saturday").hasSize(before + 1);
        morning(reference, "2027-01-25T09:00");
        assertThat(breaches.letters("teammanager1", reference))
                .as("above whoever was asked")
                .containsExactly(reference + ": please make a telephone call");
    }

    /** Nobody presses the carer who has it; after a day and more somebody above is asked to do it with them. */
    @Test
    void whatACarerHasForTooLongIsOfferedAbove() {
        String reference = breaches.reported(carer, "C1", List.of("careStatus"));
        breaches.complete(worker, reference, "checkAddressSafety", rung(List.of("careStatus")));
        breaches.complete(manager, reference, "agreeTakedown", enoughKept());
        breaches.timer(reference, "boundaryEvent_notPrivate");
        breaches.taken(carer, reference, "makePrivate");
        assertThat(breaches.letters("teammanager1", reference)).isEmpty();
        morning(reference, "2027-01-18T09:00");
        assertThat(breaches.letters("teammanager1", reference))
                .containsExactly(reference + ": something is to do, please see to it");
        assertThat(breaches.letters("carer1", reference)).isEmpty();
        assertThat(asked(carer, breaches.one(reference, "makePrivate")))
                .as("the carer can still do it")
                .isTrue();
    }

    private static boolean asked(Visitor carer, Task task) {
        return carer.todos().stream().anyMatch(each -> each.id().equals(task.getId()));
    }

    private void morning(String reference, String london) {
        clock.setLondon(london);
        breaches.timer(reference, "startEvent_morning");
    }

    /** The 72 hours run by the clock from when the first person knew: with the report, or when it was said later; also when clocks change. */
    @Test
    void theSeventyTwoHoursRunFromWhenItWasKnown() {
        clock.setLondon("2027-03-27T10:00");
        Visitor reporter = Visitor.loggedIn(port, "carer2");
        String reference = breaches.reported(reporter, "C3", List.of("careStatus"));
        Map<String, Object> posted = rung(List.of("careStatus"), "how", "home", "stands", List.of("gone"));
        posted.keySet().removeAll(List.of("others", "othersTold"));
        Visitor hers = Visitor.loggedIn(port, "ssw2");
        clock.setLondon("2027-03-27T12:00");
        breaches.complete(hers, reference, "checkAddressSafety", posted);
        assertThat(breaches.one(reference, "answerRegulator").getDueDate())
                .as("three times 24 hours, an hour later by the clock on the wall")
                .isEqualTo("2027-03-30T10:00:00.000Z");
        assertThat(breaches.shown(manager, reference, "answerRegulator").toString())
                .contains("Tuesday 30 March 2027, 11:00");

        clock.setLondon("2027-03-27T14:00");
        further.saidToo(reference, "carer2", Map.of("disclosed", List.of("school")), List.of());
        breaches.complete(hers, reference, "checkAddressSafety", with(posted, "out", List.of("careStatus", "school")));
        assertThat(breaches.open(reference, "answerRegulator"))
                .extracting(task -> task.getDueDate().toInstant().toString())
                .as("what was said later, from then on")
                .containsExactlyInAnyOrder("2027-03-30T10:00:00Z", "2027-03-30T14:00:00Z");
    }
}
