package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safecontact.agency.Agency;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.LegalStatus;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The form on which one entry is kept, or something new is added. */
@Component
class KeptForm {

    /** Nobody is given them here: one is an authority's number, the other looks after the machine and is appointed with the login. */
    private static final Set<Role> NOT_GIVEN = Set.of(Role.EMERGENCY_DUTY_TEAM, Role.ADMINISTRATOR);

    private static final Set<Role> ON_CALL = Set.of(Role.DUTY_SOCIAL_WORKER, Role.REGISTERED_MANAGER);

    record Option(String value, String label, boolean chosen) {}

    /** One row of a field that has several: an absence, or somebody who lives in a home. */
    record Row(Moment from, Moment until, String id, String name) {}

    /** @param value as it stands in the field */
    record Shown(KeptField field, String value, Moment moment, List<Option> options, List<Row> rows, String refusal) {}

    private final AgencyKeeping agencyKeeping;
    private final Agency agency;
    private final KeptLines lines;

    KeptForm(AgencyKeeping agencyKeeping, Agency agency, KeptLines lines) {
        this.agencyKeeping = agencyKeeping;
        this.agency = agency;
        this.lines = lines;
    }

    String show(
            KeptKind kind,
            String id,
            long number,
            ObjectNode fields,
            Map<String, String> refusals,
            KeptWords words,
            Model model) {
        boolean fresh = id.isEmpty();
        Optional<Entry> present = agencyKeeping.one(kind.kind(), id);
        List<KeptField> asked = new ArrayList<>(kind.fields());
        if (fresh && kind.isNamed()) {
            asked.add(
                    0,
                    KeptField.typed(
                                    "id",
                                    kind == KeptKind.PEOPLE ? "Login" : "Short name, such as C7",
                                    KeptField.Type.TEXT)
                            .hint("Letters and digits only. It never changes, and nobody else ever gets it."));
        }
        if (fresh && kind == KeptKind.HOMES) {
            asked.addAll(FirstCarer.FIELDS);
        }
        if (present.filter(KeptForm::looksAfterTheMachine).isPresent()) {
            asked.removeIf(field -> field.name().equals("roles"));
        }
        List<Shown> shown = asked.stream()
                .map(field -> shown(field, fields, refusals.getOrDefault(field.name(), ""), words))
                .toList();
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("number", number);
        model.addAttribute("fresh", fresh);
        model.addAttribute(
                "title",
                present.map(entry -> words.title(kind, id, entry.fields())).orElse(""));
        model.addAttribute("fields", shown);
        model.addAttribute(
                "refused",
                shown.stream().filter(each -> !each.refusal().isEmpty()).toList());
        model.addAttribute(
                "refusedElsewhere",
                refusals.entrySet().stream()
                        .filter(each ->
                                asked.stream().noneMatch(field -> field.name().equals(each.getKey())))
                        .map(Map.Entry::getValue)
                        .toList());
        model.addAttribute(
                "line", present.map(entry -> lines.line(words, kind, entry)).orElse(null));
        model.addAttribute(
                "changes",
                fresh
                        ? List.of()
                        : agencyKeeping.changes(kind.kind(), id).stream()
                                .map(words::told)
                                .toList());
        model.addAttribute("goes", goes(kind, id));
        return "pages/keep-entry";
    }

    /** Who goes too when a home is given up. */
    private String goes(KeptKind kind, String id) {
        return kind == KeptKind.HOMES
                ? agency.carersOf(id).stream().map(Person::name).collect(Collectors.joining(" and "))
                : "";
    }

    private Shown shown(KeptField field, ObjectNode fields, String refusal, KeptWords words) {
        JsonNode value = fields.path(field.name());
        String text = value.isNull() ? "" : value.asText();
        return new Shown(
                field,
                text,
                field.type() == KeptField.Type.UNTIL ? Moment.until(text) : Moment.from(text),
                options(field, value, words),
                rows(field, value),
                refusal);
    }

    private List<Option> options(KeptField field, JsonNode value, KeptWords words) {
        Set<String> chosen = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet())
                : Set.of(value.asText());
        Map<String, String> all = new LinkedHashMap<>();
        switch (field.type()) {
            case ROLE -> ON_CALL.stream().sorted().forEach(role -> all.put(role.groupId(), role.words()));
            case ROLES ->
                Arrays.stream(Role.values())
                        .filter(role -> !NOT_GIVEN.contains(role))
                        .forEach(role -> all.put(role.groupId(), role.words()));
            case STATUS -> Arrays.stream(LegalStatus.values()).forEach(status -> all.put(status.id(), status.words()));
            case ONE, MANY ->
                words.all(field.of()).values().stream()
                        .filter(entry -> mayBeChosen(field, entry) || chosen.contains(entry.id()))
                        .forEach(entry -> all.put(entry.id(), words.name(field.of(), entry.id())));
            default -> {}
        }
        return all.entrySet().stream()
                .map(each -> new Option(each.getKey(), each.getValue(), chosen.contains(each.getKey())))
                .toList();
    }

    private static boolean mayBeChosen(KeptField field, Entry entry) {
        if (field.of() != ItemKind.PEOPLE) {
            return true;
        }
        Set<Role> roles = field.role() == null ? ON_CALL : Set.of(field.role());
        return StreamSupport.stream(entry.fields().path("roles").spliterator(), false)
                .anyMatch(role ->
                        Role.ofGroup(role.asText()).filter(roles::contains).isPresent());
    }

    private static List<Row> rows(KeptField field, JsonNode value) {
        if (field.type() != KeptField.Type.ABSENCES && field.type() != KeptField.Type.ADULTS) {
            return List.of();
        }
        Row empty = new Row(new Moment("", ""), new Moment("", ""), "", "");
        return Stream.concat(
                        StreamSupport.stream(value.spliterator(), false)
                                .map(each -> new Row(
                                        Moment.from(each.path("from").asText()),
                                        Moment.until(each.path("until").asText()),
                                        each.path("id").asText(),
                                        each.path("name").asText())),
                        Stream.of(empty))
                .toList();
    }

    /** An administrator has no other role, and none of these forms gives or takes that one. */
    static boolean looksAfterTheMachine(Entry entry) {
        return StreamSupport.stream(entry.fields().path("roles").spliterator(), false)
                .anyMatch(role -> role.asText().equals(Role.ADMINISTRATOR.groupId()));
    }
}
