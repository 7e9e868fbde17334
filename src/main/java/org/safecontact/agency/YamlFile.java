package org.safecontact.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One YAML file with its line numbers. Everything is text, except yes/no ({@code true}, {@code false}) and nothing:
 * a telephone number must not lose its leading zero.
 */
final class YamlFile {

    /** One entry of the file's list: its fields and the lines where they stand. */
    record Entry(int line, ObjectNode fields, Map<String, Integer> lines) {

        /** One that stands in no file. */
        static Entry nowhere() {
            return of(JsonNodeFactory.instance.objectNode());
        }

        /** The same with these fields. */
        static Entry of(ObjectNode fields) {
            return new Entry(0, fields, Map.of());
        }

        int lineOf(String field) {
            return lines.getOrDefault(field, line);
        }
    }

    private final String file;
    private final List<Problem> problems;

    private YamlFile(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * @param single whether the file describes one thing instead of a list
     * @param problems gets whatever is wrong with the file
     */
    static List<Entry> read(String file, String text, boolean single, List<Problem> problems) {
        return new YamlFile(file, problems).entries(text, single);
    }

    private List<Entry> entries(String text, boolean single) {
        Optional<Node> root;
        try {
            root = Optional.ofNullable(
                    new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            problems.add(new Problem(file, line, "cannot be read as YAML: " + broken.getProblem()));
            return List.of();
        } catch (YAMLException broken) {
            problems.add(new Problem(file, 0, "cannot be read as YAML"));
            return List.of();
        }
        if (root.isEmpty()) {
            return List.of();
        }
        if (single) {
            return entry(root.get()).map(List::of).orElse(List.of());
        }
        if (!(root.get() instanceof SequenceNode list)) {
            problems.add(new Problem(file, line(root.get()), "must be a list: begin each entry with a dash"));
            return List.of();
        }
        return list.getValue().stream().flatMap(node -> entry(node).stream()).toList();
    }

    private Optional<Entry> entry(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(new Problem(file, line(node), "must have fields, such as id and name"));
            return Optional.empty();
        }
        Map<String, Integer> lines = new HashMap<>();
        mapping.getValue().forEach(tuple -> lines.put(key(tuple), line(tuple.getKeyNode())));
        return Optional.of(new Entry(line(node), object(mapping), lines));
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (object.has(key(tuple))) {
                problems.add(new Problem(file, line(tuple.getKeyNode()), key(tuple) + " stands here twice"));
            }
            object.set(key(tuple), value(tuple.getValueNode()));
        }
        return object;
    }

    private JsonNode value(Node node) {
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        if (node instanceof SequenceNode list) {
            List<JsonNode> values = new ArrayList<>();
            list.getValue().forEach(each -> values.add(value(each)));
            return new ArrayNode(JsonNodeFactory.instance, values);
        }
        ScalarNode scalar = (ScalarNode) node;
        if (Tag.NULL.equals(scalar.getTag())) {
            return JsonNodeFactory.instance.nullNode();
        }
        return Tag.BOOL.equals(scalar.getTag())
                ? JsonNodeFactory.instance.booleanNode(scalar.getValue().matches("(?i)true|yes|on"))
                : JsonNodeFactory.instance.textNode(scalar.getValue());
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
