package org.safecontact.incident.report;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Noted;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.SaidToo;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.NoteRepository;
import org.safecontact.incident.store.Turns;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.NewEntry;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An agreed contact that was not as agreed, or that worries somebody, becomes a report with what was answered there, so that nobody types it
 * twice. What was not asked there is not answered here: it counts as in any report.
 */
@NamedInterface("report")
@Service
@Transactional
public class CarriedOver {

    private final UnsentReports unsent;
    private final Reporting reporting;
    private final FurtherAnswers further;
    private final PlanAnswers agreed;
    private final Given given;
    private final NoteRepository notes;
    private final Turns turns;
    private final IncidentRecord record;
    private final CaseRecord records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CarriedOver(
            UnsentReports unsent,
            Reporting reporting,
            FurtherAnswers further,
            PlanAnswers agreed,
            Given given,
            NoteRepository notes,
            Turns turns,
            IncidentRecord record,
            CaseRecord records,
            ApplicationEventPublisher events,
            Clock clock) {
        this.unsent = unsent;
        this.reporting = reporting;
        this.further = further;
        this.agreed = agreed;
        this.given = given;
        this.notes = notes;
        this.turns = turns;
        this.record = record;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an agreed contact brings.
     *
     * @param contact its reference
     * @param recordedAs the heading in its record of what was answered
     * @param by who told it
     * @param happenedAt when it was; empty while nobody has said so
     * @param knownAt when somebody acting for the agency knew, where that was before it was told
     * @param answers by the names of {@link RiskQuestions}
     * @param named ids of the people named in the worry
     */
    @NamedInterface("report")
    public record Brought(
            String contact,
            String recordedAs,
            String childId,
            String by,
            Optional<Instant> happenedAt,
            Optional<Instant> knownAt,
            Map<String, Object> answers,
            List<String> named) {}

    /** Stores the report; the diagrams hear of it with {@link #goesOn}. @return its reference */
    public String begin(Brought brought) {
        String reference = unsent.start(brought.by());
        reporting.report(
                reference,
                new Report(
                        brought.childId(),
                        List.of(),
                        brought.by(),
                        Optional.empty(),
                        Optional.empty(),
                        brought.knownAt(),
                        brought.happenedAt(),
                        brought.answers(),
                        brought.named(),
                        false));
        asAgreed(reference, brought);
        record.write(
                reference,
                EntryKind.ACTION,
                "Begun from an agreed contact",
                List.of(new Statement("That contact", brought.contact())),
                brought.by());
        carry(brought, reference);
        return reference;
    }

    /** A report that was just begun goes its way: how serious it is, who is told; one that does already goes on as it is. */
    public void goesOn(String reference, String by) {
        if (turns.at(reference).level().isEmpty()) {
            events.publishEvent(new SeenAgain(reference, by, Optional.empty()));
        }
    }

    /**
     * More becomes known of the same contact: it is decided again, and reaches people where it is worse.
     *
     * @return the report in which it stands: a new one, which has to go on, where that was over
     */
    public String more(String reference, Brought brought) {
        Incident incident = turns.at(reference);
        if (incident.state().isOver()) {
            return begin(brought);
        }
        Map<String, Object> answers = new LinkedHashMap<>(brought.answers());
        brought.happenedAt()
                .map(at -> agreed.answers(brought.childId(), brought.answers(), new PlanAnswers.When(at, true)))
                .ifPresent(answers::putAll);
        further.saidToo(reference, brought.by(), answers, brought.named());
        Map<String, Object> known = given.answers(reference);
        answers.keySet().removeAll(known.keySet());
        given.take(reference, brought.by(), answers);
        asAgreed(reference, brought);
        carry(brought, reference);
        events.publishEvent(new SaidToo(reference, brought.by(), false, false));
        return reference;
    }

    /** Agreed contact is never counted among those that nobody planned (contract, section 4). */
    private void asAgreed(String reference, Brought brought) {
        if ("within".equals(brought.answers().get(RiskQuestions.PLAN_CHECK))) {
            notes.add(reference, Noted.AS_AGREED, "yes", brought.by(), clock.instant());
        }
    }

    /** The newest of each kind of statement, as it stands in the record of the contact. */
    private void carry(Brought brought, String reference) {
        Map<EntryKind, Entry> newest = new LinkedHashMap<>();
        records.entries(brought.contact()).stream()
                .filter(entry -> entry.title().endsWith(brought.recordedAs()))
                .forEach(entry -> newest.put(entry.kind(), entry));
        newest.values()
                .forEach(entry -> records.append(
                        reference,
                        new NewEntry(
                                entry.kind(),
                                Reporting.ANSWERS,
                                entry.statements(),
                                brought.happenedAt().orElse(entry.happenedAt()),
                                entry.knownAt(),
                                entry.author(),
                                null)));
    }
}
