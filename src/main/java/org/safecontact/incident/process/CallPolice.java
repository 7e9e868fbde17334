package org.safecontact.incident.process;

import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incidents;
import org.springframework.stereotype.Component;

/** Ringing the police, confirmed with one tap; only the safeguarding lead may decide that they are not needed. */
@Component
class CallPolice implements UserTaskWork {

    private final Incidents incidents;
    private final Agency agency;
    private final CaseWords words;

    CallPolice(Incidents incidents, Agency agency, CaseWords words) {
        this.incidents = incidents;
        this.agency = agency;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "callPolice";
    }

    @Override
    public String recordedAs() {
        return "The police";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forCarers(task.reference());
        shown.put("immediate", "IMMEDIATE".equals(task.variables().get(CaseNames.RISK_LEVEL)));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String done = answers.one("police").orElseThrow();
        String by = task.person().orElse("system");
        boolean lead = agency.person(by)
                .filter(person -> person.is(Role.REGISTERED_MANAGER))
                .isPresent();
        if (done.equals("notNeeded") && !lead) {
            throw new FormRefused(
                    "police", "Only the safeguarding lead decides that. Please ring, or ask the registered manager.");
        }
        incidents.note(task.reference(), Incidents.POLICE, done, by);
        return Map.of();
    }
}
