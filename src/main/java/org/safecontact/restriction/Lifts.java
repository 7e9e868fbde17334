package org.safecontact.restriction;

import com.fasterxml.jackson.annotation.JsonValue;
import org.safecontact.plan.Choice;

/** Who can lift a limit before its end. */
public enum Lifts implements Choice {
    CARER("carer", "the carer"),
    SUPERVISING_SOCIAL_WORKER("supervisingSocialWorker", "the supervising social worker"),
    CHILDS_SOCIAL_WORKER("childsSocialWorker", "the child's social worker");

    private final String id;
    private final String words;

    Lifts(String id, String words) {
        this.id = id;
        this.words = words;
    }

    @JsonValue
    @Override
    public String id() {
        return id;
    }

    @Override
    public String words() {
        return words;
    }
}
