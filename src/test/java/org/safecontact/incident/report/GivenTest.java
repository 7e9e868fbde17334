package org.safecontact.incident.report;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.safecontact.incident.DangerNow;
import org.safecontact.incident.ImagesNamed;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.report.Given.Said;
import org.safecontact.incident.store.AnswerRepository;
import org.springframework.context.ApplicationEventPublisher;

/** What an answer means beyond its report is said wherever it is given, and never before whoever is named is kept away. */
class GivenTest {

    private static final String REFERENCE = "INC-2026-000001";
    private static final Instant NOW = Instant.parse("2026-11-21T22:04:00Z");
    private static final Map<String, Object> PICTURES =
            Map.of(RiskQuestions.CONCERNS, List.of("grooming", RiskQuestions.IMAGES));
    private static final Map<String, Object> DANGER = Map.of(RiskQuestions.THREAT_TO_LIFE, "yes");

    private final AnswerRepository answers = mock();
    private final ApplicationEventPublisher events = mock();
    private final Runnable keepAway = mock();
    private final Given given = new Given(answers, events, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoeverIsNamedIsKeptAwayBeforeAnybodyHears() {
        given.take(REFERENCE, "ssw1", DANGER, Said.LATER, keepAway);

        InOrder order = inOrder(answers, keepAway, events);
        order.verify(answers).answer(REFERENCE, RiskQuestions.THREAT_TO_LIFE, "yes", "ssw1", NOW);
        order.verify(keepAway).run();
        order.verify(events).publishEvent(new DangerNow(REFERENCE, "ssw1"));
    }

    @Test
    void picturesAreSaidWhenTheyAreNews() {
        given.take(REFERENCE, "carer1", PICTURES);
        verify(events).publishEvent(new ImagesNamed(REFERENCE, "carer1"));

        when(answers.answers(REFERENCE)).thenReturn(PICTURES);
        given.take(REFERENCE, "carer2", PICTURES);
        verify(events, never()).publishEvent(new ImagesNamed(REFERENCE, "carer2"));
    }

    @Test
    void dangerThatTheOthersHaveThemselvesIsNotPassedOn() {
        given.take(REFERENCE, "carer1", DANGER, Said.WITH_THE_REPORT, keepAway);
        given.take(REFERENCE, "carer1", Map.of(RiskQuestions.THREAT_TO_LIFE, "unsure"));

        verify(events, never()).publishEvent(any(Object.class));
    }
}
