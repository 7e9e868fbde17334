package org.safecontact.breach;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.level.NewDanger;
import org.safecontact.incident.report.FurtherAnswers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What got out of a child's private details, as the report knows it, and what the call to the home adds to it. */
@Service
@Transactional
public class PrivateDetails {

    private static final Map<String, String> WORDS = words();

    /** From when the first person acting for the agency knew (UK GDPR, article 33; practice, section 2). No agency sets it. */
    private static final String REGULATOR = "PT72H";

    private final Incidents incidents;
    private final FurtherAnswers further;
    private final WorkingTime workingTime;

    PrivateDetails(Incidents incidents, FurtherAnswers further, WorkingTime workingTime) {
        this.incidents = incidents;
        this.further = further;
        this.workingTime = workingTime;
    }

    /** What is known to have got out, in plain words. */
    @Transactional(readOnly = true)
    public String gotOut(String reference) {
        return RiskQuestions.privateDetails(incidents.answers(reference)).stream()
                .map(WORDS::get)
                .collect(Collectors.joining(", "));
    }

    /**
     * What the call to the home found. Only what is worse than what is known counts; the level is decided again, and whoever has to hear of it does.
     *
     * @param out details by the names of the contract ({@code disclosed})
     * @param risk the riskiest person who may know it, as {@code personRisk}
     * @param safe whether everybody can stay at home tonight; if not, nobody can rule out that somebody is near
     */
    public void found(String reference, String by, List<String> out, String risk, boolean safe) {
        Map<String, Object> known = incidents.answers(reference);
        Set<String> together = new LinkedHashSet<>(RiskQuestions.privateDetails(known));
        together.remove(RiskQuestions.DETAILS_NOT_SAID);
        together.addAll(out);
        Map<String, Object> worse = new LinkedHashMap<>();
        worse.put(RiskQuestions.DISCLOSED, List.copyOf(together));
        worse.put(RiskQuestions.PERSON_RISK, risk);
        if (!safe) {
            worse.put(RiskQuestions.NEAR_OR_MEETING, "unsure");
        }
        worse.entrySet()
                .removeIf(answer -> !NewDanger.anythingWorse(known, Map.of(answer.getKey(), answer.getValue())));
        if (worse.keySet().equals(Set.of(RiskQuestions.DISCLOSED))
                && incidents.get(reference).urgent()) {
            further.saidToo(reference, by, worse, List.of());
        } else if (!worse.isEmpty()) {
            further.add(reference, by, worse);
        }
    }

    /** The end of the regulator's 72 hours. */
    @Transactional(readOnly = true)
    public Instant regulatorBy(String reference) {
        return workingTime.due(incidents.get(reference).knownAt(), REGULATOR);
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
