package org.safecontact.incident.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.FormOptions;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Police;
import org.springframework.stereotype.Component;

/** Ringing the police, confirmed with one tap; only the safeguarding lead may decide that they are not needed. */
@Component
class CallPolice implements UserTaskWork {

    static final String RANG_999 = "I rang 999";
    static final String RANG_101 = "I rang 101";
    static final String REPORTED_ONLINE = "I reported it on the police website";

    /** Heading of what is kept. */
    static final String POLICE = "The police";

    private final Police police;
    private final Agency agency;
    private final CaseWords words;

    CallPolice(Police police, Agency agency, CaseWords words) {
        this.police = police;
        this.agency = agency;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ToDos.CALL_POLICE;
    }

    @Override
    public String recordedAs() {
        return POLICE;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forCarers(task.reference());
        boolean danger = "IMMEDIATE".equals(task.variables().get(CaseNames.RISK_LEVEL));
        shown.put("immediate", danger);
        shown.put("toldBefore", police.everTold(task.reference()));
        shown.put("whatWasDone", FormOptions.of(whatWasDone(task.person().or(task::assignee), danger)));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        police.done(task.reference(), answers.one("police").orElseThrow(), task.by());
        return Map.of();
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of("""
                What you wrote, a police reference too, is kept in the record, under your name. If somebody is in danger and you have not\
                 rung 999: ring it now.""");
    }

    /** In danger only 999 brings somebody now. */
    private Map<String, String> whatWasDone(Optional<String> personId, boolean danger) {
        Map<String, String> done = new LinkedHashMap<>();
        done.put("rang999", RANG_999);
        if (!danger) {
            done.put("rang101", RANG_101);
            done.put("online", REPORTED_ONLINE);
        }
        if (personId.filter(id -> agency.is(id, Role.REGISTERED_MANAGER)).isPresent()) {
            done.put(Police.NOT_NEEDED, "The police are not needed, and I say why");
        }
        return done;
    }
}
