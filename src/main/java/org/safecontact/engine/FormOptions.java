package org.safecontact.engine;

import java.util.List;
import java.util.Map;

/** What a form gives to choose from. */
public final class FormOptions {

    private FormOptions() {}

    /**
     * @param valuesAndLabels in the order in which they stand
     * @return options as forms take them
     */
    public static List<Map<String, String>> of(Map<String, String> valuesAndLabels) {
        return valuesAndLabels.entrySet().stream()
                .map(option -> Map.of("value", option.getKey(), "label", option.getValue()))
                .toList();
    }
}
