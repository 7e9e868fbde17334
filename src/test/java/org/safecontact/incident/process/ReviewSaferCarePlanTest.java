package org.safecontact.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.plan.safercare.SaferCareDocument;
import org.safecontact.record.CaseRecord;

/** A review that waits since before the plan had versions comes with the questions of its own form. */
class ReviewSaferCarePlanTest {

    private final SaferCareForms forms = mock(SaferCareForms.class);
    private final SaferCareDocument document = mock(SaferCareDocument.class);
    private final ReviewSaferCarePlan review = new ReviewSaferCarePlan(
            forms, document, mock(CaseRecord.class), mock(CaseWords.class), mock(WhatIsSentBack.class));
    private final OpenTask task = new OpenTask(
            "1",
            "reviewSaferCarePlan",
            "Review",
            "safer-care-plan",
            "1",
            "1",
            "INC-1",
            Optional.of("ssw1"),
            Optional.of("ssw1"),
            Instant.EPOCH,
            Optional.empty(),
            Map.of());

    @Test
    void aChangeInTheOldFormIsRefusedInWordsAndAPlanThatStaysIsTaken() {
        when(forms.cannotWrite(any())).thenReturn("");
        when(forms.child(any())).thenReturn(Optional.of("C1"));
        assertThatThrownBy(() -> review.done(task, asked("change")))
                .isInstanceOfSatisfying(
                        FormRefused.class,
                        refused -> assertThat(refused.messages().get("change"))
                                .contains("older than the plan's versions", "stays as it is"));
        assertThat(review.done(task, asked("noChange"))).containsEntry("planText", null);
        verifyNoInteractions(document);
    }

    private static Answers asked(String change) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("change", change);
        answers.put("plan", "Accounts are looked at together on Sundays.");
        answers.put("checked", List.of("privacy"));
        answers.put("learn", "Who can see what I post.");
        answers.put("childView", "That is fine with me.");
        answers.put("help", "The child keeps the phone.");
        return new Answers(answers);
    }
}
