package org.safecontact.incident.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safecontact.incident.RiskQuestions;

/** From what a browser really sends to what the decision asks (contract, section 4). */
class AsTheBrowserSendsItTest {

    @Test
    void nothingTickedIsNotAnswered() {
        Map<String, Object> inputs = new RiskAnswers()
                .danger(List.of())
                .concerns(List.of(), Optional.empty())
                .disclosed(List.of())
                .inputs();
        assertThat(inputs).isEmpty();
    }

    @Test
    void noneOfTheDangersIsThreeTimesNo() {
        assertThat(new RiskAnswers().danger(List.of("none")).inputs())
                .isEqualTo(Map.of("immediateDanger", "no", "nearOrMeeting", "no", "threatToLife", "no"));
    }

    @Test
    void aTickedDangerIsYesAndTheOthersAreNo() {
        assertThat(new RiskAnswers().danger(List.of("nearOrMeeting")).inputs())
                .isEqualTo(Map.of("immediateDanger", "no", "nearOrMeeting", "yes", "threatToLife", "no"));
    }

    @Test
    void notSureIsUnsureForEachDangerThatIsNotTicked() {
        assertThat(new RiskAnswers().danger(List.of("unsure")).inputs())
                .isEqualTo(Map.of("immediateDanger", "unsure", "nearOrMeeting", "unsure", "threatToLife", "unsure"));
        assertThat(new RiskAnswers().danger(List.of("threatToLife", "unsure")).inputs())
                .isEqualTo(Map.of("immediateDanger", "unsure", "nearOrMeeting", "unsure", "threatToLife", "yes"));
        assertThat(new RiskAnswers().danger(List.of("none", "unsure")).inputs())
                .isEqualTo(Map.of("immediateDanger", "unsure", "nearOrMeeting", "unsure", "threatToLife", "unsure"));
    }

    @Test
    void noneTogetherWithOthersIsTheOthers() {
        assertThat(new RiskAnswers().danger(List.of("immediateDanger", "none")).inputs())
                .containsEntry("immediateDanger", "yes")
                .containsEntry("nearOrMeeting", "no");
        assertThat(new RiskAnswers()
                        .concerns(List.of("threats", "none"), Optional.empty())
                        .inputs())
                .containsEntry("concerns", List.of("threats"));
        assertThat(new RiskAnswers().disclosed(List.of("school", "none")).inputs())
                .containsEntry("disclosed", List.of("school"));
    }

    @Test
    void onlyNoneIsAnEmptyList() {
        assertThat(new RiskAnswers().concerns(List.of("none"), Optional.empty()).inputs())
                .containsEntry("concerns", List.of());
        assertThat(new RiskAnswers().disclosed(List.of("none")).inputs()).containsEntry("disclosed", List.of());
    }

    @Test
    void itFeelsWrongStaysUnsure() {
        assertThat(new RiskAnswers()
                        .concerns(List.of("unsure"), Optional.empty())
                        .inputs())
                .containsEntry("concerns", List.of("unsure"));
        assertThat(new RiskAnswers()
                        .concerns(List.of("grooming", "unsure"), Optional.empty())
                        .inputs())
                .containsEntry("concerns", List.of("grooming", "unsure"));
    }

    @Test
    void aWordThatNobodyKnowsCountsAsUnsure() {
        assertThat(new RiskAnswers()
                        .concerns(List.of("somethingNew"), Optional.empty())
                        .inputs())
                .containsEntry("concerns", List.of("unsure"));
    }

    @Test
    void notSureWhatGotOutIsNotAnswered() {
        assertThat(new RiskAnswers().disclosed(List.of("unsure")).inputs()).isEmpty();
        assertThat(new RiskAnswers().disclosed(List.of("address", "unsure")).inputs())
                .containsEntry("disclosed", List.of("address"));
    }

    @Test
    void thePictureQuestionOfPhotoSharingIsAConcern() {
        assertThat(new RiskAnswers()
                        .concerns(List.of("none"), Optional.of("yes"))
                        .inputs())
                .containsEntry("concerns", List.of("images"));
        assertThat(new RiskAnswers().concerns(List.of(), Optional.of("unsure")).inputs())
                .containsEntry("concerns", List.of("unsure"));
        assertThat(new RiskAnswers()
                        .concerns(List.of("none"), Optional.of("no"))
                        .inputs())
                .containsEntry("concerns", List.of());
    }

    @Test
    void aValueOutsideAQuestionsListCountsAsNotAnswered() {
        assertThat(new RiskAnswers()
                        .choice(RiskQuestions.PERSON_RISK, Optional.of("harmless"))
                        .choice(RiskQuestions.CONTACT_BARRED, Optional.of("perhaps"))
                        .choice(RiskQuestions.DISTRESS, Optional.empty())
                        .inputs())
                .isEmpty();
    }

    @Test
    void whatHangsOnAnotherAnswerCountsOnlyWithIt() {
        RiskAnswers answers = new RiskAnswers()
                .choice(RiskQuestions.IMAGES_AGGRAVATED, Optional.of("yes"))
                .choice(RiskQuestions.CHILD_REPLIED, Optional.of("no"));
        assertThat(answers.inputs()).isEmpty();
        assertThat(answers.concerns(List.of("images"), Optional.empty())
                        .choice(RiskQuestions.CONTACT_KIND, Optional.of("unknownRequest"))
                        .inputs())
                .containsEntry("imagesAggravated", "yes")
                .containsEntry("childReplied", "no");
    }
}
