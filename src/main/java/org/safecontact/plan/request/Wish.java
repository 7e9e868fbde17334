package org.safecontact.plan.request;

import com.fasterxml.jackson.annotation.JsonValue;
import org.safecontact.plan.Choice;

/** Whose wish a contact is, whoever writes it down. */
public enum Wish implements Choice {
    CHILD("child", "the child"),
    CARER("carer", "the carers"),
    FAMILY("family", "somebody of the child's family or a friend"),
    WORKER("worker", "a social worker");

    private final String id;
    private final String words;

    Wish(String id, String words) {
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
