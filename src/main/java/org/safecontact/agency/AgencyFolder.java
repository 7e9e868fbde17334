package org.safecontact.agency;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the agency's folder as a whole, or says everything that is wrong with it at once. */
final class AgencyFolder {

    /** Where an item stands: for problems that only show when all files are looked at together. */
    record Place(String file, YamlFile.Entry entry) {

        Problem problem(String item, String field, String sentence) {
            return new Problem(file, entry.lineOf(field), item, field, sentence);
        }
    }

    /**
     * The folder as it was found.
     *
     * @param documents what stands in the documents of its policies, by the policy's id
     */
    record Found(AgencyState state, Map<String, byte[]> documents) {}

    private final String folder;
    private final ItemReader reader;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ItemKind, Map<String, Place>> places = new EnumMap<>(ItemKind.class);
    private final Map<String, byte[]> documents = new HashMap<>();

    private AgencyFolder(String folder, Validator validator) {
        this.folder = folder;
        this.reader = new ItemReader(validator, problems);
    }

    /**
     * @param folder a Spring resource location; without a scheme a path on this machine
     * @throws AgencyFolderRefused with every problem there is
     */
    static Found find(String folder, Validator validator) {
        AgencyFolder reading = new AgencyFolder(folder, validator);
        AgencyState state = reading.readAll();
        return new Found(state, reading.documents);
    }

    /** The same without the documents. */
    static AgencyState read(String folder, Validator validator) {
        return find(folder, validator).state();
    }

    private AgencyState readAll() {
        Map<ItemKind, Collection<Item>> items = new EnumMap<>(ItemKind.class);
        try {
            Map<String, String> texts = texts();
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

    private List<Item> items(ItemKind kind, String text) throws IOException {
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
            if (kind == ItemKind.POLICIES && !document(id, entry)) {
                continue;
            }
            reader.read(kind, entry).ifPresent(items::add);
        }
        return items;
    }

    /** Puts the seal of a policy's document beside its name, so that another document is a change like any other. */
    private boolean document(String policyId, YamlFile.Entry entry) throws IOException {
        JsonNode named = entry.fields().path("document");
        if (named.isMissingNode() || named.isNull()) {
            return true;
        }
        String file = named.asText("");
        if (!PolicyDocument.isFileName(file)) {
            problems.add(problem(policyId, entry, "names no document (write contact.md or contact.pdf)"));
            return false;
        }
        Resource resource = new PathMatchingResourcePatternResolver().getResource(base() + "policies/" + file);
        if (!resource.isReadable()) {
            problems.add(problem(policyId, entry, "names policies/" + file + ", which is not there"));
            return false;
        }
        byte[] content = resource.getContentAsByteArray();
        Optional<String> wrong = PolicyDocument.problem(file, content);
        if (wrong.isPresent()) {
            problems.add(problem(policyId, entry, "names policies/" + file + ", " + wrong.get()));
            return false;
        }
        documents.put(policyId, content);
        entry.fields().putObject("document").put("file", file).put("sha256", PolicyDocument.sha256(content));
        return true;
    }

    private static Problem problem(String policyId, YamlFile.Entry entry, String sentence) {
        return new Problem(ItemKind.POLICIES.file(), entry.lineOf("document"), policyId + ": document " + sentence);
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(base() + "*.yaml")) {
            texts.put(resource.getFilename(), resource.getContentAsString(StandardCharsets.UTF_8));
        }
        return texts;
    }

    private String base() {
        String base = folder.contains(":") ? folder : "file:" + folder;
        return base.endsWith("/") ? base : base + "/";
    }
}
