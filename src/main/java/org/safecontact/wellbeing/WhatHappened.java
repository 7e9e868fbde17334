package org.safecontact.wellbeing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What children are followed after, whichever room keeps it. */
@Component
public class WhatHappened {

    private final List<Occasions> kept;

    WhatHappened(List<Occasions> kept) {
        this.kept = kept;
    }

    public Occasion get(String reference) {
        return kept.stream()
                .flatMap(room -> room.find(reference).stream())
                .findFirst()
                .orElseThrow();
    }

    void takeTurn(String reference) {
        keeper(reference).takeTurn(reference);
    }

    String decideAgain(String reference, String by, Map<String, Object> worse, String howTheChildIs) {
        return keeper(reference).decideAgain(reference, by, worse, howTheChildIs);
    }

    private Occasions keeper(String reference) {
        return kept.stream()
                .filter(room -> room.find(reference).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
