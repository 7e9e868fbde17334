package org.safecontact.record;

import java.util.ArrayList;
import java.util.List;

/** What a verification found broken so far; names the first hundred. */
final class Findings {

    private static final int MOST = 100;

    private final List<String> broken = new ArrayList<>();

    void add(String sentence) {
        if (broken.size() < MOST) {
            broken.add(sentence);
        }
    }

    List<String> broken() {
        return List.copyOf(broken);
    }
}
