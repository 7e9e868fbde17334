package org.safecontact.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safecontact.access.EarlierReports;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.incident.level.MayLower;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LevelRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody may do on a case beside its to-dos, at any moment while it runs. */
@Service
@Transactional(readOnly = true)
public class CaseActions {

    private final IncidentRepository repository;
    private final LevelRepository set;
    private final Incidents incidents;
    private final Police police;
    private final MayLower mayLower;
    private final EarlierReports earlier;
    private final Agency agency;

    CaseActions(
            IncidentRepository repository,
            LevelRepository set,
            Incidents incidents,
            Police police,
            MayLower mayLower,
            EarlierReports earlier,
            Agency agency) {
        this.repository = repository;
        this.set = set;
        this.incidents = incidents;
        this.police = police;
        this.mayLower = mayLower;
        this.earlier = earlier;
        this.agency = agency;
    }

    /**
     * @param actions {@code worried}, {@code add}, {@code policeReference}, {@code lower}, {@code startedByAccident}, in the order in which
     *     people look for them
     * @param levels to which levels this person may lower it
     * @param abuseReportMissing whether lowering it or taking it back needs a warning, see {@link Incidents#abuseReportMissing}
     * @param seenAt when the newest level was set that is seen here, which follow one another in turn: what was set later is not known to
     *     whoever acts on this, also where somebody was about to set it when this was read
     */
    public record Possible(List<String> actions, List<RiskLevel> levels, boolean abuseReportMissing, Instant seenAt) {}

    /**
     * What this person may do on the case now; nothing where it is no report, such as the file of what is agreed.
     *
     * @throws org.safecontact.access.NotYours when this person may not read the case
     */
    public Possible possible(String reference, String personId) {
        earlier.requireRead(personId, reference);
        return repository
                .find(reference)
                .map(incident -> possible(incident, personId))
                .orElseGet(() -> new Possible(List.of(), List.of(), false, Instant.EPOCH));
    }

    private Possible possible(Incident incident, String personId) {
        String reference = incident.reference();
        List<String> actions = new ArrayList<>();
        Instant seenAt = set.all(reference).stream()
                .findFirst()
                .map(RiskDecision::decidedAt)
                .orElse(incident.startedAt());
        boolean decided = !incident.state().isOver() && incident.level().isPresent();
        boolean abuseReportMissing = decided && incidents.abuseReportMissing(reference);
        if (decided) {
            actions.add("worried");
        }
        if (!incident.state().isOver()) {
            actions.add("add");
            if (police.everTold(reference)) {
                actions.add("policeReference");
            }
        }
        List<RiskLevel> levels =
                decided ? lowerLevels(reference, incident.level().orElseThrow(), personId) : List.of();
        if (!levels.isEmpty()) {
            actions.add("lower");
        }
        if (decided && agency.is(personId, Role.REGISTERED_MANAGER)) {
            actions.add("startedByAccident");
        }
        return new Possible(actions, levels, abuseReportMissing, seenAt);
    }

    private List<RiskLevel> lowerLevels(String reference, RiskLevel from, String personId) {
        return mayLower.refused(reference, from, personId).isPresent()
                ? List.of()
                : Stream.of(RiskLevel.values())
                        .filter(level -> level.compareTo(from) < 0)
                        .toList();
    }
}
