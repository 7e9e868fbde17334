package org.safecontact.plan.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Child;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Channel;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanRegister;
import org.safecontact.plan.Relationship;
import org.safecontact.plan.request.Because;
import org.safecontact.plan.request.ContactRequests;
import org.safecontact.plan.request.Wanted;
import org.safecontact.plan.request.Whom;
import org.safecontact.plan.request.Wish;
import org.springframework.stereotype.Component;

/** Somebody asks the authority for new or extra contact (policy, section 2: never without its authorisation). */
@Component
class AskForContact implements UserTaskWork {

    private static final String NOTHING = "nothing";

    private final ContactRequests requests;
    private final PlanRegister register;
    private final EntryForm form;

    AskForContact(ContactRequests requests, PlanRegister register, EntryForm form) {
        this.requests = requests;
        this.register = register;
        this.form = form;
    }

    @Override
    public String taskKey() {
        return ToDos.ASK_FOR_CONTACT;
    }

    @Override
    public String recordedAs() {
        return "Contact that was asked for";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Child child = requests.childOf(task.reference());
        Because because = requests.get(task.reference()).because();
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("people", form.people(child.id()));
        shown.put("times", TermsForm.TIMES);
        shown.put("why", "");
        shown.putAll(begunWith(child, because));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        if (answers.one("wish").filter(NOTHING::equals).isPresent()) {
            return Map.of(ContactAuthorisation.ASKED, false);
        }
        requests.ask(
                task.reference(),
                new Wanted(
                        EntryForm.choice(answers, "wish", Wish.class),
                        whom(answers),
                        TermsForm.read(answers),
                        answers.date("until"),
                        answers.one("goodFor").orElseThrow(),
                        answers.one("childSays").orElseThrow()),
                task.person().orElseThrow());
        return Map.of(ContactAuthorisation.ASKED, true);
    }

    /** What is known already stands in the form; everything else is asked. */
    private Map<String, Object> begunWith(Child child, Because because) {
        Optional<Agreement> ends = because.renews()
                .flatMap(number -> register.standingOrOver(child.id(), number))
                .filter(held -> held.item() instanceof Agreement)
                .map(held -> (Agreement) held.item());
        if (ends.isPresent()) {
            Map<String, Object> answers = new HashMap<>(TermsForm.carriedOver(ends.get()));
            answers.put(
                    "why",
                    "It comes to its end, and is to go on. Its answers stand here already; please look at each.");
            return answers;
        }
        Map<String, Object> answers = new HashMap<>();
        because.personId().ifPresent(person -> answers.put("person", person));
        because.channel().map(Channel::id).ifPresent(channel -> answers.put("channel", channel));
        because.report()
                .ifPresent(report -> answers.put(
                        "why",
                        "The review of " + report
                                + " found this contact good for the child. What is known stands here already."));
        return answers;
    }

    private static Whom whom(Answers answers) {
        String chosen = answers.one("person").orElseThrow();
        return chosen.equals(EntryForm.NEW_PERSON)
                ? new Whom(
                        Optional.empty(),
                        answers.one("personLabel").orElseThrow(),
                        Optional.of(EntryForm.choice(answers, "relationship", Relationship.class)))
                : new Whom(Optional.of(chosen), "", Optional.empty());
    }
}
