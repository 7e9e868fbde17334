package org.safecontact.wellbeing.process;

import java.util.HashMap;
import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Authority;
import org.safecontact.agency.Child;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.CaseNames;
import org.springframework.stereotype.Component;

/** Two looks in a row were worse: the child's social worker hears of it (NMS 9.5). */
@Component
class TellChildsWorker implements UserTaskWork {

    private final LookAnswers look;
    private final Agency agency;

    TellChildsWorker(LookAnswers look, Agency agency) {
        this.look = look;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return Names.TELL_CHILDS_WORKER;
    }

    @Override
    public String recordedAs() {
        return "The child's social worker was told how the child is";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        String childId = (String) task.variables().get(CaseNames.CHILD_ID);
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", look.childLabel(task));
        shown.put(
                "worker",
                agency.child(childId)
                        .map(Child::childsSocialWorkerId)
                        .map(agency::nameOf)
                        .orElse(""));
        shown.put(
                "telephone",
                agency.authorityOf(childId).map(Authority::telephone).orElse(""));
        return shown;
    }
}
