package org.safecontact.access.door;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The query of a request, checked against a line and written anew. */
final class Query {

    /** What scripts add so that a browser does not take an old copy. */
    private static final Set<String> CACHE_BUSTERS = Set.of("_", "bust", "noCache");

    private static final Pattern CACHE_BUSTER = Pattern.compile("[A-Za-z0-9.-]{1,30}");
    private static final String PAGE_SIZE = "maxResults";
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,6}");

    private Query() {}

    /** The query that goes on; empty when one parameter is not allowed, or twice there, or nobody asks for the own. */
    static Optional<String> checked(String raw, DoorLine line, String self) {
        StringJoiner kept = new StringJoiner("&");
        Set<String> seen = new HashSet<>();
        for (String part : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            String value = decode(equals < 0 ? "" : part.substring(equals + 1));
            if (name == null || value == null || !seen.add(name) || !allowed(name, value, line, self)) {
                return Optional.empty();
            }
            if (!CACHE_BUSTERS.contains(name)) {
                kept.add(encode(name) + "=" + encode(atMost(name, value, line)));
            }
        }
        if (!namesWhoAsks(line, seen)) {
            return Optional.empty();
        }
        if (line.atMost().isPresent() && !seen.contains(PAGE_SIZE)) {
            kept.add(PAGE_SIZE + "=" + line.atMost().get());
        }
        return Optional.of(kept.toString());
    }

    /** A list of the own is asked for by name: without the name it would be everybody's. */
    private static boolean namesWhoAsks(DoorLine line, Set<String> seen) {
        return line.query().orElse(Map.of()).entrySet().stream()
                .allMatch(rule -> rule.getValue() != QueryRule.SELF || seen.contains(rule.getKey()));
    }

    private static boolean allowed(String name, String value, DoorLine line, String self) {
        if (CACHE_BUSTERS.contains(name)) {
            return CACHE_BUSTER.matcher(value).matches();
        }
        Map<String, QueryRule> rules = line.query().orElse(null);
        return rules == null || rules.containsKey(name) && rules.get(name).allows(value, self);
    }

    /** A page larger than the line allows is made as large as it may be: Tasklist asks for 2,000 lists at once. */
    private static String atMost(String name, String value, DoorLine line) {
        boolean tooLarge = name.equals(PAGE_SIZE)
                && line.atMost().isPresent()
                && (!SIZE.matcher(value).matches()
                        || Integer.parseInt(value) > line.atMost().get());
        return tooLarge ? line.atMost().get().toString() : value;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
