package org.safecontact.incident.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.engine.Answers;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.AskedOutside;
import org.safecontact.incident.Assessed;
import org.safecontact.incident.Noted;
import org.safecontact.incident.Police;
import org.springframework.stereotype.Component;

/**
 * Whoever outside has to hear of it is asked in the transaction that stores the assessment, before anybody signs it. The police, who have a to-do
 * of their own, are asked for where nobody told them, and no manager said that they are not needed.
 */
@Component("askOutside")
@InDiagrams
class AskOutside implements JavaDelegate {

    private static final List<String> ASKED = List.of("crime", "significantHarm", "radicalisation");
    private static final String SEXUAL_ABUSE = "sexualAbuse";
    private static final String EXPLOITATION = "exploitation";
    private static final String ASKED_OUTSIDE = "askedOutside";
    private static final String POLICE = "policeAsAssessed";

    private final AskedOutside outside;
    private final Police police;
    private final CaseMessages messages;

    AskOutside(AskedOutside outside, Police police, CaseMessages messages) {
        this.outside = outside;
        this.police = police;
        this.messages = messages;
    }

    /** What the diagram hands on from one step to the next. */
    static Map<String, Object> variables(Answers answers) {
        Map<String, Object> said = new HashMap<>();
        ASKED.forEach(question -> said.put(question, answers.one(question).orElse("unsure")));
        said.put(
                SEXUAL_ABUSE,
                answers.one(Noted.ABUSE_REPORT)
                        .map(answer -> answer.equals("no") ? "no" : "yes")
                        .orElse("unsure"));
        said.put(EXPLOITATION, exploitation(answers.many("flags")));
        said.put(ASKED_OUTSIDE, String.join(",", answers.many("referrals")));
        said.put(POLICE, answers.one("police").orElse(""));
        return said;
    }

    private static String exploitation(List<String> flags) {
        if (flags.contains("sexualExploitation") || flags.contains("criminalExploitation")) {
            return "yes";
        }
        if (flags.contains("unsure")) {
            return "unsure";
        }
        return flags.isEmpty() ? "" : "no";
    }

    @Override
    public void execute(DelegateExecution execution) {
        ask(Case.reference(execution), Case.text(execution, Case.ASSESSED_BY), execution.getVariables());
    }

    /** @param said as {@link #variables} gives it */
    void ask(String reference, String by, Map<String, Object> said) {
        boolean policeOwed = outside.assessed(
                reference,
                new Assessed(
                        by,
                        text(said, "crime"),
                        text(said, "significantHarm"),
                        text(said, "radicalisation"),
                        text(said, SEXUAL_ABUSE),
                        text(said, EXPLOITATION),
                        Set.of(text(said, ASKED_OUTSIDE).split(","))));
        boolean notNeeded = Police.NOT_NEEDED.equals(said.get(POLICE));
        if (policeOwed && notNeeded && !police.settledSinceWorse(reference)) {
            messages.policeWanted(reference);
        }
    }

    private static String text(Map<String, Object> said, String name) {
        return (String) said.get(name);
    }
}
