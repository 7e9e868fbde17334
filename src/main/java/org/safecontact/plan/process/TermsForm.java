package org.safecontact.plan.process;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.Channel;
import org.safecontact.plan.EntryRules;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.Rhythm;
import org.safecontact.plan.request.Terms;

/** The questions how and when, as the forms about contact ask them. */
final class TermsForm {

    /** Times of the day to choose from: nobody has to know how a time is typed. House default. */
    static final List<String> TIMES = IntStream.range(0, 24 * 12)
            .mapToObj(fives -> LocalTime.MIDNIGHT.plusMinutes(5L * fives).toString())
            .toList();

    private static final String ONCE = "once";

    private TermsForm() {}

    /** @throws FormRefused when the two times do not fit each other */
    static Terms read(Answers answers) {
        boolean once = answers.one("occasion").filter(ONCE::equals).isPresent();
        Terms terms = new Terms(
                EntryForm.choice(answers, "channel", Channel.class),
                once ? answers.date("onDay") : Optional.empty(),
                EntryForm.days(answers.many("days")),
                answers.one("startsAt").map(LocalTime::parse),
                answers.one("endsAt").map(LocalTime::parse),
                once ? Rhythm.AS_ARRANGED : EntryForm.choice(answers, "rhythm", Rhythm.class));
        Map<String, String> refused = EntryRules.times(terms.starts(), terms.ends());
        if (!refused.isEmpty()) {
            throw new FormRefused(refused);
        }
        return terms;
    }

    /** What was agreed before, as answers that stand in the form already. */
    static Map<String, Object> carriedOver(Agreement agreement) {
        Map<String, Object> answers = new HashMap<>();
        agreement.personId().ifPresent(person -> answers.put("person", person));
        answers.put("channel", agreement.channel().id());
        answers.put("occasion", "regular");
        answers.put(
                "days",
                agreement.days().isEmpty()
                        ? List.of(EntryForm.ANY_DAY)
                        : agreement.days().stream().map(Enum::name).toList());
        agreement.starts().ifPresent(starts -> answers.put("startsAt", starts.toString()));
        agreement.ends().ifPresent(ends -> answers.put("endsAt", ends.toString()));
        answers.put("rhythm", agreement.rhythm().id());
        return answers;
    }
}
