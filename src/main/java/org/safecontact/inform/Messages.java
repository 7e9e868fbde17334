package org.safecontact.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.record.Author;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that leave the house, one by one, each at most once. */
@Service
public class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private static final String SYSTEM = Author.SYSTEM.personId();

    private static final String BEGUN = "BEGUN";
    private static final String TAKEN = "TAKEN";
    private static final String SENT = "SENT";
    private static final String FAILED = "FAILED";
    private static final String CALLED_OFF = "CALLED_OFF";

    /**
     * From then on an attempt of which nothing was heard is taken for cut off: by a crash, or on a machine that is gone. Longer than a gateway
     * waits for an answer (application.yaml, {@code mail.smtp.timeout}).
     */
    static final Duration LONGEST = Duration.ofMinutes(6);

    private final MessageRepository repository;
    private final MessageText text;
    private final List<MessageGateway> gateways;
    private final Attempts attempts;
    private final CaseAccess access;
    private final CaseFiles files;
    private final Agency agency;
    private final Clock clock;

    Messages(
            MessageRepository repository,
            MessageText text,
            List<MessageGateway> gateways,
            Attempts attempts,
            CaseAccess access,
            CaseFiles files,
            Agency agency,
            Clock clock) {
        this.repository = repository;
        this.text = text;
        this.gateways = gateways;
        this.attempts = attempts;
        this.access = access;
        this.files = files;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * Writes a message, to be handed over by the engine after this transaction.
     *
     * @param origin the alarm or call that it comes from
     * @return empty when the same message was written before
     */
    @Transactional
    public Optional<OutgoingMessage> write(
            String reference,
            String origin,
            int rung,
            int repetition,
            String recipientId,
            OutgoingMessage.Wanted wanted,
            Optional<Instant> byWhen) {
        String id = "%s.%d.%d.%s@safe-contact".formatted(origin, rung, repetition, recipientId);
        OutgoingMessage message = new OutgoingMessage(id, reference, recipientId, wanted, byWhen, clock.instant());
        return repository.add(message) ? Optional.of(message) : Optional.empty();
    }

    /** Whether a message that wants this of this person is written and no gateway has it yet, nor may have it by now. */
    @Transactional(readOnly = true)
    public boolean waits(String reference, String recipientId, OutgoingMessage.Wanted wanted) {
        return repository.waits(reference, recipientId, wanted);
    }

    public Optional<OutgoingMessage> find(String id) {
        return repository.find(id);
    }

    /** What a message asks for, in its own words. */
    public String wanted(OutgoingMessage message) {
        return text.wanted(message);
    }

    /**
     * Hands a message over by every gateway, unless it was before or is under way: it is sent when each has taken it, and goes again only by
     * those that have not. The attempt keeps what becomes of it by itself and at once,
     * whatever becomes of the step that asks: what was taken is never handed over again because somebody else wrote to the same case in that
     * moment.
     *
     * @return whether nothing is left to do; false when it was not taken, or not yet
     */
    public boolean handOver(String id) {
        OutgoingMessage message = repository.find(id).orElseThrow();
        if (isDone(id) || callOffIfKeptAway(message)) {
            attempts.forget(id);
            return true;
        }
        if (!attempts.begun(id) && repository.underWaySince(id, clock.instant().minus(LONGEST))) {
            return false;
        }
        return attempts.taken(id, () -> attempt(message));
    }

    /** Whether nobody has to ring its recipient: it has left, was called off, or would go to somebody who is kept away now. */
    @Transactional(readOnly = true)
    public boolean isSettled(OutgoingMessage message) {
        return isDone(message.id()) || isForWhoIsKeptAway(message);
    }

    /**
     * Nothing reaches who is kept away from a case, from that moment on (contract, 5.6).
     *
     * @return whether it was called off because of that
     */
    @Transactional
    public boolean callOffIfKeptAway(OutgoingMessage message) {
        boolean calledOff = !isDone(message.id()) && isForWhoIsKeptAway(message);
        if (calledOff) {
            keep(message.id(), CALLED_OFF, SYSTEM);
        }
        return calledOff;
    }

    /** A person calls it off: the recipient was reached in another way, or need not be. */
    @Transactional
    public void callOff(String id, String by) {
        keep(id, CALLED_OFF, by);
    }

    /** Whether any gateway wakes people; without one the screens say that we cannot ring for them. */
    public boolean wakesPeople() {
        return gateways.stream().anyMatch(MessageGateway::wakesPeople);
    }

    private boolean isDone(String id) {
        return repository.has(id, SENT) || repository.has(id, CALLED_OFF);
    }

    /** Technical help sees no case and mends behind walls too. */
    private boolean isForWhoIsKeptAway(OutgoingMessage message) {
        return message.wanted() == OutgoingMessage.Wanted.MEND
                ? files.excluded(message.reference()).contains(message.recipientId())
                : access.keptAway(message.recipientId(), message.reference());
    }

    private boolean attempt(OutgoingMessage message) {
        Optional<Person> recipient = agency.person(message.recipientId());
        keep(message.id(), BEGUN, SYSTEM);
        boolean taken = false;
        try {
            taken = recipient.filter(person -> allTake(message, person)).isPresent();
        } finally {
            keep(message.id(), taken ? SENT : FAILED, SYSTEM);
        }
        return taken;
    }

    private void keep(String id, String what, String by) {
        repository.event(id, what, by, clock.instant());
    }

    private boolean allTake(OutgoingMessage message, Person recipient) {
        boolean all = true;
        for (MessageGateway gateway : gateways) {
            all &= repository.has(message.id(), TAKEN, gateway.name()) || takes(gateway, message, recipient);
        }
        return all;
    }

    private boolean takes(MessageGateway gateway, OutgoingMessage message, Person recipient) {
        try {
            gateway.handOver(message.id(), recipient, text.subject(message), text.body(message));
        } catch (NotDelivered failure) {
            LOG.warn("Message {} was not taken by {}: {}", message.id(), gateway.name(), failure.getMessage());
            return false;
        } catch (RuntimeException failure) {
            // Whatever a gateway does wrong, the others are tried; its own words could say to whom or what.
            LOG.warn("Message {} was not taken by {}: {}", message.id(), gateway.name(), failure.getClass());
            return false;
        }
        keep(message.id(), TAKEN, gateway.name());
        return true;
    }
}
