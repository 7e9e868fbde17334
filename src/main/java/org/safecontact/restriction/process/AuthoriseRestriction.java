package org.safecontact.restriction.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.SecondPerson;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.restriction.Need;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** The child's social worker decides, or whoever asked them writes what they said; never who asked for the limit (NMS 9.4). */
@Component
class AuthoriseRestriction implements UserTaskWork, SecondPerson {

    private static final String YES = "yes";

    private final Restrictions restrictions;
    private final LimitShown limit;
    private final Authorised authorised;

    AuthoriseRestriction(Restrictions restrictions, LimitShown limit, Authorised authorised) {
        this.restrictions = restrictions;
        this.limit = limit;
        this.authorised = authorised;
    }

    @Override
    public String taskKey() {
        return "authoriseRestriction";
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
        shown.put("parentsToo", parentsToo(task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String reference = task.reference();
        String by = task.person().orElseThrow();
        boolean agreed = answers.one("decision").filter("agreed"::equals).isPresent();
        if (!agreed) {
            restrictions.notAgreed(reference, by);
            return Map.of(DeviceRestriction.AGREED, false);
        }
        if (parentsToo(reference) && answers.one("parents").filter(YES::equals).isEmpty()) {
            throw new FormRefused(
                    "parents",
                    "As this child is looked after now, the parents have to agree too. The authority asks them; until then nothing is limited.");
        }
        restrictions.agree(
                reference,
                authorised.by(by, answers),
                answers.instant("until").orElseThrow(),
                answers.date("reviewOn"),
                by);
        return Map.of(DeviceRestriction.AGREED, true);
    }

    private boolean parentsToo(String reference) {
        return restrictions.needs(reference, Need.PARENTS_AGREE);
    }
}
