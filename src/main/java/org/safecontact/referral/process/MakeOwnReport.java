package org.safecontact.referral.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** Whoever knows of sexual abuse writes down their own report of it: their proof, in their own words, which they can always read. */
@Component
class MakeOwnReport implements UserTaskWork {

    private final Incidents incidents;
    private final Agency agency;
    private final HumanTime time;

    MakeOwnReport(Incidents incidents, Agency agency, HumanTime time) {
        this.incidents = incidents;
        this.agency = agency;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return ToDos.MAKE_OWN_REPORT;
    }

    @Override
    public String recordedAs() {
        return AskedOutside.OWN_REPORT;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("reference", task.reference());
        shown.put(
                "child",
                incidents
                        .get(task.reference())
                        .childId()
                        .flatMap(agency::child)
                        .map(Child::label)
                        .orElse("the child is not known yet"));
        shown.put("until", task.dueAt().map(time::by).orElse(""));
        return shown;
    }

    @Override
    public boolean goesOn(ClosedTask task) {
        return true;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        boolean asked = answers.one("done").filter("made"::equals).isPresent();
        Optional<Instant> at = answers.instant("madeAt");
        Instant known = incidents.get(task.reference()).knownAt().truncatedTo(ChronoUnit.MINUTES);
        if (asked && at.filter(known::isAfter).isPresent()) {
            throw new FormRefused(
                    "madeAt",
                    "That is before it was told here. If you had made it before, please say so above; else look at the"
                            + " day and the time.");
        }
        return Map.of();
    }
}
