package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.record.TypedText;
import org.springframework.util.MultiValueMap;

/** What somebody typed in a form, as the file of the agency's folder would have it; what is wrong in it is said by who reads the folder. */
final class Typed {

    private final MultiValueMap<String, String> answers;

    Typed(MultiValueMap<String, String> answers) {
        this.answers = answers;
    }

    /**
     * @param present what stands there now; empty where it is new
     * @param newAdult how ids of adults begin who were not there before
     */
    ObjectNode fields(List<KeptField> fields, Optional<ObjectNode> present, String newAdult) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        for (KeptField field : fields) {
            switch (field.type()) {
                case MANY, ROLES -> {
                    ArrayNode chosen = entry.putArray(field.name());
                    all(field.name()).stream().filter(value -> !value.isEmpty()).forEach(chosen::add);
                }
                case FROM, UNTIL -> put(entry, field.name(), moment(field.name(), 0));
                case ABSENCES -> absences(entry.putArray(field.name()));
                case ADULTS -> adults(entry.putArray(field.name()), present, newAdult);
                default -> put(entry, field.name(), at(field.name(), 0));
            }
        }
        return entry;
    }

    private void absences(ArrayNode absences) {
        for (int row = 0; row < all("fromDate").size(); row++) {
            String from = moment("from", row);
            String until = moment("until", row);
            if (!from.isEmpty() || !until.isEmpty()) {
                ObjectNode absence = absences.addObject();
                put(absence, "from", from);
                put(absence, "until", until);
            }
        }
    }

    /** Only somebody who lived there keeps an id; nobody gets that of another. */
    private void adults(ArrayNode adults, Optional<ObjectNode> present, String newId) {
        Set<String> known = present.stream()
                .flatMap(home -> home.path("otherAdults").findValuesAsText("id").stream())
                .collect(Collectors.toSet());
        for (int row = 0; row < all("adultName").size(); row++) {
            String name = at("adultName", row);
            String id = at("adultId", row);
            if (!name.isEmpty()) {
                adults.addObject()
                        .put("id", known.contains(id) ? id : newId + "r" + row)
                        .put("name", name);
            }
        }
    }

    /** A date, or a date and a time, as the folder has them. */
    private String moment(String name, int row) {
        String date = at(name + "Date", row);
        String time = at(name + "Time", row);
        return time.isEmpty() ? date : date + "T" + time;
    }

    private static void put(ObjectNode entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.put(name, value);
        }
    }

    String at(String name, int row) {
        List<String> all = all(name);
        return row < all.size() ? all.get(row) : "";
    }

    private List<String> all(String name) {
        return answers.getOrDefault(name, List.of()).stream()
                .map(TypedText::clean)
                .toList();
    }
}
