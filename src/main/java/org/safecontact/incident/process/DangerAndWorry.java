package org.safecontact.incident.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Drafts;
import org.safecontact.incident.CaseNames;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.level.SaidTwice;
import org.safecontact.incident.report.FurtherAnswers;
import org.safecontact.incident.report.GoingOn;
import org.safecontact.incident.report.Tap;
import org.safecontact.incident.report.TapsOnDanger;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.incident.report.WhichChild;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Danger, or a worry, as somebody says it on a report: it counts there, or where that is over, in one that goes on from it. */
@Service
@Transactional
public class DangerAndWorry {

    private final CaseMessages messages;
    private final UnsentReports unsent;
    private final TapsOnDanger taps;
    private final WhichChild whichChild;
    private final GoingOn goingOn;
    private final FurtherAnswers further;
    private final SaidTwice saidTwice;
    private final Incidents incidents;
    private final Drafts drafts;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final Agency agency;
    private final CurrentPerson person;

    DangerAndWorry(
            CaseMessages messages,
            UnsentReports unsent,
            TapsOnDanger taps,
            WhichChild whichChild,
            GoingOn goingOn,
            FurtherAnswers further,
            SaidTwice saidTwice,
            Incidents incidents,
            Drafts drafts,
            RuntimeService runtime,
            HistoryService history,
            Agency agency,
            CurrentPerson person) {
        this.messages = messages;
        this.unsent = unsent;
        this.taps = taps;
        this.whichChild = whichChild;
        this.goingOn = goingOn;
        this.further = further;
        this.saidTwice = saidTwice;
        this.incidents = incidents;
        this.drafts = drafts;
        this.runtime = runtime;
        this.history = history;
        this.agency = agency;
        this.person = person;
    }

    /**
     * A tap on <i>yes</i> or <i>not sure</i> to danger before the report is sent, see {@link TapsOnDanger#tapDanger}.
     *
     * @return the report in which it counts: where this one is over and had not heard of it, a new one that is open for its reporter
     */
    public String danger(String reference, String personId, Tap tap) {
        Incident there = goingOn.ownIn(reference, personId, tap.childId());
        for (String over : List.of(reference, there.reference())) {
            if (taps.cameBeforeItWasOver(over, tap)) {
                return over;
            }
        }
        String counts = there.state().isOver()
                ? begunFrom(there.reference(), personId, tap.answer().equals("yes"))
                : there.reference();
        tapped(
                counts,
                personId,
                counts.equals(reference)
                        ? tap
                        : tap.about(incidents.get(reference).childId()));
        return counts;
    }

    private void tapped(String reference, String personId, Tap tap) {
        boolean sure = tap.answer().equals("yes");
        switch (taps.tapDanger(reference, personId, tap)) {
            case KNOWN -> {}
            case AGAIN -> heardThoughLowered(reference, personId, sure);
            case BEFORE_SENDING -> {
                messages.decidedAgain(reference);
                heardThoughLowered(reference, personId, sure);
            }
            // From another window, say: whoever reported is more worried now, and nobody may think that it was not
            // heard.
            case AFTER_SENDING ->
                messages.moreWorried(reference, personId, "Danger was ticked after the report was sent.", sure);
        }
    }

    /** As the button begins one; what its reporter typed in the one that is over stands in it. */
    private String begunFrom(String over, String personId, boolean danger) {
        String next = unsent.start(personId);
        incidents.get(over).childId().flatMap(agency::child).ifPresent(child -> whichChild.about(next, child));
        goingOn.begins(next, over, "Begun because the one before it was closed", personId);
        person.asTheHouse(() -> {
            runtime.startProcessInstanceByKey(CaseNames.UNPLANNED_CONTACT, next);
            String form = messages.formOf(next).orElseThrow();
            history.createHistoricTaskInstanceQuery()
                    .processInstanceBusinessKey(over)
                    .taskDefinitionKey(ToDos.REPORT_CONTACT)
                    .list()
                    .forEach(closed -> drafts.move(closed.getId(), form, personId));
        });
        if (danger) {
            messages.dangerForTheOthers(over, personId);
        }
        return next;
    }

    /** A level that a manager lowered does not keep anybody from hearing that danger is ticked now. */
    private void heardThoughLowered(String reference, String personId, boolean sure) {
        incidents
                .decision(reference)
                .filter(RiskDecision::byPerson)
                .map(RiskDecision::level)
                .filter(level -> sure ? level != RiskLevel.IMMEDIATE : !level.urgent())
                .ifPresent(lowered ->
                        messages.moreWorried(reference, personId, "Danger was ticked after it was lowered.", sure));
    }

    /**
     * <i>I'm more worried now</i>, as somebody pressed it: the same sent twice, see {@link SaidTwice}, is said once.
     *
     * @return the report in which it counts: another one where this one is over
     */
    public String worried(String reference, String personId, String why, boolean dangerNow) {
        Incident there = goingOn.worriedIn(reference, personId);
        String counts =
                there.state().isOver() ? worriedAnew(there.reference(), personId, dangerNow) : there.reference();
        if (!saidTwice.worry(counts, personId, why, dangerNow)) {
            messages.moreWorried(counts, personId, why, dangerNow);
        }
        return counts;
    }

    private String worriedAnew(String over, String personId, boolean dangerNow) {
        if (incidents.get(over).childId().isPresent()) {
            return further.goesOn(over, personId, dangerNow);
        }
        // Nobody ever said which child it is: what was never sent is told anew, and what is not known counts as not
        // sure.
        String next = begunFrom(over, personId, dangerNow);
        tapped(
                next,
                personId,
                new Tap(dangerNow ? "yes" : "unsure", Optional.empty(), Optional.empty(), false, Duration.ZERO));
        return next;
    }
}
