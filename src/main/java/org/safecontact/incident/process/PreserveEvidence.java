package org.safecontact.incident.process;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Additions;
import org.safecontact.incident.EvidenceKept;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeping the evidence: who has the phone, what is there, and nothing that makes anybody look or copy. */
@Component
class PreserveEvidence implements UserTaskWork {

    /** Heading of what is kept. */
    static final String EVIDENCE = "Evidence";

    private static final String KEPT =
            SomebodyWasFaster.KEPT + ", and people act on it: you need not write it again. In danger: 999.";

    private final Incidents incidents;
    private final Additions additions;
    private final CaseWords words;
    private final Doers doers;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PreserveEvidence(
            Incidents incidents,
            Additions additions,
            CaseWords words,
            Doers doers,
            Agency agency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.additions = additions;
        this.words = words;
        this.doers = doers;
        this.agency = agency;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return ToDos.PRESERVE_EVIDENCE;
    }

    @Override
    public String recordedAs() {
        return EVIDENCE;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.reporter(task.reference());
        shown.putAll(words.forCarers(task.reference()));
        shown.put(
                "rings",
                task.person().filter(id -> ringsReporter(id, task.reference())).isPresent());
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        if (answers.instant("seenAt").filter(clock.instant()::isBefore).isPresent()) {
            throw new FormRefused("seenAt", "This lies in the future. Please look at the time again.");
        }
        incidents.note(reference, Noted.PHONE, answers.one("phone").orElseThrow(), task.by());
        asked(reference, task.by(), answers);
        events.publishEvent(new EvidenceKept(reference, task.by(), answers.values()));
        return Map.of();
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(KEPT);
    }

    /**
     * What comes late or from another window is on the list too: a picture that nobody may look at closes the case to files whoever ticks it,
     * and a phone that was taken starts what that starts.
     */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        String reference = task.reference();
        answers.one("phone")
                .filter(phone -> CloseIncident.PHONE_TAKEN.contains(phone)
                        || incidents.noted(reference, Noted.PHONE).isEmpty())
                .ifPresent(phone -> incidents.note(reference, Noted.PHONE, phone, task.person()));
        asked(reference, task.person(), answers);
        events.publishEvent(new EvidenceKept(reference, task.person(), answers.values()));
    }

    private void asked(String reference, String by, Answers answers) {
        if (answers.one("blocked").filter("ask"::equals).isPresent()) {
            additions.toBeRead(reference, by);
        }
    }

    /** A worker who was asked too writes it down while the person who reported talks, where that person may know of it. */
    private boolean ringsReporter(String personId, String reference) {
        Optional<String> reporter = doers.reporterOf(reference);
        boolean carer = agency.is(personId, Role.CARER);
        return !carer && reporter.filter(id -> !id.equals(personId)).isPresent();
    }
}
