package org.safecontact.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.access.OpenAgain;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A to-do goes from one person to others: given back, handed over, taken over, open again; each on record. House default. */
@Service
@Transactional
public class Handing {

    /** How the record says that a to-do was handed over: the heading, and what, to whom and why. */
    public static final String HANDED_OVER = "Handed over";

    /** How it says that one was given back: the heading, and what and why. */
    public static final String GIVEN_BACK = "Given back";

    public static final String WHY = "Why";

    public static final String WHAT = "What";
    public static final String TO = "To";
    public static final String SHOULD_KNOW = "What they should know";

    private final IncidentRecord record;
    private final Agency agency;
    private final HumanTime times;
    private final ApplicationEventPublisher events;

    Handing(IncidentRecord record, Agency agency, HumanTime times, ApplicationEventPublisher events) {
        this.record = record;
        this.agency = agency;
        this.times = times;
        this.events = events;
    }

    /**
     * Somebody gave a to-do back to everybody who was asked.
     *
     * @param what its name
     * @param since when that person took it; empty when it was theirs from the beginning
     * @param why in that person's words
     * @throws FormRefused when there is no reason, or it is too long
     */
    public void givenBack(String reference, String by, String what, Optional<Instant> since, String why) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(WHAT, what));
        since.ifPresent(moment -> statements.add(new Statement("Had it since", times.full(moment))));
        statements.add(new Statement(WHY, Reason.checked(why)));
        record.write(reference, EntryKind.ACTION, GIVEN_BACK, statements, by);
    }

    /** People are asked, by message and on their list, to make a call that cannot wait. See {@link #givenBack}. */
    public void askedToRing(String reference, String what, Collection<String> people, String why) {
        record.write(
                reference,
                EntryKind.TOLD,
                "Asked to ring",
                List.of(
                        new Statement(WHAT, what),
                        new Statement("Who", people.stream().map(agency::nameOf).collect(Collectors.joining(", "))),
                        new Statement("How", "a message, and on their list"),
                        new Statement("Why", why)),
                IncidentRecord.SYSTEM);
    }

    /**
     * Somebody handed a to-do over to a colleague by name, who hears of it. See {@link #givenBack}.
     *
     * @param due until when it should be done
     */
    public void handedOver(String reference, String by, String to, String what, String why, Optional<Instant> due) {
        Entry entry = record.write(
                reference,
                EntryKind.ACTION,
                HANDED_OVER,
                List.of(
                        new Statement(WHAT, what),
                        new Statement(TO, agency.nameOf(to)),
                        new Statement(SHOULD_KNOW, Reason.checked(why))),
                by);
        events.publishEvent(new HandedOver(reference, entry.number(), to, due));
    }

    /** Somebody took a to-do over from whoever had it. See {@link #givenBack}. */
    public void takenOver(String reference, String by, Optional<String> from, String what, String why) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(WHAT, what));
        from.ifPresent(person -> statements.add(new Statement("From", agency.nameOf(person))));
        statements.add(new Statement(WHY, Reason.checked(why)));
        record.write(reference, EntryKind.ACTION, "Taken over", statements, by);
    }

    /**
     * A to-do ended without whoever had it: something more urgent is asked for instead. See {@link #givenBack}.
     *
     * @param had who had it; empty when nobody had
     */
    public void overtaken(String reference, Optional<String> had, String what, String why) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(WHAT, what));
        had.ifPresent(person -> statements.add(new Statement("Who had it", agency.nameOf(person))));
        statements.add(new Statement("Why", why));
        record.write(reference, EntryKind.ACTION, "No longer asked", statements, IncidentRecord.SYSTEM);
    }

    /** Nobody gave it back: it is open again by itself. */
    @EventListener
    public void openAgain(OpenAgain again) {
        record.write(
                again.reference(),
                EntryKind.ACTION,
                "Open again to everybody who was asked",
                List.of(
                        new Statement("What", again.what()),
                        new Statement("Who had it", agency.nameOf(again.had())),
                        new Statement("Why", again.why())),
                IncidentRecord.SYSTEM);
    }
}
