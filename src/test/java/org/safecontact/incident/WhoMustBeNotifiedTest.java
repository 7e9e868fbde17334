package org.safecontact.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.engine.FormRefused;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.beans.factory.annotation.Autowired;

/** Crime and exploitation at an assessment: each counts for the level, and who must be notified of it stands in the form and on record. */
@SafeContactTest
class WhoMustBeNotifiedTest {

    private static final List<String> LAW = List.of("placingAuthority", "ofsted", "police");
    private static final String TITLE = "Who must be notified";

    @Autowired
    private LivedCase live;

    @Autowired
    private TestClock clock;

    @Autowired
    private Incidents incidents;

    @Autowired
    private CaseRecord record;

    private String standIns;

    @BeforeEach
    void standIns() {
        clock.setLondon("2026-06-16T16:10");
        standIns = live.standIns();
    }

    @AfterEach
    void removeStandIns() {
        live.removeStandIns(standIns);
    }

    @Test
    void ofACrimeItIsAskedWhoMustBeNotifiedOfIt() {
        String reference = escalated("crime");
        Map<String, Object> shown = live.shown("ssw2", reference, "assessEscalation");
        assertThat(shown.get("noticeOffence"))
                .asString()
                .contains(
                        "- the authority that placed the child, by 16:10 tomorrow: by law (Schedule 7, row 5)",
                        "- the police, by 16:10 tomorrow: by law (Schedule 7, row 5)")
                .doesNotContain("Ofsted");
        assertThat(shown.get("noticePoliceAtHome"))
                .asString()
                .contains("- Ofsted, by 16:10 tomorrow: by law (Schedule 7, row 7)");

        Map<String, Object> crime = Reviews.assessment();
        crime.put("crime", "yes");
        assertThatThrownBy(() -> live.send("ssw2", reference, "assessEscalation", crime))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("seriousOffence"));
        crime.put("seriousOffence", "yes");
        assertThatThrownBy(() -> live.send("ssw2", reference, "assessEscalation", crime))
                .as("the law names the police")
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages().get("notify")).contains("the police"));
        crime.put("notify", List.of("placingAuthority", "police"));
        live.send("ssw2", reference, "assessEscalation", crime);

        assertThat(said(reference, "The child is said to have committed a serious offence"))
                .contains(
                        "The authority that placed the child: by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 5)",
                        "The police: by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 5)")
                .anyMatch(line -> line.startsWith("Decided by: 2 rules of the table \"notifiable-events\""))
                .noneMatch(line -> line.startsWith("Ofsted"));
        assertThat(of(reference, "A serious incident for which the police were called to the home"))
                .as("nobody ticked it")
                .isEmpty();
        assertThat(said(reference, "A worry about the child's safety"))
                .contains(
                        "The authority that placed the child: by Tuesday 16 June 2026, 23:59, by the rules of the house");
    }

    @Test
    void whatNobodyIsSureOfStandsAsNotRuledOutAndNeverAsWhatHappened() {
        String reference = escalated("crime");
        Map<String, Object> shown = live.shown("ssw2", reference, "assessEscalation");
        assertThat(shown.get("unsureOffence"))
                .asString()
                .contains("**Not ruled out: The child is said to", "The safeguarding lead decides");
        Map<String, Object> unsure = Reviews.assessment();
        unsure.put("crime", "unsure");
        unsure.put("seriousOffence", "unsure");
        unsure.put("policeAtHome", "unsure");
        unsure.put("flags", List.of("unsure"));
        live.send("ssw2", reference, "assessEscalation", unsure);

        assertThat(notRuledOut(reference, "The child is said to have committed a serious offence"))
                .contains(
                        "Who is notified: The safeguarding lead decides whether it is so; if it is, these are",
                        "The police: if it is so, by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 5)");
        assertThat(notRuledOut(reference, "A serious incident for which the police were called to the home"))
                .contains(
                        "Ofsted: if it is so, by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 7)",
                        "The police: if it is so, by Wednesday 17 June 2026, 16:10, by the rules of the house (Schedule 7,"
                                + " row 7)");
        assertThat(notRuledOut(reference, "Sexual exploitation of the child, known or suspected"))
                .isNotEmpty();
        assertThat(notRuledOut(reference, "The child was missing")).isNotEmpty();
        assertThat(record.entries(reference))
                .filteredOn(entry -> entry.title().equals(TITLE))
                .flatExtracting(Entry::statements)
                .filteredOn(said -> said.question().equals("What happened"))
                .containsExactly(new Statement("What happened", "A worry about the child's safety"));
    }

    @Test
    void policeAtTheHomeAreAskedAboutWithoutACrimeToo() {
        String reference = escalated("threats");
        Map<String, Object> called = Reviews.assessment();
        called.remove("policeAtHome");
        assertThatThrownBy(() -> live.send("ssw2", reference, "assessEscalation", called))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("policeAtHome"));
        called.put("policeAtHome", "yes");
        called.put("notify", List.of("placingAuthority", "ofsted"));
        live.send("ssw2", reference, "assessEscalation", called);

        assertThat(said(reference, "A serious incident for which the police were called to the home"))
                .contains("Ofsted: by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 7)");
    }

    @Test
    void whatTheAuthoritySaidOfItsEnquiryStandsOnRecord() {
        String reference = escalated("threats");
        Map<String, Object> held = Reviews.assessment();
        held.put("strategy", "held");
        assertThatThrownBy(() -> live.send("ssw2", reference, "assessEscalation", held))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages()).containsOnlyKeys("strategyOn"));
        held.put("strategyOn", "2026-06-16");
        held.put("enquiryStart", "2026-06-15");
        live.send("ssw2", reference, "assessEscalation", held);

        assertThat(record.entries(reference))
                .flatExtracting(Entry::statements)
                .extracting(Statement::question)
                .contains("The strategy discussion was held on", "The enquiry began on, if you know")
                .doesNotContain("The enquiry ended on, if it has");
    }

    @Test
    void ofSexualExploitationOfstedTheAuthoritiesAndThePoliceMustHear() {
        String reference = escalated("exploitation");
        Map<String, Object> found = signs(Reviews.assessment());
        found.put("flags", List.of("sexualExploitation", "missing"));
        found.put("returnTalk", "notBack");
        found.put("notify", LAW);
        live.send("ssw2", reference, "assessEscalation", found);

        assertThat(said(reference, "Sexual exploitation of the child, known or suspected"))
                .contains(
                        "Ofsted: by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 6)",
                        "The authority that placed the child: by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 6)",
                        "The authority where the child lives, where that is another one: by Wednesday 17 June 2026, 16:10,"
                                + " by law (Schedule 7, row 6)",
                        "The police: by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 6)");
        assertThat(said(reference, "The child was missing")).isNotEmpty();
    }

    @Test
    void exploitationThatWasReportedCountsAsSuspectedUntilTheAssessmentSaysOtherwise() {
        for (List<String> flags :
                List.of(List.<String>of(), List.of("missing"), List.of("equality"), List.of("unsure"))) {
            String reference = escalated("exploitation");
            Map<String, Object> besides = signs(Reviews.assessment());
            besides.put("flags", flags);
            besides.put("notify", LAW);
            if (flags.contains("missing")) {
                besides.put("returnTalk", "asked");
            }
            live.send("ssw2", reference, "assessEscalation", besides);
            assertThat(of(reference, "Sexual exploitation of the child, known or suspected"))
                    .as("besides " + flags)
                    .hasSize(1);
        }
        String none = escalated("exploitation");
        Map<String, Object> nothing = signs(Reviews.assessment());
        nothing.put("flags", List.of("none"));
        live.send("ssw2", none, "assessEscalation", nothing);
        assertThat(of(none, "Sexual exploitation of the child, known or suspected"))
                .isEmpty();

        String criminal = escalated("exploitation");
        Map<String, Object> found = signs(Reviews.assessment());
        found.put("flags", List.of("criminalExploitation"));
        live.send("ssw2", criminal, "assessEscalation", found);
        assertThat(of(criminal, "Sexual exploitation of the child, known or suspected"))
                .isEmpty();
        assertThat(of(criminal, "A worry about the child's safety")).hasSize(1);
    }

    private static Map<String, Object> signs(Map<String, Object> assessment) {
        assessment.put("exploitationSigns", List.of("none"));
        return assessment;
    }

    private String escalated(String concern) {
        String reference = live.begin("carer2");
        live.send(
                "carer2",
                reference,
                "reportContact",
                ReportAnswers.low("C3").with("concerns", List.of(concern)).sent());
        live.jobs(reference);
        assertThat(incidents.get(reference).level()).contains(RiskLevel.HIGH);
        live.answered(reference, "ssw2");
        return reference;
    }

    private List<String> said(String reference, String what) {
        List<Entry> found = of(reference, what);
        assertThat(found).as(what).hasSize(1);
        return lines(found.get(0));
    }

    private List<String> notRuledOut(String reference, String what) {
        List<Entry> found = of(reference, new Statement("Not ruled out", what));
        assertThat(found).as(what).hasSize(1);
        return lines(found.get(0));
    }

    private static List<String> lines(Entry entry) {
        return entry.statements().stream()
                .map(said -> said.question() + ": " + said.answer())
                .toList();
    }

    private List<Entry> of(String reference, String what) {
        return of(reference, new Statement("What happened", what));
    }

    private List<Entry> of(String reference, Statement says) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(TITLE))
                .filter(entry -> entry.statements().contains(says))
                .toList();
    }
}
