package org.safecontact.handle;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.access.UrgencyRaised;
import org.safecontact.agency.Agency;
import org.safecontact.incident.AccountMet;
import org.safecontact.incident.ChildKnown;
import org.safecontact.incident.Incidents;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.safecontact.record.EntryWritten;
import org.safecontact.record.TypedText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in every account, number and gamer tag that is written down in a report, and has it compared afterwards. */
@Component
@Transactional
class AccountsWritten {

    /** What somebody tells; what is decided or done has numbers and addresses of offices in it. */
    private static final Set<EntryKind> TOLD =
            EnumSet.of(EntryKind.FACT, EntryKind.CHILDS_WORDS, EntryKind.THIRD_PARTY, EntryKind.OPINION);

    /** The fields that ask for one and for its app, which are met with it. */
    private static final Set<String> ASKED_FOR =
            Set.of("Which app, game or site?", "Which name or number does the other person use there?");

    private final HandleRepository repository;
    private final Incidents incidents;
    private final Agency agency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountsWritten(
            HandleRepository repository,
            Incidents incidents,
            Agency agency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.agency = agency;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(AccountMet met) {
        String written = TypedText.clean(met.written());
        String app = TypedText.clean(met.app());
        List<Handle> handles = met.amongWords() ? HandlesWritten.amongWords(written) : HandlesWritten.in(app, written);
        Instant now = clock.instant();
        handles.forEach(handle -> repository.add(met.reference(), handle, written, app, met.by(), now));
        toCompare(met.reference());
    }

    /** An account in a story counts as well, unless it is a number or an address of the agency's own. */
    @EventListener
    void on(EntryWritten written) {
        Entry entry = written.entry();
        if (!TOLD.contains(entry.kind())) {
            return;
        }
        Set<Handle> told = entry.statements().stream()
                .filter(said -> !ASKED_FOR.contains(said.question()))
                .flatMap(said -> HandlesWritten.inStory(said.answer()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (told.isEmpty() || incidents.find(entry.reference()).isEmpty()) {
            return;
        }
        agency.ownNumbersAndAddresses()
                .flatMap(own -> HandlesWritten.in("", own).stream())
                .forEach(told::remove);
        told.forEach(handle -> repository.add(
                entry.reference(), handle, handle.name(), "", entry.author().personId(), entry.writtenAt()));
        toCompare(entry.reference());
    }

    /** What was written down before anybody said which child it is about counts from now on. */
    @EventListener
    void on(ChildKnown known) {
        toCompare(known.reference());
    }

    /** What was found with a report becomes as urgent as the report. */
    @EventListener
    void on(UrgencyRaised raised) {
        toCompare(raised.reference());
    }

    /** Afterwards, and whatever is known: how long it takes to write an account down tells nobody anything. */
    private void toCompare(String report) {
        if (!repository.in(report).isEmpty()) {
            events.publishEvent(new AccountsToCompare(report));
        }
    }
}
