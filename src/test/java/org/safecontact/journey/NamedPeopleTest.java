package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safecontact.access.LastResort;
import org.safecontact.agency.NextFolder;
import org.springframework.beans.factory.annotation.Autowired;

/** Journeys where somebody who looks after children is part of the worry. */
@Journey
class NamedPeopleTest {

    @Autowired
    private Evening evening;

    @Autowired
    private NextFolder folder;

    @Autowired
    private LastResort lastResort;

    @AfterEach
    void theDemonstrationsFolder() {
        folder.unchanged();
    }

    @Test
    void sheAlreadyKnows() {
        evening.begins("2026-11-25T11:00");
        int counted = evening.as("ssw2").counted();
        String reference = evening.reports(
                "carer2",
                with(
                        nothingWorrying("C3"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("ssw2"),
                        "whatHappened",
                        "C3 says the worker passed messages to the mother."));

        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo("manager1@example.org"));
        Visitor.Todo acknowledge = evening.todo("manager1", reference, "acknowledge");
        assertThat(evening.todo("manager1", reference, "decideAboutNamed").due())
                .as("within one working day")
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-26T17:00"));
        for (String nobodyElse : List.of("duty1", "teammanager1", "manager2", "director1")) {
            assertThat(evening.as(nobodyElse).claim(acknowledge).status())
                    .as("it is the registered manager's alone, not %s's", nobodyElse)
                    .isEqualTo(403);
        }
        seesNothing("ssw2", reference, acknowledge, counted);

        evening.at("2026-11-25T11:10");
        evening.complete(
                "manager1",
                reference,
                "acknowledge",
                with(
                        UrgentEveningsTest.spoken("2026-11-25T11:05"),
                        "police",
                        "notNeeded",
                        "policeHow",
                        "Not yet.",
                        "help",
                        "A quiet night."));
        evening.at("2026-11-26T12:00");
        seesNothing("ssw2", reference, evening.todo("manager1", reference, "decideAboutNamed"), counted);
    }

    @Test
    void heIsTheCarer() {
        evening.begins("2026-11-24T10:00");
        String earlier = evening.reports(
                "carer1", with(nothingWorrying("C1"), "whatHappened", "An aunt wrote.", "everything", true));
        evening.at("2026-11-24T11:00");
        evening.reports("carer3", with(nothingWorrying("C2"), "whatHappened", "A cousin wrote.", "everything", true));

        evening.at("2026-11-25T11:00");
        int told = evening.mails().size();
        int countedByCarer1 = evening.as("carer1").counted();
        int countedByCarer3 = evening.as("carer3").counted();
        String reference = evening.reports(
                "childsw1",
                with(
                        nothingWorrying("C1"),
                        "namedPerson",
                        "household",
                        "namedPersons",
                        List.of("carer3"),
                        "whatHappened",
                        "C1 says carer3 reads the messages aloud to relatives."));

        assertThat(evening.mails()).as("the registered manager alone is told").hasSize(told + 1);
        assertThat(evening.mails().get(0).to()).isEqualTo("manager1@example.org");
        Visitor.Todo decide = evening.todo("manager1", reference, "decideAboutNamed");
        seesNothing("carer1", reference, decide, countedByCarer1);
        seesNothing("carer3", reference, decide, countedByCarer3);
        theManagerGivesTheObservationsToAWorker(reference);

        evening.at("2026-11-25T20:01");
        assertThat(evening.todosOf("carer1", earlier))
                .as("what was asked before goes on as if nothing had happened")
                .contains("observeWellbeing");
        evening.complete("carer1", earlier, "observeWellbeing", OrdinaryDaysTest.usualSelf());
        Visitor.Todo look = evening.todo("ssw1", reference, "observeWellbeing");
        assertThat(look.assignee()).contains("ssw1");
        evening.complete("ssw1", reference, "observeWellbeing", OrdinaryDaysTest.usualSelf());

        evening.at("2026-11-26T20:01");
        assertThat(evening.todosOf("ssw1", reference)).contains("observeWellbeing");
        for (String carer : List.of("carer1", "carer3")) {
            assertThat(evening.as(carer).has("observeWellbeing"))
                    .as("a third day would tell %s of it", carer)
                    .isFalse();
            seesNothing(carer, reference, decide, evening.as(carer).counted());
        }
        assertThat(evening.as("carer1").get("/safe-contact/w").text())
                .contains("An aunt wrote.")
                .doesNotContain(reference);
        assertThat(evening.as("carer3").get("/safe-contact/w").text())
                .contains("A cousin wrote.")
                .doesNotContain(reference);
    }

    private void theManagerGivesTheObservationsToAWorker(String reference) {
        evening.at("2026-11-25T15:00");
        evening.complete("manager1", reference, "decideAboutNamed", decided("ssw1"));
        assertThat(evening.linesOf(reference, "manager1"))
                .filteredOn(line -> line.title().equals("Decided with the LADO"))
                .extracting(Evening.Line::says)
                .anySatisfy(says -> assertThat(says).contains("Dana Northgate"));
    }

    @Test
    void theManagerIsNamed() {
        evening.begins("2026-11-25T11:00");
        int counted = evening.as("manager1").counted();
        String reference = evening.reports(
                "carer2",
                with(
                        nothingWorrying("C3"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("manager1"),
                        "whatHappened",
                        "C3 says the manager passed messages on."));

        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo("director1@example.org"));
        Visitor.Todo acknowledge = evening.todo("director1", reference, "acknowledge");
        seesNothing("manager1", reference, acknowledge, counted);
        assertThat(evening.as("manager1")
                        .get("/safe-contact/api/reports/unsent")
                        .text())
                .doesNotContain("Charlie Brookside");
        assertThat(evening.as("manager1")
                        .get("/camunda/api/engine/engine/default/process-definition/statistics")
                        .status())
                .as("no dashboard counts it for the manager")
                .isEqualTo(403);

        evening.at("2026-11-25T11:20");
        evening.complete(
                "director1",
                reference,
                "acknowledge",
                with(
                        UrgentEveningsTest.spoken("2026-11-25T11:15"),
                        "police",
                        "notNeeded",
                        "policeHow",
                        "Not yet.",
                        "help",
                        "A quiet night."));
        evening.at("2026-11-26T12:00");
        seesNothing("manager1", reference, evening.todo("director1", reference, "decideAboutNamed"), counted);
    }

    /** What stood with the writer before the report closed the case to them goes to a manager. */
    @Test
    void whatWasGivenBeforeTheCaseWasWalledGoesToTheManagers() {
        evening.begins("2026-11-28T19:00");
        Visitor carer = evening.as("carer1");
        String reference = carer.beginsReport();
        assertThat(carer.post(
                                "/safe-contact/api/reports/" + reference + "/danger",
                                Map.of("answer", "yes", "question", "immediateDanger", "child", "C1"))
                        .accepted())
                .isTrue();
        evening.aMomentLater();
        assertThat(carer.has("callPolice")).isTrue();

        carer.complete("reportContact", with(nothingWorrying("C1"), "namedPerson", "unsure"));
        evening.aMomentLater();

        assertThat(evening.todosOf("carer1", reference)).isEmpty();
        assertThat(evening.todosOf("manager1", reference)).contains("callPolice", "acknowledge");
        Visitor manager = evening.as("manager1");
        assertThat(manager.claim(manager.todo("callPolice")).accepted())
                .as("it is a manager's to take now")
                .isTrue();
    }

    /** No ladder is ever empty, and whoever is told can answer (contract, who-to-tell). */
    @Test
    void whenEverybodyWhoAnswersForTheServiceIsNamedWhoeverIsToldCanAnswer() {
        evening.begins("2026-11-25T19:00");
        evening.reports(
                "carer2",
                with(
                        nothingWorrying("C3"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("manager1", "manager2", "director1")));

        assertThat(evening.alarmsTo("duty1")).isNotEmpty();
        Visitor duty = evening.as("duty1");
        assertThat(duty.claim(duty.todo("acknowledge")).accepted()).isTrue();
        assertThat(duty.claim(duty.todo("decideAboutNamed")).accepted()).isTrue();
    }

    @Test
    void whenEveryManagerIsNamedAndSomebodyWeDoNotKnowDutyIsAskedBehindTheWallToo() {
        evening.begins("2026-11-25T19:00");
        String reference = evening.reports(
                "carer2",
                with(
                        nothingWorrying("C3"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("manager1", "manager2", "director1", "somebodyElse")));

        assertThat(evening.alarmsTo("duty1")).isNotEmpty();
        for (String key : List.of("acknowledge", "decideAboutNamed")) {
            assertThat(evening.as("duty1")
                            .claim(evening.todo("duty1", reference, key))
                            .accepted())
                    .as(key)
                    .isTrue();
        }

        // as long as no manager can: one who is not named comes in with the next folder
        folder.somebodyBecomes("ssw2", "supervisingSocialWorker, registeredManager");
        lastResort.lookAgain();
        assertThat(opens("duty1", reference)).isFalse();
        assertThat(evening.todosOf("duty1", reference)).isEmpty();
        assertThat(evening.as("duty1").get("/safe-contact/w").status()).isEqualTo(200);
        assertThat(evening.as("ssw2")
                        .claim(evening.todo("ssw2", reference, "acknowledge"))
                        .accepted())
                .isTrue();
    }

    @Test
    void whenEverybodyIsNamedTheResponsibleIndividualIsAskedAllTheSameAndTheCarerReadsWhomOutsideToRing() {
        evening.begins("2026-11-25T19:00");
        String reference = evening.reports(
                "carer1",
                with(
                        nothingWorrying("C1"),
                        "danger",
                        List.of("immediateDanger"),
                        "namedPerson",
                        "worker",
                        "namedPersons",
                        List.of("ssw1", "childsw1", "duty1", "teammanager1", "manager1", "manager2", "director1")));

        assertThat(evening.alarmsTo("director1")).isNotEmpty();
        for (String key : List.of("acknowledge", "decideAboutNamed")) {
            assertThat(evening.as("director1")
                            .claim(evening.todo("director1", reference, key))
                            .accepted())
                    .as(key)
                    .isTrue();
        }
        assertThat(evening.titles(reference, "director1")).contains("Everybody who could be told is named");
        for (String named : List.of("duty1", "manager1", "manager2", "ssw1", "teammanager1")) {
            assertThat(evening.todosOf(named, reference)).as(named).isEmpty();
            assertThat(evening.mailsTo(named)).as(named).isEmpty();
        }
        assertThat(evening.as("carer1")
                        .get("/safe-contact/api/thank-you/" + reference)
                        .text())
                .contains(
                        "Nobody else here may be told by us",
                        "999",
                        "the emergency duty team of Northshire Council (invented): 01632 960299");
    }

    /** Until the registered manager has decided about the child's other cases, somebody named starts without every new one. */
    @Test
    void whoIsNamedStartsWithoutEveryNewReportAboutTheChildUntilItIsDecidedThatTheyKeepThem() {
        String named = carer3IsNamedByCarer1("household", List.of("carer3"));
        evening.at("2026-11-25T12:00");
        String later = carer1ReportsAbout("C1");
        String otherChild = carer1ReportsAbout("C2");

        assertThat(opens("carer3", later)).isFalse();
        assertThat(evening.todosOf("carer3", later)).isEmpty();
        assertThat(opens("carer1", later)).as("who reports it and is not named").isTrue();
        assertThat(evening.todosOf("ssw1", later)).contains("acknowledge");
        assertThat(opens("carer3", otherChild)).isTrue();
        evening.at("2026-11-25T20:01");
        assertThat(evening.todosOf("carer1", later))
                .as("her home is asked: nobody is named in this one")
                .contains("observeWellbeing");
        assertThat(evening.todosOf("carer3", later)).isEmpty();

        evening.complete("manager1", named, "decideAboutNamed", with(decided("ssw1"), "otherCases", "keeps"));
        assertThat(opens("carer3", later)).as("begun meanwhile").isTrue();
        assertThat(opens("carer3", named)).isFalse();
        assertThat(opens("carer3", carer1ReportsAbout("C1"))).isTrue();
    }

    @Test
    void whoLosesTheChildsOtherCasesStartsWithoutNewOnesForGood() {
        String named = carer3IsNamedByCarer1("household", List.of("carer3"));
        evening.at("2026-11-25T11:10");
        String later = carer1ReportsAbout("C1");
        evening.complete("manager1", named, "decideAboutNamed", with(decided("ssw1"), "otherCases", "loses"));

        String afterwards = carer1ReportsAbout("C1");
        for (String report : List.of(later, afterwards)) {
            assertThat(opens("carer3", report)).isFalse();
            assertThat(opens("carer1", report)).isTrue();
        }
    }

    /** Behind a wall nobody is named yet: nobody of the home loses what is new. */
    @Test
    void whoIsOnlyOutsideAWallSeesNewReports() {
        carer3IsNamedByCarer1("unsure", List.of());
        assertThat(opens("carer3", carer1ReportsAbout("C1"))).isTrue();
    }

    @Test
    void whereOnlyTheHomeIsNamedAnyCarerOfItMayBeItButNotWhoReports() {
        carer3IsNamedByCarer1("household", List.of());
        String later = carer1ReportsAbout("C1");
        assertThat(opens("carer3", later)).isFalse();
        assertThat(opens("carer1", later)).isTrue();
    }

    /** Also in the report that a named carer writes: what follows it is somebody else's. */
    @Test
    void whoIsNamedReportsAndOthersGoOn() {
        carer3IsNamedByCarer1("household", List.of("carer3"));
        String own = evening.reports("carer3", with(nothingWorrying("C1"), "everything", true));
        assertThat(opens("carer3", own)).isFalse();
        assertThat(opens("carer1", own)).isTrue();
        assertThat(thankYou("carer3", own).path("lines"))
                .as("as whoever is not named reads it")
                .isEqualTo(thankYou("carer1", own).path("lines"));
        evening.complete("ssw1", own, "acknowledge", Map.of("whatNext", "I ring tomorrow at ten."));
        assertThat(thankYou("carer3", own).toString())
                .contains("Thank you for telling us.", "Nobody is in trouble.", "Carry on as usual")
                .doesNotContain("registered manager", "yours to read", "has read this", "I ring tomorrow");
        for (Map<String, Object> danger : List.of(
                with(nothingWorrying("C1"), "contactKind", "secretAccount"),
                with(nothingWorrying("C1"), "concerns", List.of("crime")),
                with(nothingWorrying("C1"), "danger", List.of("immediateDanger")))) {
            String worse = evening.reports("carer3", danger);
            assertThat(thankYou("carer3", worse).toString()).doesNotContain("registered manager", "yours to read");
            assertThat(thankYou("carer3", worse).path("lines").toString().contains("Ring 999 first, then duty."))
                    .isEqualTo(evening.level(worse).equals("IMMEDIATE"));
        }
    }

    /** Named in the new one as well: then what was decided about the earlier one opens nothing. */
    @Test
    void whoIsNamedAgainStaysAway() {
        String named = carer3IsNamedByCarer1("household", List.of("carer3"));
        String again = carer3IsNamedByCarer1("household", List.of("carer3"));
        evening.at("2026-11-25T11:10");
        assertThat(evening.todosOf("manager1", again)).contains("decideAboutNamed");
        evening.complete("manager1", named, "decideAboutNamed", with(decided("ssw1"), "otherCases", "keeps"));
        assertThat(opens("carer3", again)).isFalse();
    }

    /** A tap on danger tells people before the report is sent: not a worker who is named in an earlier one about that home's child. */
    @Test
    void aTapOnDangerTellsNobodyWhoIsNamedInAnEarlierReport() {
        evening.begins("2026-11-25T11:00");
        evening.reports(
                "carer1", with(nothingWorrying("C1"), "namedPerson", "worker", "namedPersons", List.of("ssw1")));
        for (Map<String, Object> tap : List.<Map<String, Object>>of(
                Map.of("answer", "yes"), Map.of("answer", "yes", "question", "threatToLife", "child", "C1"))) {
            String reference = evening.as("carer1").beginsReport();
            assertThat(evening.as("carer1")
                            .post("/safe-contact/api/reports/" + reference + "/danger", tap)
                            .accepted())
                    .isTrue();
            evening.aMomentLater();
            assertThat(evening.mailsTo("ssw1")).isEmpty();
            assertThat(evening.todosOf("ssw1", reference)).isEmpty();
            assertThat(evening.as("ssw1")
                            .get("/safe-contact/c/" + reference + "/r")
                            .status())
                    .isEqualTo(404);
        }
    }

    private JsonNode thankYou(String person, String reference) {
        return evening.as(person)
                .get("/safe-contact/api/thank-you/" + reference)
                .body();
    }

    private String carer3IsNamedByCarer1(String kind, List<String> persons) {
        evening.begins("2026-11-25T11:00");
        return evening.reports("carer1", with(nothingWorrying("C1"), "namedPerson", kind, "namedPersons", persons));
    }

    private String carer1ReportsAbout(String child) {
        return evening.reports("carer1", with(nothingWorrying(child), "everything", true));
    }

    private boolean opens(String person, String reference) {
        int status = evening.as(person).get("/safe-contact/c/" + reference).status();
        assertThat(status).isIn(200, 403, 404);
        return status == 200;
    }

    /** No message, no to-do, no number beside a list, no page of the case, also by whoever knows its address. */
    private void seesNothing(String user, String reference, Visitor.Todo todo, int counted) {
        Visitor visitor = evening.as(user);
        assertThat(evening.mailsTo(user)).as("messages to %s", user).isEmpty();
        assertThat(evening.todosOf(user, reference))
                .as("%s finds nothing", user)
                .isEmpty();
        assertThat(visitor.counted()).as("%s counts nothing", user).isEqualTo(counted);
        for (String page : List.of(
                "/safe-contact/api/cases/" + reference + "/record",
                "/safe-contact/c/" + reference + "/r",
                "/safe-contact/api/evidence/" + reference,
                "/safe-contact/c/" + reference + "/e",
                "/safe-contact/c/" + reference + "/p",
                "/safe-contact/c/" + reference,
                "/safe-contact/api/tasks/" + todo.id() + "/case",
                "/camunda/api/engine/engine/default/task/" + todo.id(),
                "/camunda/api/engine/engine/default/task/" + todo.id() + "/form-variables")) {
            assertThat(visitor.get(page).status()).as("%s opens %s", user, page).isIn(403, 404);
        }
        assertThat(visitor.post("/safe-contact/api/todos", Map.of("ids", List.of(todo.id())))
                        .body())
                .isEmpty();
        assertThat(visitor.claim(todo).status()).as("%s takes it", user).isIn(403, 404);
    }

    private static Map<String, Object> decided(String observer) {
        return Map.of(
                "who", "asNamed",
                "ladoAskedAt", "2026-11-25T11:05",
                "ladoWho", "The LADO of Northshire",
                "ladoAdvice", "Nobody of the home is told before Friday.",
                "whoIsTold", "Nobody yet.",
                "otherCases", "keeps",
                "supportsChild", "Dana Northgate.",
                "supportsPerson", "A manager of another service.",
                "observer", observer,
                "help", "C1 is heard by somebody outside the home.");
    }
}
