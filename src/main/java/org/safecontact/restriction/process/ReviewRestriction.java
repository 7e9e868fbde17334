package org.safecontact.restriction.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Choice;
import org.safecontact.restriction.Kind;
import org.safecontact.restriction.LimitDecisions;
import org.safecontact.restriction.LimitPeople;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** A limit is looked at again: lifted first, else less of it, else as it is for new reasons (NMS 9.4; policy, section 10). */
@Component
class ReviewRestriction implements UserTaskWork {

    private static final String LIFT = "lift";
    private static final String LIGHTER = "lighter";

    private final Restrictions restrictions;
    private final LimitDecisions decisions;
    private final LimitPeople people;
    private final LimitShown limit;
    private final Authorised authorised;

    ReviewRestriction(
            Restrictions restrictions,
            LimitDecisions decisions,
            LimitPeople people,
            LimitShown limit,
            Authorised authorised) {
        this.restrictions = restrictions;
        this.decisions = decisions;
        this.people = people;
        this.limit = limit;
        this.authorised = authorised;
    }

    @Override
    public String taskKey() {
        return ToDos.REVIEW_RESTRICTION;
    }

    @Override
    public String recordedAs() {
        return LimitDecisions.LOOKED_AT;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = limit.of(task.reference());
        List<Map<String, String>> choices = new ArrayList<>();
        choices.add(Map.of("value", LIFT, "label", "Lift it: it is over"));
        if (task.person().filter(people::mayKeep).isPresent()) {
            choices.add(Map.of("value", LIGHTER, "label", "Less of it goes on"));
            choices.add(Map.of("value", "keep", "label", "It goes on as it is, for new reasons"));
        }
        shown.put("choices", choices);
        shown.put("lighterKinds", lighterKinds(task.reference()));
        shown.put("own", authorised.own(task.person()));
        shown.put("parentsToo", restrictions.parentsKeepSay(task.reference()));
        return shown;
    }

    private List<Map<String, String>> lighterKinds(String reference) {
        return restrictions.get(reference).terms().orElseThrow().kind().orLess().stream()
                .map(kind -> Map.of("value", kind.id(), "label", StringUtils.capitalize(kind.words())))
                .toList();
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String by = task.person().orElseThrow();
        String decision = answers.one("decision").orElseThrow();
        switch (decision) {
            case LIFT -> decisions.lift(reference, by);
            case LIGHTER ->
                decisions.lighter(
                        reference,
                        answers.one("lighterKind")
                                .flatMap(id -> Choice.of(Kind.class, id))
                                .orElseThrow(),
                        answers.one("lessOfIt").orElseThrow(),
                        Views.of(answers),
                        Spans.of(answers),
                        by);
            default -> {
                Authorised.requireParents(restrictions.parentsKeepSay(reference), answers);
                decisions.keep(
                        reference,
                        answers.one("newReasons").orElseThrow(),
                        Views.of(answers),
                        authorised.by(by, by, restrictions.get(reference), answers),
                        Spans.of(answers),
                        by);
            }
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put(DeviceRestriction.GOES_ON, !decision.equals(LIFT));
        variables.put(DeviceRestriction.REVIEWER, null);
        return variables;
    }
}
