package org.safecontact.plan;

import java.util.Arrays;
import java.util.Optional;

/** One of the fixed answers of a form. */
public interface Choice {

    /** The name that forms use. */
    String id();

    /** How it reads in a sentence. */
    String words();

    /** The choice of that name; empty when there is none. */
    static <C extends Enum<C> & Choice> Optional<C> of(Class<C> type, String id) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.id().equals(id))
                .findFirst();
    }
}
