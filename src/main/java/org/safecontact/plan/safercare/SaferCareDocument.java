package org.safecontact.plan.safercare;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.safecontact.engine.FormRefused;
import org.safecontact.plan.SaferCarePlanSigned;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each child's Safer Care Plan, version after version (docs/adr/0087-safer-care-plan.md). Who may read it, {@link SaferCareReading} says. */
@Service
@Transactional
@NamedInterface("saferCare")
public class SaferCareDocument {

    private final SaferCareRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SaferCareDocument(SaferCareRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /** All versions, the newest first; none where nothing was ever signed. */
    @Transactional(readOnly = true)
    public List<SaferCareVersion> versions(String childId) {
        return repository.versions(childId);
    }

    /** The version that holds. */
    @Transactional(readOnly = true)
    public Optional<SaferCareVersion> present(String childId) {
        return versions(childId).stream().findFirst();
    }

    /**
     * Keeps what somebody wrote, for whoever signs it.
     *
     * @return id of the text: exactly this is shown to be signed, and signed
     */
    public long write(String childId, NewSaferCare words, String by) {
        return repository.add(childId, words, by, clock.instant());
    }

    /** What was written under that id. */
    @Transactional(readOnly = true)
    public SaferCareText text(long id) {
        return repository.text(id).orElseThrow();
    }

    /** Whether another version was signed since whoever wrote it began: nobody signs over words that the writer has not read. */
    @Transactional(readOnly = true)
    public boolean isOvertaken(long id) {
        SaferCareText text = text(id);
        return numberOfPresent(text.childId()) != text.words().begunFrom();
    }

    /**
     * Signs what was written under that id; one after the other for each child.
     *
     * @param childId whose plan it is to be
     * @param field of the form, where a refusal is said
     * @return the number of the version
     * @throws FormRefused where another version was signed meanwhile, or it was written about another child
     */
    public int sign(long id, String childId, String by, String field) {
        repository.waitForTurn(childId);
        if (!text(id).childId().equals(childId)) {
            throw new FormRefused(field, "This was written for another child. Please send it back.");
        }
        if (isOvertaken(id)) {
            throw new FormRefused(
                    field,
                    "Version " + numberOfPresent(childId) + " of this plan was signed since this one was begun."
                            + " Please send it back, so that nothing in it is lost.");
        }
        int version = numberOfPresent(childId) + 1;
        repository.sign(childId, version, id, by, clock.instant());
        events.publishEvent(new SaferCarePlanSigned(childId, version, by));
        return version;
    }

    private int numberOfPresent(String childId) {
        return present(childId).map(SaferCareVersion::number).orElse(0);
    }
}
