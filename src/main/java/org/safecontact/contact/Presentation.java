package org.safecontact.contact;

import org.safecontact.plan.Choice;

/** How the child was, compared with how it usually is (practice, section 5). */
public enum Presentation implements Choice {
    SETTLED("settled", "their usual self"),
    UNSETTLED("unsettled", "a bit unsettled"),
    MARKED("marked", "very upset");

    private final String id;
    private final String words;

    Presentation(String id, String words) {
        this.id = id;
        this.words = words;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String words() {
        return words;
    }
}
