package org.safecontact.access.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;

/** Reads {@code access/door.yaml}; the start is refused when a line cannot be understood. */
@Component
class DoorTable {

    private static final String FILE = "access/door.yaml";
    private static final Set<String> WORDS = Set.of("at", "for", "query", "atMost", "body", "asks", "answer", "why");

    private final List<DoorLine> lines;

    DoorTable() {
        try (InputStream yaml = new ClassPathResource(FILE).getInputStream()) {
            this.lines = read(new YAMLMapper().readTree(yaml));
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " cannot be read", broken);
        }
    }

    List<DoorLine> lines() {
        return lines;
    }

    private static List<DoorLine> read(JsonNode table) {
        Map<String, Set<Role>> who = new HashMap<>();
        table.path("who").properties().forEach(entry -> who.put(entry.getKey(), roles(entry.getValue())));
        List<DoorLine> lines = new ArrayList<>();
        table.path("lines").forEach(line -> lines.add(line(line, who)));
        return List.copyOf(lines);
    }

    private static DoorLine line(JsonNode line, Map<String, Set<Role>> who) {
        line.fieldNames().forEachRemaining(word -> require(WORDS.contains(word), line));
        String[] at = line.path("at").asText().split(" ");
        require(at.length == 2 && !line.path("why").asText().isBlank(), line);
        return new DoorLine(
                at[0],
                PathPatternParser.defaultInstance.parse(at[1]),
                audience(line, who),
                query(line),
                line.has("atMost") ? Optional.of(line.get("atMost").asInt()) : Optional.empty(),
                line.has("body") ? BodyRule.valueOf(constant(line.get("body").asText())) : BodyRule.NOTHING,
                line.has("asks")
                        ? Optional.of(DoorLine.Question.valueOf(
                                constant(line.get("asks").asText())))
                        : Optional.empty(),
                line.has("answer") ? Optional.of(line.get("answer").asText()) : Optional.empty(),
                line.get("why").asText());
    }

    private static Optional<Set<Role>> audience(JsonNode line, Map<String, Set<Role>> who) {
        JsonNode audience = line.path("for");
        if (audience.isTextual()) {
            require(Set.of("anybody", "everybody").contains(audience.asText()), line);
            return audience.asText().equals("anybody") ? Optional.empty() : Optional.of(Set.of());
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        audience.forEach(name -> {
            require(who.containsKey(name.asText()), line);
            roles.addAll(who.get(name.asText()));
        });
        require(!roles.isEmpty(), line);
        return Optional.of(roles);
    }

    private static Optional<Map<String, QueryRule>> query(JsonNode line) {
        JsonNode query = line.path("query");
        if (query.asText().equals("any")) {
            return Optional.empty();
        }
        Map<String, QueryRule> rules = new HashMap<>();
        query.properties()
                .forEach(entry -> rules.put(
                        entry.getKey(),
                        QueryRule.valueOf(entry.getValue().asText().toUpperCase(Locale.ROOT))));
        return Optional.of(rules);
    }

    private static Set<Role> roles(JsonNode groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.forEach(group -> roles.add(Role.ofGroup(group.asText()).orElseThrow()));
        return roles;
    }

    /** {@code readTask} is {@code READ_TASK}. */
    private static String constant(String word) {
        return word.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private static void require(boolean fine, JsonNode line) {
        if (!fine) {
            throw new IllegalStateException(FILE + " has a line that cannot be understood: " + line);
        }
    }
}
