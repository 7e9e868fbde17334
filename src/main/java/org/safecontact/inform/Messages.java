package org.safecontact.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that leave the house, one by one, each at most once. */
@Service
public class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final MessageRepository repository;
    private final MessageText text;
    private final List<MessageGateway> gateways;
    private final Agency agency;
    private final Clock clock;

    Messages(
            MessageRepository repository, MessageText text, List<MessageGateway> gateways, Agency agency, Clock clock) {
        this.repository = repository;
        this.text = text;
        this.gateways = gateways;
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

    public Optional<OutgoingMessage> find(String id) {
        return repository.find(id);
    }

    /** What a message asks for, in its own words. */
    public String wanted(OutgoingMessage message) {
        return text.wanted(message);
    }

    /**
     * Hands a message over by every gateway, unless it was before.
     *
     * @return whether it was taken; a failure is kept too
     */
    @Transactional
    public boolean handOver(String id) {
        OutgoingMessage message = repository.find(id).orElseThrow();
        if (repository.has(id, "SENT")) {
            return true;
        }
        Person recipient = agency.person(message.recipientId()).orElse(null);
        boolean taken = recipient != null && tryAll(message, recipient);
        repository.event(id, taken ? "SENT" : "FAILED", "system", clock.instant());
        return taken;
    }

    /** A person calls it off: the recipient was reached in another way, or need not be. */
    @Transactional
    public void callOff(String id, String by) {
        repository.event(id, "CALLED_OFF", by, clock.instant());
    }

    /** Whether any gateway wakes people; without one the screens say that we cannot ring for them. */
    public boolean wakesPeople() {
        return gateways.stream().anyMatch(MessageGateway::wakesPeople);
    }

    private boolean tryAll(OutgoingMessage message, Person recipient) {
        boolean taken = false;
        for (MessageGateway gateway : gateways) {
            try {
                gateway.handOver(message.id(), recipient, text.subject(message), text.body(message));
                taken = true;
            } catch (NotDelivered failure) {
                LOG.warn("Message {} was not taken: {}", message.id(), failure.getMessage());
            }
        }
        return taken;
    }
}
