package org.safecontact.wellbeing.process;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.wellbeing.BackToTheDecision;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.LooksSoFar;
import org.safecontact.wellbeing.Seen;
import org.safecontact.wellbeing.WhatFollows;
import org.springframework.stereotype.Component;

/** What somebody saw counts though the look was over when they sent it, or they send another version of it (house default). */
@Component
class LookSentLate {

    private static final String COUNTS = SomebodyWasFaster.KEPT
            + ", and counts as if you had been in time: you need not write it again. If there was contact again, please"
            + " tell it in a new report. In danger: 999.";

    private final LooksSoFar soFar;
    private final BackToTheDecision decision;
    private final NewContact contact;
    private final RuntimeService runtime;
    private final CurrentPerson person;

    LookSentLate(
            LooksSoFar soFar,
            BackToTheDecision decision,
            NewContact contact,
            RuntimeService runtime,
            CurrentPerson person) {
        this.soFar = soFar;
        this.decision = decision;
        this.contact = contact;
        this.runtime = runtime;
        this.person = person;
    }

    String told(Answers answers) {
        return counts(answers) ? COUNTS : SomebodyWasFaster.KEPT_TO_READ;
    }

    private static boolean counts(Answers answers) {
        return answers.one("compared").isPresent();
    }

    /** A report that is closed takes what belongs to the looks that it began, as long as they go on. */
    boolean goesOn(ClosedTask task) {
        return soFar.goesOn(task.reference());
    }

    /** What it says for the worse counts: nobody may think that it was heard. */
    void saidToo(ClosedTask task, Answers answers) {
        if (counts(answers)) {
            soFar.openedAt(task.reference(), task.begunAt())
                    .ifPresent(look -> saidToo(task, look, LookAnswers.seen(answers)));
        }
    }

    private void saidToo(ClosedTask task, Look look, Seen seen) {
        WhatFollows outcome = decision.seenToo(look, seen, task.person());
        if (outcome == WhatFollows.STEADY) {
            return;
        }
        Set<Seen.Sign> news = EnumSet.noneOf(Seen.Sign.class);
        news.addAll(seen.signs());
        look.seen().map(Seen::signs).ifPresent(news::removeAll);
        contact.seen(news, task.person());
        if (outcome == WhatFollows.TWO_WORSE) {
            tellChildsWorker(task.processInstanceId());
        }
    }

    /** As when the look itself is the second worse one. */
    private void tellChildsWorker(String followed) {
        person.asTheHouse(() -> {
            if (runtime.createProcessInstanceQuery().processInstanceId(followed).count() > 0) {
                runtime.createProcessInstanceModification(followed)
                        .startBeforeActivity(Names.TWO_WORSE)
                        .execute();
            }
        });
    }
}
