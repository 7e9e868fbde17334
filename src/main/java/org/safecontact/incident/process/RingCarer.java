package org.safecontact.incident.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.safecontact.access.CaseTasks;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Handing;
import org.safecontact.incident.Police;
import org.safecontact.incident.report.WhichChild;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ringing a carer: about a report that was not sent, or because nobody confirmed that the police were rung. */
@Component
class RingCarer implements UserTaskWork {

    /** The heading in the record. */
    static final String RUNG = "The carer was rung";

    private final WhichChild whichChild;
    private final Handing handing;
    private final Police police;
    private final CaseWords words;

    RingCarer(WhichChild whichChild, Handing handing, Police police, CaseWords words) {
        this.whichChild = whichChild;
        this.handing = handing;
        this.police = police;
        this.words = words;
    }

    /** Whoever is asked to ring about a report that is not sent has to see that there is one. */
    @EventListener
    void asked(DelegateTask task) {
        if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                && ToDos.RING_CARER.equals(task.getTaskDefinitionKey())) {
            String reference = (String) task.getVariable(CaseNames.REFERENCE);
            whichChild.asksSomebody(reference);
            if (task.getProcessDefinitionId().startsWith(CaseNames.CALL_POLICE + ":")) {
                handing.askedToRing(
                        reference,
                        task.getName(),
                        CaseTasks.candidates(task.getCandidates(), true),
                        "Nobody has confirmed in time that the police know.");
            }
        }
    }

    @Override
    public String taskKey() {
        return ToDos.RING_CARER;
    }

    @Override
    public String recordedAs() {
        return RUNG;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.reporter(task.reference());
        shown.put("reference", task.reference());
        shown.put("about", aboutPolice(task) ? "police" : "unsent");
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (aboutPolice(task)) {
            police.done(task.reference(), answers.one("police999").orElseThrow(), task.by());
            return Map.of();
        }
        return Map.of("carerAnswered", !answers.one("answered").orElseThrow().equals("noAnswer"));
    }

    /** Whoever is rung may do it themself meanwhile; a police reference, and what was said, stay. */
    static boolean aboutPolice(OpenTask task) {
        return CaseNames.CALL_POLICE.equals(task.processKey());
    }
}
