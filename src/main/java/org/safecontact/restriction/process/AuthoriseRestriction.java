package org.safecontact.restriction.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.SecondPerson;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.restriction.LimitDecisions;
import org.safecontact.restriction.Restriction;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** The child's social worker decides, or whoever asked them writes what they said; never who asked for the limit (NMS 9.4). */
@Component
class AuthoriseRestriction implements UserTaskWork, SecondPerson {

    private final Restrictions restrictions;
    private final LimitDecisions decisions;
    private final LimitShown limit;
    private final Authorised authorised;

    AuthoriseRestriction(Restrictions restrictions, LimitDecisions decisions, LimitShown limit, Authorised authorised) {
        this.restrictions = restrictions;
        this.decisions = decisions;
        this.limit = limit;
        this.authorised = authorised;
    }

    @Override
    public String taskKey() {
        return ToDos.AUTHORISE_RESTRICTION;
    }

    @Override
    public String recordedAs() {
        return "What the authority says about the limit";
    }

    @Override
    public Optional<String> first(String reference, Map<String, Object> variables) {
        return restrictions.find(reference).map(restriction -> restriction.proposer());
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = limit.of(task.reference());
        shown.put("own", authorised.own(task.person()));
        shown.put("parentsToo", restrictions.parentsKeepSay(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String by = task.person().orElseThrow();
        boolean agreed = answers.one("decision").filter("agreed"::equals).isPresent();
        if (!agreed) {
            decisions.notAgreed(reference, by);
            return Map.of(DeviceRestriction.AGREED, false);
        }
        Authorised.requireParents(restrictions.parentsKeepSay(reference), answers);
        Restriction asked = restrictions.get(reference);
        decisions.agree(reference, authorised.by(by, asked.proposer(), asked, answers), Spans.of(answers), by);
        return Map.of(DeviceRestriction.AGREED, true);
    }
}
