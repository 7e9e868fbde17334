package org.safecontact.contact.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.contact.Choices;
import org.safecontact.contact.Presentation;
import org.safecontact.contact.Told;
import org.safecontact.contact.Went;
import org.safecontact.contact.Which;
import org.safecontact.engine.Answers;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.report.RiskAnswers;
import org.safecontact.plan.Choice;
import org.safecontact.plan.Supervision;
import org.springframework.stereotype.Component;

/** Turns the answers of the form {@code record-contact} into what was told. */
@Component
class ContactForm {

    static final String NOTHING = "nothing";

    static final String ANOTHER_TIME = "other";
    private static final String NONE = "none";

    private final Choices choices;

    ContactForm(Choices choices) {
        this.choices = choices;
    }

    /** @throws FormRefused when there was no such contact; the form's own check came before */
    Which which(String childId, Answers answers) {
        String chosen = answers.one("contact").orElseThrow();
        return chosen.equals(ANOTHER_TIME)
                ? choices.at(
                        childId,
                        Integer.parseInt(answers.one("entry").orElseThrow()),
                        answers.instant("began").orElseThrow())
                : choices.recent(childId, chosen);
    }

    Told told(String by, Answers answers) {
        Map<String, Object> risk = risk(answers);
        return new Told(
                by,
                choice(answers, "went", Went.class).orElse(Went.AS_AGREED),
                answers.one("muchLonger").filter("more"::equals).isPresent(),
                choice(answers, "there", Supervision.class),
                choice(answers, "before", Presentation.class).orElse(Presentation.SETTLED),
                choice(answers, "after", Presentation.class).orElse(Presentation.SETTLED),
                worries(answers, risk),
                answers.one(RiskQuestions.PERSON_RISK).isPresent(),
                risk,
                answers.many(RiskQuestions.NAMED_PERSONS));
    }

    private static Map<String, Object> risk(Answers answers) {
        boolean noWorry = answers.one("worried").filter("no"::equals).isPresent();
        RiskAnswers risk = new RiskAnswers()
                .danger(answers.many("danger"))
                .concerns(noWorry ? List.of(NONE) : answers.many(RiskQuestions.CONCERNS), answers.one("pictures"))
                .disclosed(answers.many(RiskQuestions.DISCLOSED));
        for (String question :
                List.of(RiskQuestions.IMAGES_AGGRAVATED, RiskQuestions.PERSON_RISK, RiskQuestions.NAMED_PERSON)) {
            risk.choice(question, answers.one(question));
        }
        return new LinkedHashMap<>(risk.inputs());
    }

    /** Not sure is a worry. */
    private static boolean worries(Answers answers, Map<String, Object> risk) {
        boolean danger = RiskQuestions.DANGER.stream()
                .map(risk::get)
                .anyMatch(answer -> "yes".equals(answer) || "unsure".equals(answer));
        boolean concerns = risk.get(RiskQuestions.CONCERNS) instanceof List<?> named && !named.isEmpty();
        boolean gotOut = answers.many(RiskQuestions.DISCLOSED).stream().anyMatch(ticked -> !ticked.equals(NONE));
        boolean person = answers.one(RiskQuestions.PERSON_RISK)
                .filter(risky -> !risky.equals("safe"))
                .isPresent();
        boolean named = answers.one(RiskQuestions.NAMED_PERSON)
                .filter(who -> !who.equals(NONE))
                .isPresent();
        boolean worried =
                answers.one("worried").filter(said -> !said.equals("no")).isPresent();
        return danger || concerns || gotOut || person || named || worried;
    }

    private static <C extends Enum<C> & Choice> Optional<C> choice(Answers answers, String field, Class<C> type) {
        return answers.one(field).flatMap(id -> Choice.of(type, id));
    }
}
