package org.safecontact.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Incidents as every other area knows them: what is known, how serious it is, where it stands. Ids and enumerations, no narrative. */
@Service
@Transactional
public class Incidents {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final IncidentRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(IncidentRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins an unsent report.
     *
     * @param personId who begins it
     * @return the new reference, {@code INC-<year in England>-<six digits>}
     */
    public String start(String personId) {
        Instant now = clock.instant();
        int year = now.atZone(LONDON).getYear();
        String reference = "INC-%d-%06d".formatted(year, repository.nextNumber(year));
        repository.insert(reference, personId, Optional.empty(), now);
        events.publishEvent(new IncidentStarted(reference, personId));
        return reference;
    }

    /** @throws UnknownIncident when there is none */
    @Transactional(readOnly = true)
    public Incident get(String reference) {
        return find(reference).orElseThrow(() -> new UnknownIncident(reference));
    }

    @Transactional(readOnly = true)
    public Optional<Incident> find(String reference) {
        return repository.find(reference);
    }

    /** The report that this person began last and did not send. */
    @Transactional(readOnly = true)
    public Optional<Incident> unsentOf(String personId) {
        return repository.unsentStartedBy(personId).stream().findFirst();
    }

    /**
     * The newest answers by the names of {@link RiskQuestions}: strings and lists of strings; a question that was not answered is absent.
     */
    @Transactional(readOnly = true)
    public Map<String, Object> answers(String reference) {
        return repository.answers(reference);
    }

    /** Concerns that were named, {@code unsure} included; empty when there are none or nothing was answered. */
    @Transactional(readOnly = true)
    public Set<String> concerns(String reference) {
        return list(reference, RiskQuestions.CONCERNS);
    }

    /** Ids of who is named in the worry, or {@code somebodyElse}. */
    @Transactional(readOnly = true)
    public Set<String> namedPersons(String reference) {
        return list(reference, RiskQuestions.NAMED_PERSONS);
    }

    /** What set the present level; empty before the first decision. */
    @Transactional(readOnly = true)
    public Optional<RiskDecision> decision(String reference) {
        return repository.levels(reference).stream().findFirst();
    }

    /** Every level that was ever set, newest first. */
    @Transactional(readOnly = true)
    public List<RiskDecision> decisions(String reference) {
        return repository.levels(reference);
    }

    /** References of the incidents that the same contact made for other children of the home. */
    @Transactional(readOnly = true)
    public List<String> linked(String reference) {
        return repository.linked(reference);
    }

    private Set<String> list(String reference, String question) {
        return repository.answers(reference).get(question) instanceof List<?> values
                ? values.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
