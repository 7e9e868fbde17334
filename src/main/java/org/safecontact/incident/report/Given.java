package org.safecontact.incident.report;

import java.time.Clock;
import java.util.Map;
import org.safecontact.incident.DangerNow;
import org.safecontact.incident.ImagesNamed;
import org.safecontact.incident.PrivateDetailsOut;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.store.AnswerRepository;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is answered, wherever it is: stored, and then what it means beyond this report said once. The answers before stand. */
@Component
class Given {

    /** Whether the report itself says so. */
    enum Said {
        /** The other reports that came of the same one have the same answer themselves, or are not there yet. */
        WITH_THE_REPORT,
        /** Danger now reaches the others too. */
        LATER
    }

    private final AnswerRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Given(AnswerRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /** The newest answers, by the names of {@link RiskQuestions}. */
    Map<String, Object> answers(String reference) {
        return repository.answers(reference);
    }

    /** The same as below, of answers that come later and name nobody. */
    void take(String reference, String by, Map<String, Object> answers) {
        take(reference, by, answers, Said.LATER, () -> {});
    }

    /**
     * @param by who answers
     * @param answers by the names of {@link RiskQuestions}
     * @param first what comes before anybody else hears of it: keeping away whoever is named
     */
    void take(String reference, String by, Map<String, Object> answers, Said said, Runnable first) {
        Map<String, Object> before = repository.answers(reference);
        boolean picturesKnown = RiskQuestions.pictures(before);
        answers.forEach((question, answer) -> repository.answer(reference, question, answer, by, clock.instant()));
        first.run();
        if (RiskQuestions.pictures(answers) && !picturesKnown) {
            events.publishEvent(new ImagesNamed(reference, by));
        }
        if (!RiskQuestions.privateDetails(before)
                .containsAll(RiskQuestions.privateDetails(repository.answers(reference)))) {
            events.publishEvent(new PrivateDetailsOut(reference, by, said == Said.WITH_THE_REPORT));
        }
        if (said == Said.LATER) {
            dangerNow(reference, by, answers);
        }
    }

    /** Where these answers say that there is danger now, the other reports that came of the same one hear of it. */
    void dangerNow(String reference, String by, Map<String, Object> answers) {
        if (RiskQuestions.dangerNow(answers)) {
            events.publishEvent(new DangerNow(reference, by));
        }
    }
}
