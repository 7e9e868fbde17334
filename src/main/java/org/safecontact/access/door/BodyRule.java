package org.safecontact.access.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request's body may be. Each gives back what goes on to the engine, which may be less than what came. */
enum BodyRule {
    /** Absent, empty or {@code {}}. */
    NOTHING(200) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            return only(body, Set.of()) ? Optional.of(body) : Optional.empty();
        }
    },
    /** Login and password as a web form. */
    LOGIN(2_000) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            return Optional.empty();
        }
    },
    /** The own login and nothing else: nobody takes a to-do in somebody else's name. */
    SELF(500) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            return only(body, Set.of("userId")) && body.path("userId").asText().equals(self)
                    ? Optional.of(body)
                    : Optional.empty();
        }
    },
    /**
     * A page of a prepared list, with a sort order if one was chosen; a search by name or reference. Tasklist sends
     * its own default order with every page: that one is taken out, so that the list's own holds (by due date).
     */
    PAGE(4_000) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            if (!only(body, PAGE_FIELDS) || !searchedForNothing(body) || !sorted(body.path("sorting"))) {
                return Optional.empty();
            }
            ObjectNode kept = ((ObjectNode) body).deepCopy();
            JsonNode first = body.path("sorting").path(0);
            if (first.path("sortBy").asText().equals("created")
                    && first.path("sortOrder").asText().equals("desc")) {
                kept.remove("sorting");
            }
            return Optional.of(kept);
        }
    },
    /** Answers to a form, none of them a file or an object of Java: no wish to get variables back. 200 KB, well above any form. House default. */
    ANSWERS(200_000) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            return only(body, Set.of("variables"))
                            && body.path("variables").isObject()
                            && body.path("variables").properties().stream().allMatch(each -> answer(each.getValue()))
                    ? Optional.of(body)
                    : Optional.empty();
        }
    },
    /** No key, no variables: a report gets its reference from the server and its answers from the form. */
    EMPTY_START(500) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            return only(body, Set.of("variables")) && body.path("variables").isEmpty()
                    ? Optional.of(body)
                    : Optional.empty();
        }
    },
    /** One more try of a failed job, no more at once. */
    ONE_MORE_TRY(500) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            JsonNode retries = body.path("retries");
            return only(body, Set.of("retries")) && retries.isInt() && retries.intValue() == 1
                    ? Optional.of(body)
                    : Optional.empty();
        }
    },
    /**
     * Instances as Cockpit asks for them: by where they stand and what they belong to, never by what they carry.
     * Whoever may ask for a variable's value by guessing has read it.
     */
    INSTANCE_PAGE(20_000) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            return only(body, INSTANCE_FIELDS) && body.properties().stream().allMatch(field -> plain(field.getValue()))
                    ? Optional.of(body)
                    : Optional.empty();
        }
    },
    /** Any JSON, for the administrator's pages. */
    JSON(100_000) {
        @Override
        Optional<JsonNode> accept(JsonNode body, String self) {
            return Optional.of(body);
        }
    };

    private static final Set<String> ANSWER_TYPES =
            Set.of("string", "json", "boolean", "short", "integer", "long", "double", "null");

    private static final Set<String> PAGE_FIELDS = Set.of(
            "processVariables",
            "taskVariables",
            "caseInstanceVariables",
            "firstResult",
            "maxResults",
            "sorting",
            "active",
            "nameLike",
            "processInstanceBusinessKey",
            "processInstanceBusinessKeyLike");
    private static final Set<String> INSTANCE_FIELDS = Set.of(
            "processDefinitionId",
            "parentProcessDefinitionId",
            "superProcessDefinitionId",
            "parentProcessInstanceId",
            "superProcessInstance",
            "subProcessInstance",
            "activityIdIn",
            "activityInstanceIdIn",
            "businessKey",
            "startedAfter",
            "startedBefore",
            "firstResult",
            "maxResults",
            "sortBy",
            "sortOrder");
    private static final Set<String> ORDERS =
            Set.of("created", "dueDate", "priority", "name", "nameCaseInsensitive", "assignee", "followUpDate");
    private static final Pattern SEARCHED = Pattern.compile("[^\\p{Cntrl}$#{}]{0,100}");

    private final int mostBytes;

    BodyRule(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    int mostBytes() {
        return mostBytes;
    }

    /** What may go on; empty when this body may not. */
    abstract Optional<JsonNode> accept(JsonNode body, String self);

    private static boolean only(JsonNode body, Set<String> fields) {
        if (!body.isObject()) {
            return false;
        }
        Iterator<String> names = body.fieldNames();
        while (names.hasNext()) {
            if (!fields.contains(names.next())) {
                return false;
            }
        }
        return true;
    }

    /** A value, and of what type it is where that is said at all, as Camunda writes it: with a large or a small letter. */
    private static boolean answer(JsonNode sent) {
        JsonNode type = sent.path("type");
        return sent.isObject()
                && (type.isMissingNode()
                        || type.isNull()
                        || ANSWER_TYPES.contains(type.asText().toLowerCase(Locale.ROOT)));
    }

    /** A value or a list of values, none of which the engine could work out as an expression. */
    private static boolean plain(JsonNode value) {
        if (value.isArray()) {
            for (JsonNode one : value) {
                if (!one.isTextual() || !plain(one)) {
                    return false;
                }
            }
            return true;
        }
        return value.isNull()
                || value.isInt()
                || value.isTextual() && SEARCHED.matcher(value.asText()).matches();
    }

    private static boolean searchedForNothing(JsonNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            JsonNode value = field.getValue();
            boolean fine = switch (field.getKey()) {
                case "processVariables", "taskVariables", "caseInstanceVariables" -> value.isArray() && value.isEmpty();
                case "firstResult", "maxResults" -> value.isInt();
                case "active" -> value.isBoolean();
                case "sorting" -> value.isArray();
                default -> value.isTextual() && SEARCHED.matcher(value.asText()).matches();
            };
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static boolean sorted(JsonNode sorting) {
        for (JsonNode one : sorting) {
            if (!only(one, Set.of("sortBy", "sortOrder"))
                    || !ORDERS.contains(one.path("sortBy").asText())
                    || !Set.of("asc", "desc").contains(one.path("sortOrder").asText())) {
                return false;
            }
        }
        return sorting.size() <= 3;
    }
}
