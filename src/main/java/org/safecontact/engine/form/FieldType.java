package org.safecontact.engine.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of form-js fields that take an answer and that the server can check. */
enum FieldType {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    DATETIME,
    CHECKBOX,
    CHECKLIST,
    TAGLIST,
    RADIO,
    SELECT;

    static Optional<FieldType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean isText() {
        return this == TEXTFIELD || this == TEXTAREA;
    }

    /** What form-js holds for a field that nobody touched; conditions see this value. */
    Object untouched() {
        return switch (this) {
            case TEXTFIELD, TEXTAREA -> "";
            case CHECKBOX -> false;
            case CHECKLIST, TAGLIST -> java.util.List.of();
            case NUMBER, DATETIME, RADIO, SELECT -> null;
        };
    }
}
