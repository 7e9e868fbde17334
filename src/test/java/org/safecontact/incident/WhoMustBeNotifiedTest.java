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
                        refused -> assertThat(refused.messages()).containsOnlyKeys("seriousCrime"));
        crime.put("seriousCrime", List.of("offenceAlleged"));
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
    void notSureWhetherItIsACrimeOrWhatItWasCountsAsBoth() {
        String reference = escalated("crime");
        Map<String, Object> unsure = Reviews.assessment();
        unsure.put("crime", "unsure");
        unsure.put("seriousCrime", List.of("unsure"));
        live.send("ssw2", reference, "assessEscalation", unsure);

        assertThat(said(reference, "The child is said to have committed a serious offence"))
                .isNotEmpty();
        assertThat(said(reference, "A serious incident for which the police were called to the home"))
                .contains(
                        "Ofsted: by Wednesday 17 June 2026, 16:10, by law (Schedule 7, row 7)",
                        "The police: by Wednesday 17 June 2026, 16:10, by the rules of the house (Schedule 7, row 7)");
    }

    @Test
    void ofSexualExploitationOfstedTheAuthoritiesAndThePoliceMustHear() {
        String reference = escalated("exploitation");
        Map<String, Object> found = signs(Reviews.assessment());
        found.put("flags", List.of("sexualExploitation", "missing"));
        found.put("returnTalk", "held");
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
        String notSaid = escalated("exploitation");
        live.send("ssw2", notSaid, "assessEscalation", signs(Reviews.assessment()));
        assertThat(of(notSaid, "Sexual exploitation of the child, known or suspected"))
                .hasSize(1);

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
        return found.get(0).statements().stream()
                .map(said -> said.question() + ": " + said.answer())
                .toList();
    }

    private List<Entry> of(String reference, String what) {
        return record.entries(reference).stream()
                .filter(entry -> entry.title().equals(TITLE))
                .filter(entry -> entry.statements().contains(new Statement("What happened", what)))
                .toList();
    }
}
