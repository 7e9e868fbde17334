package org.safecontact.handle;

/**
 * An account, a number or a gamer tag as it is compared. It is text and never a link.
 *
 * @param name as compared: small letters without spaces, a telephone number as it is dialled from abroad
 * @param app in which app, as compared; empty where nobody said, and for what is the same in all: a telephone number, an e-mail address
 */
record Handle(String name, String app) {

    /** Whether it may be the same account: the same name in the same app, or in one that nobody said. */
    boolean same(Handle other) {
        return name.equals(other.name) && (app.equals(other.app) || app.isEmpty() || other.app.isEmpty());
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "Handle";
    }
}
