package org.safecontact.wellbeing.process;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.CaseNames;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Seen;
import org.safecontact.wellbeing.Wellbeing;
import org.safecontact.wellbeing.WhatFollows;
import org.springframework.stereotype.Component;

/** What the two forms about a look have in common: the carer's and the one that a worker fills in on the telephone. */
@Component
class LookAnswers {

    private static final String NONE = "none";
    private static final String UNSURE = "unsure";
    /** A carer is only asked where the child stays when it is not with them. */
    private static final String AT_HOME = "home";

    private final Wellbeing wellbeing;
    private final LooksSoFar soFar;
    private final Agency agency;
    private final HumanTime time;

    LookAnswers(Wellbeing wellbeing, LooksSoFar soFar, Agency agency, HumanTime time) {
        this.wellbeing = wellbeing;
        this.soFar = soFar;
        this.agency = agency;
        this.time = time;
    }

    /** The child by its label, and for which day. */
    Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", childLabel(task));
        shown.put("day", time.at(look(task).dueAt()));
        return shown;
    }

    /** Keeps what was seen; gives the diagram what follows. */
    Map<String, Object> keep(OpenTask task, Answers answers) {
        WhatFollows outcome =
                wellbeing.seen(look(task).id(), seen(answers), task.person().orElseThrow());
        return Map.of(Names.OUTCOME, outcome.word());
    }

    String childLabel(OpenTask task) {
        String child = (String) task.variables().get(CaseNames.CHILD_ID);
        return agency.child(child).map(Child::label).orElse("");
    }

    private Look look(OpenTask task) {
        return soFar.look(((Number) task.variables().get(Names.LOOK)).longValue());
    }

    static Seen seen(Answers answers) {
        Set<Seen.Sign> signs = EnumSet.noneOf(Seen.Sign.class);
        List<String> ticked = answers.many("signs");
        if (ticked.contains("selfHarm")) {
            signs.add(Seen.Sign.SELF_HARM);
            answers.one("meansIt").ifPresent(means -> {
                if (means.equals("yes")) {
                    signs.add(Seen.Sign.LIFE_AT_RISK);
                } else if (means.equals(UNSURE)) {
                    signs.add(Seen.Sign.LIFE_PERHAPS_AT_RISK);
                }
            });
        }
        if (ticked.contains("missing")) {
            signs.add(Seen.Sign.MISSING);
        }
        if (ticked.contains("newContact")) {
            signs.add(Seen.Sign.NEW_CONTACT);
        }
        if (ticked.contains(UNSURE)) {
            signs.add(Seen.Sign.NOT_SURE);
        }
        return new Seen(
                Seen.Compared.valueOf(answers.one("compared").orElseThrow().toUpperCase()),
                answers.many("different").stream()
                        .filter(each -> !each.equals(NONE) && !each.equals(UNSURE))
                        .toList(),
                Seen.Place.valueOf(answers.one("place").orElse(AT_HOME).toUpperCase()),
                signs);
    }
}
