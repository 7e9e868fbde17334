package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.Outcome;
import org.springframework.stereotype.Component;

/** A court's order stands against it, or nobody can say who decides: the way to legal advice goes by the child's social worker (DMN-10). */
@Component
class AskLegalAdvice implements UserTaskWork {

    private final ContactRequests requests;
    private final RequestWords words;

    AskLegalAdvice(ContactRequests requests, RequestWords words) {
        this.requests = requests;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ToDos.ASK_LEGAL_ADVICE;
    }

    @Override
    public String recordedAs() {
        return "Contact against an order: legal advice";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(words.forWorkers(requests.get(task.reference())));
        shown.put("who", words.who(task));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        requests.answer(
                task.reference(),
                Outcome.AGAINST_ORDER,
                task.person().orElseThrow(),
                Optional.empty(),
                answers.one("forTheHome").orElseThrow());
        return Map.of();
    }
}
