package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Role;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Plan;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.PlanWords;
import org.safecontact.plan.request.ContactRequest;
import org.safecontact.plan.request.ContactRequest.Answer;
import org.safecontact.plan.request.ContactRequests;
import org.springframework.stereotype.Component;

/** The home, and whoever asked, read what was decided and what is agreed now. */
@Component
class ReadDecision implements UserTaskWork {

    private final ContactRequests requests;
    private final PlanRegister register;
    private final PlanWords words;
    private final Agency agency;

    ReadDecision(ContactRequests requests, PlanRegister register, PlanWords words, Agency agency) {
        this.requests = requests;
        this.register = register;
        this.words = words;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return ToDos.READ_DECISION;
    }

    @Override
    public String recordedAs() {
        return "What was decided about contact was read";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        ContactRequest request = requests.get(task.reference());
        Child child = requests.childOf(task.reference());
        Plan plan = register.plan(child.id());
        Answer answer = request.answer().orElseThrow();
        String version = String.valueOf(plan.version());
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("asked", AsTyped.inText(requests.line(request)));
        shown.put("outcome", answer.outcome().words());
        shown.put("words", AsTyped.inText(answer.words()));
        shown.put("agreed", words.all(plan, child.id()));
        shown.put("readIt", List.of(Map.of("value", version, "label", "I have read it")));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reader = task.person().orElseThrow();
        int version = Integer.parseInt(answers.one("read").orElseThrow());
        if (version > 0 && agency.is(reader, Role.CARER)) {
            register.acknowledge(requests.get(task.reference()).childId(), reader, version);
        }
        return Map.of();
    }
}
