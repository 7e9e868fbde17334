package org.safecontact.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what somebody has typed and not sent, so that another tab, a lost network, a lost session or a dead node takes nothing away:
 * sealed, for its writer only, a day long (house default). Whoever asks has asked who may see the to-do.
 */
public interface Drafts {

    /**
     * Keeps this in the place of what was kept before.
     *
     * @param answers by the keys of the form's questions; anything but strings, numbers, truths and lists of strings is left out
     * @return when it was kept
     */
    Instant keep(String taskId, String personId, Map<String, Object> answers);

    /** What this person typed for that to-do in the last 24 hours; nobody else's ever. */
    Optional<Draft> of(String taskId, String personId);

    /** Takes what this person typed for a to-do that is gone to the one in which the same is asked anew; for how long it is kept stays as it is. */
    void move(String goneTaskId, String taskId, String personId);

    /** It was sent: nothing of it is kept any more. */
    void sent(String taskId, String personId);
}
