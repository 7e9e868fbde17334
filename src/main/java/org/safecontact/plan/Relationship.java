package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody is to the child. */
public enum Relationship implements Choice {
    MOTHER("mother", "mother"),
    FATHER("father", "father"),
    GRANDPARENT("grandparent", "grandparent"),
    BROTHER_OR_SISTER("brotherOrSister", "brother or sister"),
    OTHER_FAMILY("otherFamily", "other family"),
    FORMER_CARER("formerCarer", "former carer"),
    FRIEND("friend", "friend"),
    OTHER("other", "somebody else");

    private final String id;
    private final String words;

    Relationship(String id, String words) {
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

    /** Whether this is a parent, whose contact under section 20 only a court can forbid (contract, section 4). */
    boolean isParent() {
        return this == MOTHER || this == FATHER;
    }
}
