package org.safecontact.record;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of every case: entries are added, never changed and never taken away; a correction is a new entry that
 * supersedes an earlier one (policy, section 8; contract, section 5).
 */
@Service
public class CaseRecord {

    /**
     * For which the same thing from the same person is the same one, sent again: an answer was lost on the way, and somebody pressed once more.
     * House default.
     */
    public static final Duration LATELY = Duration.ofMinutes(1);

    private final RecordRepository repository;
    private final TurnsTogether together;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CaseRecord(RecordRepository repository, TurnsTogether together, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.together = together;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds an entry as the last one of a case, in the caller's transaction, so that a step and what the record says of
     * it stand or fall together. Others who write to the same case wait until that transaction has ended.
     *
     * @param reference the case
     * @return the entry as it stands for good; its time of writing is the clock's
     * @throws IllegalArgumentException when it supersedes an entry that the case does not have
     */
    @Transactional
    public Entry append(String reference, NewEntry entry) {
        takeTurn(reference);
        Instant now = Chain.kept(clock.instant());
        NewEntry kept = new NewEntry(
                entry.kind(),
                entry.title(),
                entry.statements(),
                entry.happenedAt() == null ? now : Chain.kept(entry.happenedAt()),
                entry.knownAt() == null ? now : Chain.kept(entry.knownAt()),
                entry.author(),
                entry.supersedes());
        Head head = repository.head(reference).orElse(new Head(reference, 0, Chain.beginning()));
        if (kept.supersedes() != null && (kept.supersedes() < 1 || kept.supersedes() > head.number())) {
            throw new IllegalArgumentException("There is no entry " + kept.supersedes() + " to correct");
        }
        int number = head.number() + 1;
        byte[] circumstancesSalt = salt();
        byte[] wordsSalt = salt();
        byte[] circumstances = Chain.circumstances(circumstancesSalt, reference, number, kept);
        byte[] words = Chain.words(wordsSalt, kept.title(), kept.statements());
        byte[] hash = Chain.link(head.hash(), reference, number, now, circumstances, words);
        long id = repository.addLink(reference, number, now, circumstances, words, head.hash(), hash);
        repository.addContent(id, kept, circumstancesSalt, wordsSalt);
        Entry entered = new Entry(
                id,
                reference,
                number,
                kept.kind(),
                kept.title(),
                kept.statements(),
                kept.happenedAt(),
                kept.knownAt(),
                now,
                kept.author(),
                kept.supersedes(),
                HexFormat.of().formatHex(hash));
        events.publishEvent(new EntryWritten(entered));
        return entered;
    }

    /**
     * Makes everybody else who writes to the case wait until the caller's transaction has ended: for areas that must
     * look and then write without anything coming between. With it the turns at those cases are taken that {@link TurnsTogether} names.
     *
     * @return when the transaction's turn began: what others wrote is from before, what it writes itself from then or later
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant takeTurn(String reference) {
        if (!TurnBegan.has(reference)) {
            Stream.concat(Stream.of(reference), together.with(reference).stream())
                    .sorted()
                    .forEach(repository::waitForTurn);
        }
        return TurnBegan.at(reference, clock);
    }

    /** How many entries a case has. */
    @Transactional(readOnly = true)
    public int length(String reference) {
        return repository.head(reference).map(Head::number).orElse(0);
    }

    /** The entries of a case by number, for the product's own use: shown to nobody, so not logged. */
    @Transactional(readOnly = true)
    public List<Entry> entries(String reference) {
        return repository.entries(reference);
    }

    /**
     * The entries of a case by number, to be shown to a person; that this person read them is kept for good.
     *
     * @param reader who reads, in which role; whether they may is the caller's to check
     */
    @Transactional
    public List<Entry> read(String reference, Author reader) {
        List<Entry> entries = repository.entries(reference);
        repository.addReading(reference, entries.size(), reader, Chain.kept(clock.instant()));
        return entries;
    }

    /** Logged as any reading; of what this person knows of the case it says nothing, because only a part of it is shown. */
    @Transactional
    public List<Entry> readPart(String reference, Author reader) {
        repository.addReading(reference, RecordRepository.A_PART, reader, Chain.kept(clock.instant()));
        return repository.entries(reference);
    }

    /** Up to which number a person has read the entries of a case; empty when they never did. */
    @Transactional(readOnly = true)
    public OptionalInt readUpTo(String reference, String personId) {
        return repository.readUpTo(reference, personId);
    }

    /**
     * What a person wrote in a case within the last {@link #LATELY}, by number: for areas that look whether something is sent twice, or too
     * often. Nobody else writes to the case until the caller's transaction has ended.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entry> lately(String reference, String personId) {
        takeTurn(reference);
        return repository.writtenAfter(reference, personId, clock.instant().minus(LATELY));
    }

    /** Everything that a person wrote, over all cases, oldest first: whoever wrote something can always read it. */
    @Transactional(readOnly = true)
    public List<Entry> writtenBy(String personId) {
        return repository.writtenBy(personId);
    }

    private byte[] salt() {
        byte[] salt = new byte[Chain.SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
