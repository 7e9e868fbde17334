package org.safecontact.incident.process;

import java.time.Clock;
import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.EvidenceKept;
import org.safecontact.incident.Incidents;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeping the evidence: who has the phone, what is there, and nothing that makes anybody look or copy. */
@Component
class PreserveEvidence implements UserTaskWork {

    private final Incidents incidents;
    private final CaseWords words;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PreserveEvidence(Incidents incidents, CaseWords words, ApplicationEventPublisher events, Clock clock) {
        this.incidents = incidents;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "preserveEvidence";
    }

    @Override
    public String recordedAs() {
        return "Evidence";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.forCarers(task.reference());
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        if (answers.instant("seenAt").filter(clock.instant()::isBefore).isPresent()) {
            throw new FormRefused("seenAt", "This lies in the future. Please look at the time again.");
        }
        String by = task.person().orElse("system");
        incidents.note(reference, "phone", answers.one("phone").orElseThrow(), by);
        events.publishEvent(new EvidenceKept(reference, by, answers.values()));
        return Map.of();
    }
}
