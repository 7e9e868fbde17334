package org.safecontact.incident.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.SomebodyWasFaster;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.Police;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.incident.report.WhatIsNew;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** The assessment of an escalation: what was done, what follows, and why. */
@Component
class AssessEscalation implements UserTaskWork {

    /** Heading of the entries of an assessment. */
    static final String ASSESSMENT = ForTheCarer.ASSESSMENT;

    static final String FORM = "assess-escalation";

    /** The question of its form that asks why the Safer Care Plan is to be reviewed. */
    static final String PLAN_WHY = "The Safer Care Plan: why, or why not?";

    private final Incidents incidents;
    private final Police police;
    private final CaseMessages messages;
    private final CaseWords words;
    private final WhatIsNew news;
    private final Doers doers;
    private final WhatIsSentBack sentBack;
    private final AskOutside outside;
    private final NoticesOwed notices;

    AssessEscalation(
            Incidents incidents,
            Police police,
            CaseMessages messages,
            CaseWords words,
            WhatIsNew news,
            Doers doers,
            WhatIsSentBack sentBack,
            AskOutside outside,
            NoticesOwed notices) {
        this.incidents = incidents;
        this.police = police;
        this.messages = messages;
        this.words = words;
        this.news = news;
        this.doers = doers;
        this.sentBack = sentBack;
        this.outside = outside;
        this.notices = notices;
    }

    @Override
    public String taskKey() {
        return ToDos.ASSESS_ESCALATION;
    }

    @Override
    public String recordedAs() {
        return ASSESSMENT;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.forWorkers(task.reference());
        shown.put("nobodyReads", !doers.homeMayKnow(task.reference()));
        shown.put("sentBack", sentBack.is(task));
        shown.putAll(notices.shown(task.reference()));
        shown.put("ownWords", !sentBack.ownWords(task).isEmpty());
        return shown;
    }

    @Override
    public List<Statement> answeredBefore(OpenTask task) {
        return sentBack.ownWords(task);
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String by = task.by();
        news.requireRead(task.reference(), by, "decision");
        notices.require(task.reference(), answers);
        incidents.note(
                task.reference(),
                Noted.ABUSE_REPORT,
                answers.one(Noted.ABUSE_REPORT).orElseThrow(),
                by);
        boolean nobodyAsked = answers.many("referrals").equals(List.of("none"));
        incidents.note(task.reference(), Noted.REFERRALS, nobodyAsked ? "none" : "asked", by);
        incidents.note(
                task.reference(),
                Noted.SAFE_TONIGHT,
                answers.one(Noted.SAFE_TONIGHT).orElseThrow(),
                by);
        boolean planNeeded = answers.one("planNeeded").filter("yes"::equals).isPresent();
        whatFollowsAtOnce(task.reference(), by, answers);
        Map<String, Object> known = AskOutside.variables(answers);
        known.put(Case.ASSESSED_BY, by);
        known.put(Case.PLAN_NEEDED, planNeeded);
        return known;
    }

    @Override
    public Optional<String> tooLate(ClosedTask task, Answers answers) {
        return Optional.of(
                notSafe(answers) || policeWanted(answers) ? SomebodyWasFaster.HEARD : SomebodyWasFaster.KEPT_TO_READ);
    }

    /**
     * A child who is not safe tonight, police whom nobody has rung, who must be notified, and who else outside has to hear of it, wait for no
     * signature: nobody may think that it was heard.
     */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        whatFollowsAtOnce(task.reference(), task.person(), answers);
        outside.ask(task.reference(), task.person(), AskOutside.variables(answers));
    }

    private void whatFollowsAtOnce(String reference, String by, Answers answers) {
        notices.owed(reference, answers);
        if (policeWanted(answers) && !police.toldSinceWorse(reference)) {
            messages.policeWanted(reference);
        }
        if (notSafe(answers)) {
            messages.moreWorried(reference, by, "It is not safe for the child to stay where they are tonight.", false);
        }
    }

    private static boolean policeWanted(Answers answers) {
        return answers.one("police").filter("willBe"::equals).isPresent();
    }

    private static boolean notSafe(Answers answers) {
        return answers.one(Noted.SAFE_TONIGHT).filter("no"::equals).isPresent();
    }
}
