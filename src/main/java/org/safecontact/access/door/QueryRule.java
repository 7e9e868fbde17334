package org.safecontact.access.door;

import java.util.regex.Pattern;

/** What one query parameter may be. */
enum QueryRule {
    /** The present person's own login. */
    SELF(""),
    ID("[A-Za-z0-9_:.-]{1,100}"),
    NUMBER("[0-9]{1,6}"),
    YESNO("true|false"),
    WORD("[A-Za-z]{1,40}"),
    TEXT("[^\\p{Cntrl}$#{}]{0,500}");

    private final Pattern shape;

    QueryRule(String shape) {
        this.shape = Pattern.compile(shape);
    }

    boolean allows(String value, String self) {
        return this == SELF ? value.equals(self) : shape.matcher(value).matches();
    }
}
