package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.request.ContactRequest;
import org.safecontact.plan.request.ContactRequest.Answer;
import org.safecontact.plan.request.ContactRequests;
import org.springframework.stereotype.Component;

/** Nobody is left without the answer: who has not read it is rung. */
@Component
class TellDecision implements UserTaskWork {

    private final ContactRequests requests;
    private final Agency agency;

    TellDecision(ContactRequests requests, Agency agency) {
        this.requests = requests;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return ToDos.TELL_DECISION;
    }

    @Override
    public String recordedAs() {
        return "What was decided about contact was told";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        ContactRequest request = requests.get(task.reference());
        Answer answer = request.answer().orElseThrow();
        String reader = (String) task.variables().get("reader");
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", requests.childOf(task.reference()).label());
        shown.put("childId", request.childId());
        shown.put("whom", AsTyped.inText(agency.nameOf(reader)));
        shown.put("telephone", agency.person(reader).map(Person::telephone).orElse(""));
        shown.put("asked", AsTyped.inText(requests.line(request)));
        shown.put("outcome", answer.outcome().words());
        shown.put("words", AsTyped.inText(answer.words()));
        return shown;
    }
}
