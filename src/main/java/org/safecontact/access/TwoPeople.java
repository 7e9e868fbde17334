package org.safecontact.access;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows of every to-do whether two people decide it, and then who was the first. */
@Component
public class TwoPeople {

    /** Type of the link between a to-do by which a second person agrees and whoever decided first. */
    public static final String DECIDED_FIRST = "decidedFirst";

    private final ObjectProvider<SecondPerson> second;

    TwoPeople(ObjectProvider<SecondPerson> second) {
        this.second = second;
    }

    /**
     * Who decided first; empty when nobody did or one person is enough.
     *
     * @param variables of the to-do's process, asked only when two people decide
     */
    public Optional<String> first(String taskKey, String reference, Supplier<Map<String, Object>> variables) {
        return second.stream()
                .filter(one -> one.taskKey().equals(taskKey))
                .findFirst()
                .flatMap(one -> one.first(reference, variables.get()));
    }
}
