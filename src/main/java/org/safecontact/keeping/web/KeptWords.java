package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Change;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.LegalStatus;
import org.safecontact.agency.NotKept.Wrong;
import org.safecontact.agency.Role;

/** The agency's entries, what was changed of them and what is wrong with them, in words; as it stands in one request. */
final class KeptWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final Pattern NOBODY = Pattern.compile("nobody .*?is ([a-z' ]+) \\(\\w+\\).*");

    private final AgencyKeeping keeping;
    private final HumanTime human;
    private final Map<ItemKind, Map<String, Entry>> known = new EnumMap<>(ItemKind.class);

    KeptWords(AgencyKeeping keeping, HumanTime human) {
        this.keeping = keeping;
        this.human = human;
    }

    Map<String, Entry> all(ItemKind kind) {
        return known.computeIfAbsent(
                kind,
                none -> keeping.all(kind).stream()
                        .collect(Collectors.toMap(
                                Entry::id, Function.identity(), (one, other) -> one, LinkedHashMap::new)));
    }

    /** What people call it. */
    String title(KeptKind kind, String id, ObjectNode fields) {
        return switch (kind) {
            case DUTY -> text(field(kind, "role"), fields) + ": " + text(field(kind, "people"), fields);
            case CHILDREN -> fields.path("label").asText(id);
            case OWN_DAYS ->
                text(field(kind, "date"), fields) + ", " + fields.path("name").asText();
            default -> fields.path("name").asText(id);
        };
    }

    /** The name behind an id, of whatever kind; the id where nothing has it any more. */
    String name(ItemKind kind, String id) {
        return KeptKind.of(kind)
                .flatMap(kept -> Optional.ofNullable(all(kind).get(id)).map(entry -> title(kept, id, entry.fields())))
                .orElse(id);
    }

    String when(Instant moment) {
        return human.full(moment);
    }

    String by(Change change) {
        return change.by().map(who -> name(ItemKind.PEOPLE, who)).orElse("the agency's folder");
    }

    /** One field in words; empty where it says nothing. */
    String text(KeptField field, ObjectNode fields) {
        JsonNode value = fields.path(field.name());
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (field.type()) {
            case ONE -> name(field.of(), value.asText());
            case MANY -> joined(value, each -> name(field.of(), each.asText()));
            case ROLE -> role(value.asText());
            case ROLES -> each(value, each -> role(each.asText())).sorted().collect(Collectors.joining(", "));
            case STATUS ->
                Arrays.stream(LegalStatus.values())
                        .filter(status -> status.id().equals(value.asText()))
                        .map(LegalStatus::words)
                        .findFirst()
                        .orElse(value.asText());
            case DATE ->
                isDate(value.asText()) ? LocalDate.parse(value.asText()).format(DATE) : value.asText();
            case FROM -> moment(Moment.from(value.asText()));
            case UNTIL -> moment(Moment.until(value.asText()));
            case ABSENCES ->
                joined(
                        value,
                        each -> moment(Moment.from(each.path("from").asText())) + " to "
                                + moment(Moment.until(each.path("until").asText())));
            case ADULTS -> joined(value, each -> each.path("name").asText());
            default -> value.asText();
        };
    }

    /** What is different, each as <i>Telephone: 01632 960201, before: 01632 960202</i>. */
    List<String> differences(KeptKind kind, ObjectNode now, ObjectNode other, String otherWord) {
        return kind.fields().stream()
                .filter(field -> !text(field, now).equals(text(field, other)))
                .map(field -> field.label() + ": " + orNothing(text(field, now)) + "; " + otherWord + ": "
                        + orNothing(text(field, other)))
                .toList();
    }

    /** A change in words. */
    Told told(Change change) {
        KeptKind kind = KeptKind.of(change.kind()).orElseThrow();
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        ObjectNode named = change.after().or(change::before).orElse(nothing);
        String what = change.before().isEmpty() ? "added" : change.after().isEmpty() ? "taken out" : "changed";
        List<String> lines = change.before().isEmpty() || change.after().isEmpty()
                ? kind.fields().stream()
                        .filter(field -> !text(field, named).isEmpty())
                        .map(field -> field.label() + ": " + text(field, named))
                        .toList()
                : differences(kind, change.after().get(), change.before().get(), "before");
        return new Told(title(kind, change.id(), named) + ", " + what + " by " + by(change), when(change.at()), lines);
    }

    /** @param lines what was changed, from what to what */
    record Told(String what, String when, List<String> lines) {}

    /** What is wrong, at the fields of this form; under an empty name what is wrong elsewhere because of it. */
    Map<String, String> refusals(KeptKind kind, String id, ObjectNode typed, List<Wrong> wrong) {
        Map<String, String> refusals = new LinkedHashMap<>();
        for (Wrong each : wrong) {
            boolean own = each.file().equals(kind.file())
                    && (each.id().isEmpty() || each.id().equals(id));
            boolean here = own
                    && (kind.fields().stream().anyMatch(field -> field.name().equals(each.field()))
                            || each.field().equals("id"));
            refusals.merge(
                    here ? each.field() : "",
                    own ? atTheField(kind, id, typed, each) : elsewhere(each),
                    (one, other) -> one + " " + other);
        }
        return refusals;
    }

    private String atTheField(KeptKind kind, String id, ObjectNode typed, Wrong wrong) {
        Matcher nobody = NOBODY.matcher(wrong.sentence());
        if (nobody.matches()) {
            return nobodyIs(nobody.group(1));
        }
        Matcher ofTheField = Pattern.compile(Pattern.quote(wrong.field()) + "(\\[\\d+]\\.(\\w+))?( .*)")
                .matcher(wrong.sentence());
        if (ofTheField.matches()) {
            String part = ofTheField.group(2);
            String subject = part == null
                    ? "This"
                    : Map.of("from", "A beginning", "until", "An end", "name", "A name")
                            .getOrDefault(part, "This");
            return subject + ofTheField.group(3) + ".";
        }
        String subject =
                wrong.field().equals("id") ? "This" : kind == KeptKind.DUTY ? "This time" : title(kind, id, typed);
        return subject + " " + named(wrong.sentence()) + ".";
    }

    private String elsewhere(Wrong wrong) {
        Matcher nobody = NOBODY.matcher(wrong.sentence());
        if (nobody.matches()) {
            return nobodyIs(nobody.group(1));
        }
        Optional<KeptKind> kind = Arrays.stream(KeptKind.values())
                .filter(kept -> kept.file().equals(wrong.file()))
                .findFirst();
        if (kind.isEmpty()) {
            return wrong.id() + " in " + wrong.file() + " " + named(wrong.sentence())
                    + ". That is changed in the agency's folder: ask whoever keeps it.";
        }
        String item = name(kind.get().kind(), wrong.id());
        if (kind.get() == KeptKind.HOMES && wrong.field().equals("id")) {
            return item + " would have no carer left. Give it another carer first, or take the whole home out.";
        }
        Optional<KeptField> field = kind.get().fields().stream()
                .filter(each -> each.name().equals(wrong.field()))
                .findFirst();
        String says = field.map(each -> "still has under “" + each.label() + "”: "
                        + text(each, all(kind.get().kind()).get(wrong.id()).fields()) + ". Change that first")
                .orElse(named(wrong.sentence()));
        return item + " " + says + ".";
    }

    private static String nobodyIs(String role) {
        return "Nobody would be " + role + " then, and an alarm would end in silence. Somebody else must be it first.";
    }

    /** Names instead of the ids that the folder's refusals say. */
    private String named(String sentence) {
        String words = sentence;
        for (KeptKind kind : EnumSet.complementOf(EnumSet.of(KeptKind.AGENCY))) {
            for (String id : all(kind.kind()).keySet()) {
                if (Pattern.compile("\\b" + id + "\\b").matcher(words).find()) {
                    String name = kind == KeptKind.DUTY
                            ? name(kind.kind(), id) + " from "
                                    + text(
                                            field(kind, "from"),
                                            all(kind.kind()).get(id).fields())
                            : name(kind.kind(), id);
                    words = words.replaceAll("\\b" + id + "\\b", Matcher.quoteReplacement(name));
                }
            }
        }
        return words;
    }

    static KeptField field(KeptKind kind, String name) {
        return kind.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String role(String id) {
        return Role.ofGroup(id).map(Role::words).orElse(id);
    }

    private static String orNothing(String words) {
        return words.isEmpty() ? "nothing" : words;
    }

    private static boolean isDate(String text) {
        return text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")
                && LocalDate.parse(text.substring(0, 8) + "01").lengthOfMonth() >= Integer.parseInt(text.substring(8));
    }

    private static String moment(Moment moment) {
        if (!isDate(moment.date())) {
            return moment.date();
        }
        return moment.time().isEmpty()
                ? LocalDate.parse(moment.date()).format(DATE)
                : LocalDate.parse(moment.date()).format(DATE) + ", " + moment.time();
    }

    private static String joined(JsonNode values, Function<JsonNode, String> words) {
        return each(values, words).collect(Collectors.joining(", "));
    }

    private static Stream<String> each(JsonNode values, Function<JsonNode, String> words) {
        return StreamSupport.stream(values.spliterator(), false).map(words);
    }
}
