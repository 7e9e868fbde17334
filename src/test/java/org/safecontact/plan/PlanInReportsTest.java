package org.safecontact.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.Jobs;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.agency.NextFolder;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.StoredReports;
import org.safecontact.incident.report.PlanAnswers;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report is compared with what is agreed: nobody is asked about the law where the register knows, and everybody where it does not. */
@SafeContactTest
class PlanInReportsTest {

    private static final String TUESDAY = "2027-01-12T16:10";

    @LocalServerPort
    private int port;

    @Autowired
    private PlanRegister register;

    @Autowired
    private PlanPeople people;

    @Autowired
    private Incidents incidents;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private Reporting reporting;

    @Autowired
    private CaseRecord record;

    @Autowired
    private Jobs jobs;

    @Autowired
    private NextFolder folder;

    @Autowired
    private TestClock clock;

    private Visitor carer;

    @AfterEach
    void theDemonstrationsFolder() {
        folder.unchanged();
    }

    @BeforeEach
    void aTuesday() {
        clock.setLondon(TUESDAY);
        carer = Visitor.loggedIn(port, "carer1");
    }

    @Test
    void aCarerIsNotAskedWhatTheCourtSaid() {
        String reference = report(carer, with("person", "C1." + id("C1", "C1's father")));
        assertThat(answers(reference)).containsEntry("contactBarred", "yes").containsEntry("planCheck", "barred");
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).startsWith("rule_12");
        assertThat(snapshot(reference).statements())
                .anySatisfy(said -> {
                    assertThat(said.question()).isEqualTo(PlanAnswers.SAYS);
                    assertThat(said.answer())
                            .contains("forbidden by a court", "Court order of 11 February 2025", "online included");
                })
                .anySatisfy(said -> assertThat(said.answer()).contains("Agreed with C1's mother: video call, Sundays"));

        jobs.runDue();
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        Visitor.Todo acknowledge = worker.todos().stream()
                .filter(todo -> todo.key().equals("acknowledge"))
                .filter(todo -> worker.formData(todo)
                        .path("reference")
                        .path("value")
                        .asText()
                        .equals(reference))
                .findFirst()
                .orElseThrow();
        assertThat(worker.formData(acknowledge)
                        .path("reported")
                        .path("value")
                        .asText()
                        .replace("\\", ""))
                .contains("What is agreed says of this contact", "forbidden by a court");
    }

    @Test
    void thePoliceHearEveryOrderTheOneOfTodayToo() {
        register.enter(
                "C1",
                new NewPlanEntry(
                        new PlanItem.Order(
                                "Non-molestation order",
                                LocalDate.parse("2027-01-11"),
                                Optional.empty(),
                                Optional.empty(),
                                "the office, file 7",
                                Optional.of(id("C1", "C1's father")),
                                true,
                                "Not within 100 metres of the home."),
                        Optional.empty(),
                        Optional.empty()),
                "ssw1");
        String reference = report(carer, with("danger", List.of("immediateDanger")));
        assertThat(read(carer.get("/safe-contact/c/" + reference + "/p").text()))
                .contains(
                        "The danger, in one line Somebody may be in danger now.",
                        "Born 14 March 2013, 13 years old",
                        "Looked after under care order",
                        "Authority Northshire",
                        "Order of 11 February 2025",
                        "Order no contact with C1's father: Non-molestation order of 11 January 2027. No contact until this is settled: it is "
                                + "not confirmed by the authority yet.",
                        "It says: Not within 100 metres of the home.",
                        "Known to be dangerous",
                        "Where the child lives",
                        "Our reference " + reference);
    }

    private static String read(String page) {
        return page.replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    @Test
    void outsideWhatIsAgreedIsMediumAndWithinItNothingIsAdded() {
        String mother = "C1." + id("C1", "C1's mother");
        String byText = report(carer, with("person", mother));
        assertThat(answers(byText)).containsEntry("contactBarred", "no").containsEntry("planCheck", "outside");
        assertThat(incidents.decision(byText).orElseThrow().ruleId()).startsWith("rule_19");

        clock.setLondon("2027-02-21T16:10");
        String onSunday = report(carer, with("person", mother, "channel", "video", "there", "inTheRoom"));
        assertThat(answers(onSunday)).containsEntry("contactBarred", "no").containsEntry("planCheck", "within");
        assertThat(incidents.decision(onSunday).orElseThrow().ruleId()).isEqualTo("rule_20");

        Map<String, Object> earlier = with("person", mother, "channel", "video", "earlier", true);
        earlier.put("happenedAt", "2027-02-19T16:10");
        assertThat(answers(report(carer, earlier))).as("it was a Friday").containsEntry("planCheck", "outside");
        earlier.remove("happenedAt");
        assertThat(answers(report(carer, earlier))).as("nobody says when").containsEntry("planCheck", "unknown");
    }

    /** Policy, section 1: on its day, at its hour, with the right person, and yet round the supervision that was agreed. */
    @Test
    void contactThatGoesRoundTheSupervisionIsOutsideWhatIsAgreed() {
        clock.setLondon("2027-04-18T16:10");
        String mother = "C1." + id("C1", "C1's mother");
        Map<String, Object> alone = with("person", mother, "channel", "video", "there", "nobody");
        String reference = report(carer, alone);
        assertThat(answers(reference)).containsEntry("planCheck", "outside").containsEntry("there", "nobody");
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).startsWith("rule_19");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.MEDIUM);
        assertThat(snapshot(reference).statements())
                .anySatisfy(
                        said -> assertThat(said.answer()).contains("outside what is agreed", "you stay in the room"));
        assertThat(answers(report(carer, with("person", mother, "channel", "video", "there", "nearby"))))
                .as("in the room was agreed")
                .containsEntry("planCheck", "outside");

        Map<String, Object> notSaid = with("person", mother, "channel", "video");
        String open = report(carer, notSaid);
        assertThat(answers(open)).as("nobody says who was there").containsEntry("planCheck", "unknown");
        assertThat(snapshot(open).statements())
                .anySatisfy(said -> assertThat(said.answer()).contains("Nobody knows yet who was there."));
        assertThat(answers(report(carer, with("person", mother, "channel", "video", "there", "unsure"))))
                .containsEntry("planCheck", "unknown");

        Visitor.Todo todo = begin(carer);
        String twice = carer.beginsReport();
        assertThat(carer.submit(todo, with("person", mother, "there", "nobody"))
                        .body()
                        .path("fields")
                        .path("there")
                        .asText())
                .as("nothing is agreed by text: that is outside already")
                .contains("is not asked");
        assertThat(carer.submit(todo, with("person", mother, "channel", "video", "there", "inTheRoom"))
                        .status())
                .isEqualTo(204);
        assertThat(answers(twice)).containsEntry("planCheck", "within");
        carer.submit(todo, alone);
        assertThat(answers(twice)).as("from another window").containsEntry("planCheck", "outside");

        Map<String, Object> both = with("person", mother, "channel", "video", "there", "nobody");
        both.put("otherChildren", List.of("C2"));
        String other = incidents.ofSameReport(report(carer, both)).get(0);
        assertThat(answers(other)).doesNotContainKeys("person", "there", "planCheck");
    }

    @Test
    void whatACarerSaysOfTheCourtStandsAlsoWhereNothingForbidsIt() {
        clock.setLondon("2027-02-28T16:10");
        String mother = "C1." + id("C1", "C1's mother");
        assertThat(answers(report(
                        carer,
                        with(
                                "person",
                                mother,
                                "channel",
                                "video",
                                "contactBarred",
                                "unsure",
                                "there",
                                "contactWorker"))))
                .as("answered before the person was chosen, or before what is agreed was entered")
                .containsEntry("contactBarred", "unsure")
                .containsEntry("planCheck", "within");
        assertThat(answers(report(carer, with("person", mother, "channel", "video", "contactBarred", "yes"))))
                .containsEntry("contactBarred", "yes");
    }

    @Test
    void whomAnotherWindowPicksIsComparedToo() {
        clock.setLondon("2027-03-14T16:10");
        Visitor.Todo todo = begin(carer);
        String reference = carer.beginsReport();
        Map<String, Object> mother = with("person", "C1." + id("C1", "C1's mother"), "channel", "video");
        assertThat(carer.submit(todo, mother).status()).isEqualTo(204);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.LOW);

        carer.submit(todo, with("person", "C1." + id("C1", "C1's father"), "channel", "video"));

        assertThat(answers(reference))
                .containsEntry("contactBarred", "yes")
                .containsEntry("planCheck", "barred")
                .containsEntry("personRisk", "dangerous");
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
    }

    @Test
    void whoIsDangerousIsSoWhateverACarerKnows() {
        clock.setLondon("2027-07-13T16:10");
        folder.isDangerousToo("C1", "C2");
        Map<String, Object> father =
                with("child", "C2", "person", "C2.D1", "personRisk", "safe", "contactBarred", "no");
        String reference = report(carer, father);
        assertThat(answers(reference)).containsEntry("personRisk", "dangerous");
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).startsWith("rule_13");
        assertThat(incidents.answers(
                        report(carer, with("child", "C2", "person", "somebodyElse", "contactBarred", "no"))))
                .containsEntry("personRisk", "safe");
    }

    @Test
    void whereItDoesNotKnowTheQuestionStays() {
        clock.setLondon("2027-04-06T16:10");
        Map<String, Object> somebody = with("person", "somebodyElse", "contactBarred", "no");
        assertThat(answers(report(carer, somebody)))
                .containsEntry("contactBarred", "no")
                .containsEntry("planCheck", "silent");
        Map<String, Object> nobody = with("person", "dontKnow", "contactBarred", "yes");
        String unknown = report(carer, nobody);
        assertThat(answers(unknown)).containsEntry("contactBarred", "yes").doesNotContainKey("planCheck");
        assertThat(snapshot(unknown).statements())
                .as("what was agreed is kept all the same")
                .isNotEmpty()
                .noneMatch(said -> said.question().equals(PlanAnswers.SAYS));

        clock.setLondon("2031-01-14T16:10");
        Map<String, Object> pastReview = with("person", "C1." + id("C1", "C1's mother"), "contactBarred", "no");
        String open = report(carer, pastReview);
        assertThat(answers(open))
                .as("past its review it knows nothing, and a carer's no does not stand for it")
                .containsEntry("contactBarred", "unsure")
                .containsEntry("planCheck", "unknown");
        assertThat(incidents.decision(open).orElseThrow().ruleId()).isEqualTo("rule_21");
        Map<String, Object> yes = with("person", "C1." + id("C1", "C1's mother"), "contactBarred", "yes");
        assertThat(answers(report(carer, yes))).as("the worse counts").containsEntry("contactBarred", "yes");
    }

    /** Policy, section 4: whoever asks is compared with whom the plan knows; nobody is known because they say so. */
    @Test
    void aRequestFromSomebodyOnNoListIsFromSomebodyUnknown() {
        clock.setLondon("2027-05-20T16:10");
        Map<String, Object> aunt = request("person", "somebodyElse", "contactBarred", "no");
        String reference = report(carer, aunt);
        assertThat(answers(reference))
                .as("known and no worries, says the carer, of somebody who says she is an aunt")
                .containsEntry("personRisk", "unknown")
                .containsEntry("planCheck", "silent");
        assertThat(incidents.decision(reference).orElseThrow().ruleId()).startsWith("rule_18");
        String says = "Not on the list of what is agreed: unknown to us, whoever they say they are.";
        assertThat(snapshot(reference).statements()).contains(new Statement(PlanAnswers.KNOWN, says));
        jobs.runDue();
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        assertThat(worker.todos().stream()
                        .filter(todo -> todo.key().equals("acknowledge"))
                        .map(todo -> worker.formData(todo)
                                .path("reported")
                                .path("value")
                                .asText()
                                .replace("\\", "")))
                .as("whoever answers reads it")
                .anyMatch(reported -> reported.contains("unknown to us, whoever they say they are"));

        aunt.put("disclosed", List.of("address"));
        String knowsWhere = report(carer, aunt);
        assertThat(incidents.decision(knowsWhere).orElseThrow().ruleId())
                .as("somebody unknown may know where the child lives")
                .startsWith("rule_14");
        String notPicked = report(carer, request("person", "dontKnow", "contactBarred", "unsure"));
        assertThat(answers(notPicked)).containsEntry("personRisk", "unknown");
        assertThat(snapshot(notPicked).statements())
                .as("nobody has compared")
                .contains(new Statement(
                        PlanAnswers.KNOWN, "Nobody was picked from the list: unknown to us until somebody compares."));
        assertThat(answers(report(carer, request("child", "C2", "contactBarred", "no"))))
                .as("nobody is on the list of this child")
                .containsEntry("personRisk", "unknown");
        assertThat(answers(
                        report(carer, request("person", "somebodyElse", "contactBarred", "no", "personRisk", "risky"))))
                .as("the worse counts")
                .containsEntry("personRisk", "risky");

        String mother = report(carer, request("person", "C1." + id("C1", "C1's mother")));
        assertThat(answers(mother)).containsEntry("personRisk", "safe").containsEntry("planCheck", "outside");
        assertThat(snapshot(mother).statements()).contains(new Statement(PlanAnswers.KNOWN, "Yes: C1's mother."));
        assertThat(answers(report(carer, request("person", "C1." + id("C1", "C1's father")))))
                .containsEntry("personRisk", "dangerous")
                .containsEntry("planCheck", "barred");
        assertThat(snapshot(report(carer, with("person", "somebodyElse", "contactBarred", "no")))
                        .statements())
                .as("no request of somebody unknown")
                .noneMatch(said -> said.question().equals(PlanAnswers.KNOWN));
    }

    private static Map<String, Object> request(Object... differently) {
        Map<String, Object> answers = with(differently);
        answers.put("contactKind", "unknownRequest");
        answers.put("childReplied", "no");
        return answers;
    }

    @Test
    void whatWasFoundOutsideBeforeIsNotWithinAgain() {
        clock.setLondon("2027-05-16T16:10");
        String reference = unsent.start("carer1");
        reporting.report(
                reference,
                StoredReports.bare(
                        "C1",
                        "carer1",
                        Map.of("person", id("C1", "C1's mother"), "channel", "video", "planCheck", "outside")));
        assertThat(answers(reference))
                .as("a case that begins again goes on with what was known")
                .containsEntry("planCheck", "outside");
    }

    @Test
    void whatWasAgreedThenStaysWithTheReport() {
        Visitor other = Visitor.loggedIn(port, "carer2");
        String reference = report(other, with("child", "C3"));
        int version = register.plan("C3").version();
        List<String> before = snapshot(reference).statements().stream()
                .map(said -> said.answer())
                .toList();
        register.enter(
                "C3",
                new NewPlanEntry(
                        new PlanItem.Alone("Chess online.", "Old enough.", Optional.empty()),
                        Optional.empty(),
                        Optional.empty()),
                "ssw2");
        assertThat(before.get(0)).startsWith(version + " (PLN-");
        assertThat(snapshot(reference).statements().stream().map(said -> said.answer()))
                .containsExactlyElementsOf(before)
                .noneMatch(said -> said.contains("Chess online"));
    }

    @Test
    void nobodyIsPickedForTheWrongChildNorAskedWhatIsKnown() {
        Visitor.Todo todo = begin(carer);
        String reference = carer.beginsReport();
        JsonNode data = carer.formData(todo);
        assertThat(offeredFor(data, "C1"))
                .containsExactlyInAnyOrder("C1's mother", "C1's father", "Somebody else", "I don't know");
        assertThat(offeredFor(data, "C2"))
                .as("nothing is agreed, and nobody of another child is offered")
                .isEmpty();
        String father = "C1." + id("C1", "C1's father");
        assertThat(data.path("agreedKnows").toString()).contains(father);

        Visitor.Answer wrongChild = carer.submit(todo, with("child", "C2", "person", father));
        assertThat(wrongChild.body().path("fields").has("person")).isTrue();
        assertThat(carer.submit(todo, with("child", "C2", "person", "somebodyElse"))
                        .body()
                        .path("fields")
                        .path("person")
                        .asText())
                .contains("is not asked");
        Visitor.Answer made = carer.submit(todo, with("person", "C1.p-9999"));
        assertThat(made.body().path("fields").has("person")).isTrue();
        assertThat(carer.submit(todo, with("person", father, "contactBarred", "no"))
                        .status())
                .as("it is not asked, but who answered it before they chose the person may send it")
                .isEqualTo(204);
        assertThat(answers(reference)).containsEntry("contactBarred", "yes");
    }

    @Test
    void anotherChildOfTheSameReportHasItsOwnPlan() {
        Map<String, Object> both = with("person", "C1." + id("C1", "C1's father"));
        both.put("otherChildren", List.of("C2"));
        String reference = report(carer, both);
        String other = incidents.ofSameReport(reference).get(0);
        assertThat(answers(other)).doesNotContainKeys("person", "planCheck", "contactBarred");
        assertThat(snapshot(other).statements().toString() + record.entries(other))
                .doesNotContain("C1");
        assertThat(snapshot(other).statements())
                .noneMatch(said ->
                        said.answer().contains("father") || said.answer().contains("mother"));
    }

    @Test
    void dutyIsOfferedOnlyWhomItMayReadAbout() {
        clock.setLondon("2027-03-02T22:10");
        Visitor duty = Visitor.loggedIn(port, "duty1");
        JsonNode before = duty.formData(begin(duty));
        assertThat(duty.get("/safe-contact/a/C3").status()).isEqualTo(404);
        assertThat(before.path("agreedPeople").toString()).doesNotContain("grandmother");
        report(Visitor.loggedIn(port, "carer2"), with("child", "C3"));
        assertThat(duty.formData(begin(duty)).path("agreedPeople").toString()).contains("grandmother");
    }

    private static List<String> offeredFor(JsonNode data, String child) {
        return JsonPath.read(
                data.path("agreedPeople").path("value").asText(), "$[?(@.childId == '" + child + "')].label");
    }

    private Visitor.Todo begin(Visitor visitor) {
        String id = visitor.post("/safe-contact/api/reports", Map.of())
                .body()
                .path("taskId")
                .asText();
        return new Visitor.Todo(id, "reportContact", "", Optional.empty(), Optional.empty());
    }

    private String report(Visitor visitor, Map<String, Object> answers) {
        JsonNode begun = visitor.post("/safe-contact/api/reports", Map.of()).body();
        Visitor.Answer sent = visitor.submit(
                new Visitor.Todo(
                        begun.path("taskId").asText(), "reportContact", "", Optional.empty(), Optional.empty()),
                answers);
        assertThat(sent.status()).as(sent.text()).isEqualTo(204);
        return begun.path("reference").asText();
    }

    private Map<String, Object> answers(String reference) {
        return incidents.answers(reference);
    }

    private Entry snapshot(String reference) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(PlanAnswers.AGREED))
                .findFirst()
                .orElseThrow();
    }

    private String id(String child, String label) {
        return people.called(child, label).orElseThrow().id();
    }

    /** Nothing worrying about C1, by text; what is given otherwise. */
    private static Map<String, Object> with(Object... differently) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "child", "C1",
                "danger", List.of("none"),
                "contactKind", "unexpected",
                "channel", "text",
                "concerns", List.of("none"),
                "personRisk", "safe",
                "disclosed", List.of("none"),
                "distress", "settled",
                "namedPerson", "none",
                "whatHappened", "A message came."));
        for (int at = 0; at < differently.length; at += 2) {
            answers.put((String) differently[at], differently[at + 1]);
        }
        return answers;
    }
}
