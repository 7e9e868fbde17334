package org.safecontact.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.record.Statement;

/**
 * What one user task needs beyond its form: what the form has to show, and what happens with the answers.
 * One Spring bean per user task, in the {@code process} package of its area.
 */
public interface UserTaskWork {

    /** The user task's id in the diagram, for example {@code reviewContact}. */
    String taskKey();

    /** Heading of the entries that a submission leaves in the case record, in plain words. */
    String recordedAs();

    /**
     * Data that the form shows: options, texts, the present state. Never stored as variables.
     *
     * @return values by the key that the form uses; lists of options as maps with {@code label} and {@code value}
     */
    default Map<String, Object> show(OpenTask task) {
        return Map.of();
    }

    /** What this person answered to the same form before, out of the record: it stands in the form again, to be changed. */
    default List<Statement> answeredBefore(OpenTask task) {
        return List.of();
    }

    /**
     * Has the last word on what stands in the form, where that depends on what the person finds in its questions.
     *
     * @param shown all that the form gets, what they typed before and did not send too; to be changed
     * @param typedBefore whether there is such a draft
     */
    default void asOpened(OpenTask task, Map<String, Object> shown, boolean typedBefore) {}

    /** The options of it that are still known when the to-do is gone: with them, what was sent to it too late can be read. */
    default Map<String, Object> offersTo(ClosedTask task) {
        return Map.of();
    }

    /**
     * Acts on answers that were already checked against the form. Runs in the transaction that completes the task;
     * the record entries are written in the same transaction.
     *
     * @return ids and enumerations that the process needs as variables; never anything that a person typed
     * @throws FormRefused when the answers cannot be taken as they stand; nothing is stored then
     */
    default Map<String, Object> done(OpenTask task, Answers answers) {
        return Map.of();
    }

    /**
     * Says what becomes of answers that came a moment too late. They are written into the record like those of {@link #done}, once
     * however often they are sent, and {@link #saidToo} acts on them. Runs in a transaction of its own, and only for somebody who may
     * read the case.
     *
     * @param answers what could be read of them: fixed options and texts within their lengths
     * @return what to tell the person after who was faster; empty where they find what they typed in the to-do that asks it anew
     */
    default Optional<String> tooLate(ClosedTask task, Answers answers) {
        return askedAnew() == AskedAnew.NOWHERE ? Optional.of(SomebodyWasFaster.KEPT_TO_READ) : Optional.empty();
    }

    /**
     * Acts on answers beside those that were taken: whoever did it sends it once more with other ones, from another window, say, or somebody
     * came too late. They are on record; what they change is decided here.
     *
     * @param answers what could be read of them: fixed options and texts within their lengths
     */
    default void saidToo(ClosedTask task, Answers answers) {}

    /** Whether what it belongs to goes on though its case is closed: what comes too late for it then still counts. */
    default boolean goesOn(ClosedTask task) {
        return false;
    }

    /** Where the same is asked anew in another to-do of this key: what they typed then stands in that one, sent too late or not sent at all. */
    default AskedAnew askedAnew() {
        return AskedAnew.NOWHERE;
    }
}
