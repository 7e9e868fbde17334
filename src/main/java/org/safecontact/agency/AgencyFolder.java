package org.safecontact.agency;

import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the agency's folder as a whole, or says everything that is wrong with it at once. */
final class AgencyFolder {

    /** Where an item stands: for problems that only show when all files are looked at together. */
    record Place(String file, YamlFile.Entry entry) {

        Problem problem(String field, String sentence) {
            return new Problem(file, entry.lineOf(field), sentence);
        }
    }

    private final ItemReader reader;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ItemKind, Map<String, Place>> places = new EnumMap<>(ItemKind.class);

    private AgencyFolder(Validator validator) {
        this.reader = new ItemReader(validator, problems);
    }

    /**
     * @param folder a Spring resource location; without a scheme a path on this machine
     * @throws AgencyFolderRefused with every problem there is
     */
    static AgencyState read(String folder, Validator validator) {
        return new AgencyFolder(validator).readAll(folder);
    }

    private AgencyState readAll(String folder) {
        Map<ItemKind, Collection<Item>> items = new EnumMap<>(ItemKind.class);
        try {
            Map<String, String> texts = texts(folder);
            texts.keySet().stream()
                    .filter(file -> ItemKind.ofFile(file).isEmpty())
                    .forEach(file -> problems.add(new Problem(file, 0, "is none of the files that we know")));
            for (ItemKind kind : ItemKind.values()) {
                if (texts.containsKey(kind.file())) {
                    items.put(kind, items(kind, texts.get(kind.file())));
                } else if (!kind.mayBeMissing()) {
                    problems.add(new Problem(kind.file(), 0, "is missing"));
                }
            }
        } catch (IOException unreadable) {
            problems.add(new Problem(folder, 0, "cannot be read: " + unreadable.getMessage()));
        }
        AgencyState state = AgencyState.of(items);
        if (!items.isEmpty()) {
            new AgencyCheck(state, places, problems).check();
        }
        if (!problems.isEmpty()) {
            throw new AgencyFolderRefused(
                    folder, problems.stream().map(Problem::words).distinct().toList());
        }
        return state;
    }

    private List<Item> items(ItemKind kind, String text) {
        List<Item> items = new ArrayList<>();
        boolean single = kind == ItemKind.AGENCY;
        for (YamlFile.Entry entry : YamlFile.read(kind.file(), text, single, problems)) {
            if (single) {
                entry.fields().put("id", "agency");
            }
            String id = entry.fields().path("id").asText("");
            Place earlier = places.computeIfAbsent(kind, none -> new LinkedHashMap<>())
                    .putIfAbsent(id, new Place(kind.file(), entry));
            if (earlier != null && !id.isEmpty()) {
                problems.add(new Problem(
                        kind.file(),
                        entry.lineOf("id"),
                        id + " stands in line " + earlier.entry().line() + " already"));
            }
            reader.read(kind, entry).ifPresent(items::add);
        }
        return items;
    }

    private static Map<String, String> texts(String folder) throws IOException {
        String base = folder.contains(":") ? folder : "file:" + folder;
        base = base.endsWith("/") ? base : base + "/";
        Map<String, String> texts = new LinkedHashMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(base + "*.yaml")) {
            texts.put(resource.getFilename(), resource.getContentAsString(StandardCharsets.UTF_8));
        }
        return texts;
    }
}
