package org.safecontact.inform.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.Authors;
import org.safecontact.engine.ClosedTask;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Police;
import org.safecontact.incident.carer.ForTheCarer;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** The call that was promised to a carer: what was agreed, whom to ring, what came of it, and when they ring again. */
@Component
class RingAsAgreedWork implements UserTaskWork {

    private final PromisedCalls promised;
    private final AcknowledgeScreen screen;
    private final Incidents incidents;
    private final Police police;
    private final CaseRecord record;
    private final Authors authors;
    private final Agency agency;
    private final HumanTime time;

    RingAsAgreedWork(
            PromisedCalls promised,
            AcknowledgeScreen screen,
            Incidents incidents,
            Police police,
            CaseRecord record,
            Authors authors,
            Agency agency,
            HumanTime time) {
        this.promised = promised;
        this.screen = screen;
        this.incidents = incidents;
        this.police = police;
        this.record = record;
        this.authors = authors;
        this.agency = agency;
        this.time = time;
    }

    @Override
    public String taskKey() {
        return ToDos.RING_AS_AGREED;
    }

    @Override
    public String recordedAs() {
        return ForTheCarer.RUNG_AS_AGREED;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(screen.whomToRing(incidents.get(task.reference())));
        String promisedBy = (String) task.variables().get(InformNames.PROMISED_BY);
        shown.put("by", task.dueAt().map(time::by).orElse("now"));
        shown.put(
                "promised",
                task.person().filter(promisedBy::equals).isPresent()
                        ? "You agreed this with them."
                        : agency.nameOf(promisedBy) + " agreed this with them.");
        List<Entry> entries = record.entries(task.reference());
        boolean policeKnow = police.toldSinceWorse(task.reference());
        shown.put(
                "agreed",
                ForTheCarer.newestAgreed(entries).stream()
                        .map(written -> said(
                                written,
                                said -> ForTheCarer.isAgreed(said.question())
                                        && !(policeKnow && ForTheCarer.isOfThePolice(said.question()))))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n")));
        shown.put("before", said(ForTheCarer.newest(entries, ForTheCarer.RUNG_AS_AGREED), said -> true));
        task.person().map(authors::of).ifPresent(reader -> record.readPart(task.reference(), reader));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Optional<Instant> again = again(answers);
        Map<String, Object> next = new HashMap<>(Map.of(InformNames.RINGS_AGAIN, again.isPresent()));
        again.ifPresent(until -> {
            next.put(InformNames.PROMISED_BY, task.by());
            next.put(InformNames.RING_BY, Date.from(until));
        });
        return next;
    }

    /** Whoever rang too agreed with the carer when they ring next: that holds where nothing else is agreed. */
    @Override
    public void saidToo(ClosedTask task, Answers answers) {
        if (!incidents.get(task.reference()).state().isOver()) {
            again(answers).ifPresent(until -> promised.promiseToo(task.reference(), task.person(), until));
        }
    }

    private static Optional<Instant> again(Answers answers) {
        return answers.instant("ringsBy").or(() -> answers.instant("nextTryBy"));
    }

    private String said(List<Entry> written, Predicate<Statement> which) {
        return written.isEmpty()
                ? ""
                : written.stream()
                        .flatMap(entry -> entry.statements().stream())
                        .filter(which)
                        .map(said -> "**" + said.question() + "** " + AsTyped.inText(said.answer()))
                        .collect(Collectors.joining(
                                "\n\n",
                                "**" + written.get(0).title() + "**, "
                                        + agency.nameOf(written.get(0).author().personId()) + ", "
                                        + time.at(written.get(0).writtenAt()) + ":\n\n",
                                ""));
    }
}
