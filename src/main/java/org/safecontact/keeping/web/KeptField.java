package org.safecontact.keeping.web;

import org.safecontact.agency.ItemKind;
import org.safecontact.agency.Role;

/**
 * One field of a form on which something of the agency is kept.
 *
 * @param name as the file of the agency's folder calls it
 * @param of what is chosen among; null where it is typed, or chosen among roles or legal statuses
 * @param role of the people who are chosen among; null for all
 */
record KeptField(String name, String label, String hint, Type type, ItemKind of, Role role) {

    enum Type {
        TEXT,
        TELEPHONE,
        EMAIL,
        LONG_TEXT,
        DATE,
        /** The beginning and the end of a span; without a time of day the whole day. */
        FROM,
        UNTIL,
        ONE,
        MANY,
        ROLE,
        ROLES,
        STATUS,
        ABSENCES,
        ADULTS
    }

    static KeptField typed(String name, String label, Type type) {
        return new KeptField(name, label, "", type, null, null);
    }

    static KeptField one(String name, String label, ItemKind of, Role role) {
        return new KeptField(name, label, "", Type.ONE, of, role);
    }

    static KeptField many(String name, String label, Role role) {
        return new KeptField(name, label, "", Type.MANY, ItemKind.PEOPLE, role);
    }

    KeptField hint(String words) {
        return new KeptField(name, label, words, type, of, role);
    }
}
