package org.safecontact.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what somebody has typed and not sent, so that another tab, a lost network, a lost session or a dead node takes nothing away:
 * sealed, for its writer only, a day long (house default). Whoever asks has asked who may see the to-do. A form is named by the id of its
 * to-do, or by the address that it is sent to when it is none.
 */
public interface Drafts {

    /**
     * Keeps what changed beside what was kept before: two windows of the same person add up.
     *
     * @param answers by the keys of the form's questions, null where there is none any more; anything but strings, numbers, truths and lists of
     *     strings is left out
     * @return when it was kept
     * @throws FormRefused when it is longer than any form takes, or too many forms are begun already; what was kept before stays
     */
    Instant keep(String form, String personId, Map<String, Object> answers);

    /** What this person typed into that form in the last 24 hours; nobody else's ever. */
    Optional<Draft> of(String form, String personId);

    /** Takes what this person typed for a to-do that is gone to the one in which the same is asked anew; for how long it is kept stays as it is. */
    void move(String goneTaskId, String taskId, String personId);

    /** It was sent: nothing of it is kept any more. */
    void forget(String form, String personId);

    /**
     * The same, and for a day it is known again.
     *
     * @param asSent the answers just as they came in
     */
    void sent(String form, String personId, Map<String, Object> asSent);

    /** Whether these answers are what this person sent last to that form in the last 24 hours. */
    boolean arrived(String form, String personId, Map<String, Object> asSent);

    /** Whether this person sent other answers than these to that form in the last 24 hours. */
    boolean differs(String form, String personId, Map<String, Object> asSent);
}
