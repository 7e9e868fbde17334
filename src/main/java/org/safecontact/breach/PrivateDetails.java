package org.safecontact.breach;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotSafeAtHome;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.SaidToo;
import org.safecontact.incident.report.FurtherAnswers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What got out of a child's private details, as the report knows it, and what the call to the home and its breach of data add to it. */
@Service
@Transactional
public class PrivateDetails {

    private static final Map<String, String> WORDS = words();

    /** From when the first person acting for the agency knew (UK GDPR, article 33; practice, section 2). No agency sets it. */
    private static final String REGULATOR = "PT72H";

    private final Incidents incidents;
    private final FurtherAnswers further;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PrivateDetails(
            Incidents incidents,
            FurtherAnswers further,
            Agency agency,
            WorkingTime workingTime,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.further = further;
        this.agency = agency;
        this.workingTime = workingTime;
        this.events = events;
        this.clock = clock;
    }

    /** What is known to have got out, in plain words. */
    @Transactional(readOnly = true)
    public String gotOut(String reference) {
        return inWords(known(reference));
    }

    /** What is known to have got out that is not among these, in plain words; empty when all of it is. */
    @Transactional(readOnly = true)
    public String alsoGotOut(String reference, List<String> out) {
        return inWords(known(reference)
                .filter(detail -> !out.contains(detail))
                .filter(detail -> !detail.equals(RiskQuestions.DETAILS_NOT_SAID)));
    }

    private Stream<String> known(String reference) {
        return RiskQuestions.privateDetails(incidents.answers(reference)).stream();
    }

    private static String inWords(Stream<String> details) {
        return details.map(WORDS::get).collect(Collectors.joining(", "));
    }

    /** Whether pictures that may be nude or sexual are part of the worry: the child alone has those taken down (practice, section 4). */
    @Transactional(readOnly = true)
    public boolean pictures(String reference) {
        return RiskQuestions.pictures(incidents.answers(reference));
    }

    /** The home that told it, where the child has moved since: its address may be the one that got out. */
    @Transactional(readOnly = true)
    public Optional<String> homeBefore(String reference) {
        Optional<String> now = incidents.get(reference).householdId();
        return incidents.toldFrom(reference).filter(told -> !now.equals(Optional.of(told)));
    }

    /** The other children who live where this child lives, or lived when it was told: what gives away the home gives away theirs. */
    @Transactional(readOnly = true)
    public List<Child> othersOfTheHome(String reference) {
        Incident incident = incidents.get(reference);
        return Stream.concat(homeBefore(reference).stream(), incident.householdId().stream())
                .flatMap(home -> agency.childrenOf(home).stream())
                .filter(child -> incident.childId().filter(child.id()::equals).isEmpty())
                .toList();
    }

    /**
     * What the call to the home found. Only what is worse than what is known counts; the level is decided again, and whoever has to hear of it
     * does. Of a home that is not safe they hear every time.
     *
     * @param out details by the names of the contract ({@code disclosed})
     * @param risk the riskiest person who may know it, as {@code personRisk}
     * @param safe whether everybody can stay at home tonight; if not, nobody can rule out that somebody is near
     */
    public void found(String reference, String by, List<String> out, String risk, boolean safe) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(RiskQuestions.DISCLOSED, out);
        said.put(RiskQuestions.PERSON_RISK, risk);
        if (!safe) {
            said.put(RiskQuestions.NEAR_OR_MEETING, "unsure");
        }
        Optional<Instant> worseBefore = incidents.worseAt(reference);
        saidToo(reference, by, said, List.of());
        if (!safe && incidents.worseAt(reference).equals(worseBefore)) {
            events.publishEvent(new NotSafeAtHome(reference, by));
        }
    }

    /**
     * Somebody may have let it out to harm: they are named in the worry, and kept away from it in this transaction, before the LADO is asked
     * (practice, section 1).
     *
     * @param kind {@code household} or {@code worker}, as {@code namedPerson}
     * @param who their ids, or {@code somebodyElse}
     */
    public void meantToHarm(String reference, String by, String kind, List<String> who) {
        saidToo(reference, by, Map.of(RiskQuestions.NAMED_PERSON, kind), who);
    }

    private void saidToo(String reference, String by, Map<String, Object> said, List<String> who) {
        if (further.saidToo(reference, by, said, who)) {
            events.publishEvent(new SaidToo(reference, by, false, false));
        }
    }

    /**
     * When the first person acting for the agency knew of what got out: with the report, when they knew of all of it; what becomes known later,
     * when it was said.
     *
     * @param withTheReport whether the report itself says so
     */
    @Transactional(readOnly = true)
    public Instant knownAt(String reference, boolean withTheReport) {
        return withTheReport ? incidents.get(reference).knownAt() : clock.instant();
    }

    /** The end of the regulator's 72 hours, by the clock. */
    public Instant regulatorBy(Instant knownAt) {
        return workingTime.due(knownAt, REGULATOR);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("address", "the address");
        words.put("school", "the school");
        words.put("liveLocation", "where the child is, live");
        words.put("homePhoto", "a photo that shows the home");
        words.put("carerDetails", "who the carers are");
        words.put("careStatus", "that the child is in care");
        words.put(RiskQuestions.DETAILS_NOT_SAID, "something private, not said what");
        return words;
    }
}
