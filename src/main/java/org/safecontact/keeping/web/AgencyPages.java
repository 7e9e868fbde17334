package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
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
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.AgencyKeeping.Wish;
import org.safecontact.agency.ChangedMeanwhile;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.LegalStatus;
import org.safecontact.agency.NotKept;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.keeping.Keeping;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the agency says of itself, for its managers; a registered manager changes it here. */
@Controller
@RequestMapping("/safe-contact/u")
class AgencyPages {

    /** Nobody is given them here: one is an authority's number, the other looks after the machine and is appointed with the login. */
    private static final Set<Role> NOT_GIVEN = Set.of(Role.EMERGENCY_DUTY_TEAM, Role.ADMINISTRATOR);

    private static final Set<Role> ON_CALL = Set.of(Role.DUTY_SOCIAL_WORKER, Role.REGISTERED_MANAGER);

    /** What a list leaves to the form: who reads a list need not read where somebody lives. */
    private static final Set<String> NOT_ON_LISTS =
            Set.of("name", "label", "address", "dateOfBirth", "email", "legalStatus", "otherAdults");

    private static final List<KeptField> FIRST_CARER = List.of(
            KeptField.typed("carerName", "Name of its first carer", KeptField.Type.TEXT),
            KeptField.typed("carerLogin", "Login of that carer", KeptField.Type.TEXT)
                    .hint("Letters and digits only. It never changes."),
            KeptField.typed("carerTelephone", "Telephone of that carer", KeptField.Type.TELEPHONE),
            KeptField.typed("carerEmail", "E-mail of that carer", KeptField.Type.EMAIL));

    private static final String REFUSED = "refused";

    record Option(String value, String label, boolean chosen) {}

    /** One row of a field that has several: an absence, or somebody who lives in a home. */
    record Row(Moment from, Moment until, String id, String name) {}

    /** @param value as it stands in the field */
    record Shown(KeptField field, String value, Moment moment, List<Option> options, List<Row> rows, String refusal) {}

    /** @param folder what the folder says otherwise; empty where it says the same */
    record Line(String id, String title, List<String> lines, String kept, List<String> folder, long number) {}

    private final AgencyKeeping agencyKeeping;
    private final Keeping keeping;
    private final Agency agency;
    private final HumanTime human;
    private final Clock clock;

    AgencyPages(AgencyKeeping agencyKeeping, Keeping keeping, Agency agency, HumanTime human, Clock clock) {
        this.agencyKeeping = agencyKeeping;
        this.keeping = keeping;
        this.agency = agency;
        this.human = human;
        this.clock = clock;
    }

    @GetMapping
    String overview(Model model) {
        keeping.requireRead();
        Instant now = clock.instant();
        model.addAttribute("kinds", KeptKind.values());
        model.addAttribute("mayChange", keeping.mayChange());
        model.addAttribute(
                "onDuty", agency.onDuty(now).stream().map(Person::name).collect(Collectors.joining(", ")));
        model.addAttribute("onCall", agency.onCallManager(now).map(Person::name).orElse(""));
        return "pages/keep";
    }

    @GetMapping("/l")
    String changes(Model model) {
        keeping.requireChange();
        KeptWords words = words();
        model.addAttribute(
                "changes", agencyKeeping.changes().stream().map(words::told).toList());
        return "pages/keep-changes";
    }

    @GetMapping("/{kind}")
    String list(@PathVariable("kind") String letter, Model model) {
        keeping.requireRead();
        KeptKind kind = kind(letter);
        KeptWords words = words();
        model.addAttribute("kind", kind);
        model.addAttribute("mayChange", keeping.mayChange());
        Map<Boolean, List<Line>> lines = words.all(kind.kind()).values().stream()
                .collect(Collectors.partitioningBy(
                        this::isOver, Collectors.mapping(entry -> line(words, kind, entry), Collectors.toList())));
        model.addAttribute("entries", lines.get(false));
        model.addAttribute("over", lines.get(true));
        model.addAttribute(
                "gone",
                keeping.mayChange()
                        ? agencyKeeping.removedHere(kind.kind()).stream()
                                .map(entry -> line(words, kind, entry))
                                .toList()
                        : List.of());
        return "pages/keep-list";
    }

    @GetMapping("/n/{kind}")
    String fresh(@PathVariable("kind") String letter, Model model) {
        keeping.requireChange();
        KeptKind kind = kind(letter);
        return form(kind, "", 0, JsonNodeFactory.instance.objectNode(), Map.of(), words(), model);
    }

    @GetMapping("/{kind}/{id}")
    String entry(@PathVariable("kind") String letter, @PathVariable("id") String id, Model model) {
        keeping.requireChange();
        KeptKind kind = kind(letter);
        Entry entry = agencyKeeping.one(kind.kind(), id).orElseThrow(NotYours::new);
        return form(kind, id, entry.number(), entry.fields(), Map.of(), words(), model);
    }

    @PostMapping("/n/{kind}")
    String add(
            @PathVariable("kind") String letter,
            @RequestParam MultiValueMap<String, String> answers,
            Model model,
            HttpServletResponse response) {
        keeping.requireChange();
        KeptKind kind = kind(letter);
        Typed typed = new Typed(answers);
        String id = kind.isNamed() ? typed.at("id", 0) : agencyKeeping.freeId(kind.kind(), kind.idBeginning());
        ObjectNode fields = typed.fields(kind.fields(), id + "a0");
        List<Wish> wishes = new ArrayList<>(List.of(new Wish(kind.kind(), id, Optional.of(fields), 0)));
        if (kind == KeptKind.HOMES) {
            wishes.add(firstCarer(typed, id));
            FIRST_CARER.forEach(field -> fields.put(field.name(), typed.at(field.name(), 0)));
        }
        return keep(kind, id, wishes, fields, model, response);
    }

    @PostMapping("/{kind}/{id}")
    String change(
            @PathVariable("kind") String letter,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> answers,
            Model model,
            HttpServletResponse response) {
        keeping.requireChange();
        KeptKind kind = kind(letter);
        Typed typed = new Typed(answers);
        long number = number(typed);
        ObjectNode fields = typed.fields(kind.fields(), id + "a" + number);
        agencyKeeping
                .one(kind.kind(), id)
                .filter(AgencyPages::looksAfterTheMachine)
                .ifPresent(present -> fields.set("roles", present.fields().path("roles")));
        return keep(kind, id, List.of(new Wish(kind.kind(), id, Optional.of(fields), number)), fields, model, response);
    }

    @PostMapping("/{kind}/{id}/g")
    String take(
            @PathVariable("kind") String letter,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> answers,
            Model model,
            HttpServletResponse response) {
        keeping.requireChange();
        KeptKind kind = kind(letter);
        String back = "redirect:/safe-contact/u/" + kind.letter();
        Optional<Entry> present = agencyKeeping.one(kind.kind(), id);
        if (present.isEmpty()) {
            return back; // somebody else was faster
        }
        return refusable(kind, id, present.get().fields(), model, response, () -> {
            keeping.take(kind.kind(), id, number(new Typed(answers)));
            return back;
        });
    }

    /** What the folder says of it holds again. */
    @PostMapping("/{kind}/{id}/f")
    String asTheFolder(
            @PathVariable("kind") String letter,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> answers,
            Model model,
            HttpServletResponse response) {
        keeping.requireChange();
        KeptKind kind = kind(letter);
        ObjectNode folder = Stream.concat(
                        agencyKeeping.one(kind.kind(), id).stream(), agencyKeeping.removedHere(kind.kind()).stream())
                .filter(entry -> entry.id().equals(id))
                .flatMap(entry -> entry.folder().stream())
                .findFirst()
                .orElseThrow(NotYours::new);
        List<Wish> wishes =
                new ArrayList<>(List.of(new Wish(kind.kind(), id, Optional.of(folder), number(new Typed(answers)))));
        if (kind == KeptKind.HOMES) {
            wishes.addAll(carersOfTheFolder(id));
        }
        return keep(kind, id, wishes, folder, model, response);
    }

    /** Who went with the home comes back with it. */
    private List<Wish> carersOfTheFolder(String home) {
        return agencyKeeping.removedHere(ItemKind.PEOPLE).stream()
                .filter(entry -> entry.fields().path("household").asText().equals(home))
                .map(entry -> new Wish(ItemKind.PEOPLE, entry.id(), entry.folder(), entry.number()))
                .toList();
    }

    private String keep(
            KeptKind kind, String id, List<Wish> wishes, ObjectNode typed, Model model, HttpServletResponse response) {
        return refusable(kind, id, typed, model, response, () -> {
            Optional<Keeping.NewLogin> login = keeping.keep(wishes.stream()
                    .map(wish ->
                            new Wish(wish.kind(), wish.id(), wish.fields().map(AgencyPages::ofTheFile), wish.number()))
                    .toList());
            model.addAttribute("kind", kind);
            model.addAttribute("login", login.orElse(null));
            return login.isPresent() ? "pages/keep-login" : "redirect:/safe-contact/u/" + kind.letter();
        });
    }

    private interface Change {
        String made();
    }

    /** Nothing that was typed is lost on a refusal. */
    private String refusable(
            KeptKind kind, String id, ObjectNode typed, Model model, HttpServletResponse response, Change change) {
        KeptWords words = words();
        Map<String, String> refusals;
        try {
            return change.made();
        } catch (NotKept wrong) {
            refusals = refusals(kind, id, typed, wrong, words);
        } catch (Keeping.YourOwn own) {
            refusals = Map.of(kind == KeptKind.PEOPLE ? "roles" : "", own.getMessage());
        } catch (Keeping.LoginTaken taken) {
            refusals = Map.of(kind == KeptKind.HOMES ? "carerLogin" : "id", taken.getMessage());
        } catch (ChangedMeanwhile meanwhile) {
            agencyKeeping.changes(kind.kind(), id).stream()
                    .findFirst()
                    .map(words::told)
                    .ifPresent(told -> model.addAttribute("meanwhile", told));
            refusals = Map.of(
                    "", "Somebody has changed this since you read it: see below. What you typed still stands here.");
        } catch (PessimisticLockingFailureException busy) {
            refusals = Map.of(
                    "", "Something else is being stored in this moment. Nothing was changed: please send it again.");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Optional<Entry> present = agencyKeeping.one(kind.kind(), id);
        return form(
                kind,
                present.isPresent() ? id : "",
                present.map(Entry::number).orElse(0L),
                typed,
                refusals,
                words,
                model);
    }

    private static Map<String, String> refusals(
            KeptKind kind, String id, ObjectNode typed, NotKept wrong, KeptWords words) {
        Map<String, String> refusals = new LinkedHashMap<>();
        boolean newHome = typed.has("carerLogin");
        List<NotKept.Wrong> aboutIt = wrong.wrong().stream()
                .filter(each -> !newHome || !each.file().equals(ItemKind.PEOPLE.file()))
                .toList();
        refusals.putAll(words.refusals(kind, id, typed, aboutIt));
        if (newHome) {
            ObjectNode carer = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", typed.path("carerName").asText());
            words.refusals(
                            KeptKind.PEOPLE,
                            typed.path("carerLogin").asText(),
                            carer,
                            wrong.wrong().stream()
                                    .filter(each -> !aboutIt.contains(each))
                                    .toList())
                    .forEach((field, words1) -> refusals.put(carerField(field), words1));
        }
        return refusals;
    }

    private static String carerField(String field) {
        return switch (field) {
            case "id" -> "carerLogin";
            case "name" -> "carerName";
            case "telephone" -> "carerTelephone";
            case "email" -> "carerEmail";
            default -> "";
        };
    }

    private static Wish firstCarer(Typed typed, String home) {
        ObjectNode carer = JsonNodeFactory.instance
                .objectNode()
                .put("name", typed.at("carerName", 0))
                .put("telephone", typed.at("carerTelephone", 0))
                .put("email", typed.at("carerEmail", 0))
                .put("household", home);
        carer.putArray("roles").add(Role.CARER.groupId());
        return new Wish(ItemKind.PEOPLE, typed.at("carerLogin", 0), Optional.of(carer), 0);
    }

    private static ObjectNode ofTheFile(ObjectNode fields) {
        return fields.deepCopy()
                .remove(FIRST_CARER.stream().map(KeptField::name).toList());
    }

    private String form(
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
            asked.addAll(FIRST_CARER);
        }
        if (present.filter(AgencyPages::looksAfterTheMachine).isPresent()) {
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
                REFUSED,
                shown.stream().filter(each -> !each.refusal().isEmpty()).toList());
        model.addAttribute(
                "refusedElsewhere",
                refusals.entrySet().stream()
                        .filter(each ->
                                asked.stream().noneMatch(field -> field.name().equals(each.getKey())))
                        .map(Map.Entry::getValue)
                        .toList());
        model.addAttribute(
                "line", present.map(entry -> line(words, kind, entry)).orElse(null));
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

    /** Of duty: a time that has passed. */
    private boolean isOver(Entry entry) {
        String until = entry.fields().path("until").asText("");
        return until.endsWith("Z") && !Instant.parse(until).isAfter(clock.instant());
    }

    private Line line(KeptWords words, KeptKind kind, Entry entry) {
        boolean mayChange = keeping.mayChange();
        return new Line(
                entry.id(),
                words.title(kind, entry.id(), entry.fields()),
                kind.fields().stream()
                        .filter(field -> !NOT_ON_LISTS.contains(field.name()))
                        .filter(field -> !words.text(field, entry.fields()).isEmpty())
                        .map(field -> field.label() + ": " + words.text(field, entry.fields()))
                        .toList(),
                entry.kept().by().isEmpty()
                        ? ""
                        : "Changed here on " + words.when(entry.kept().at()) + " by " + words.by(entry.kept()) + ".",
                mayChange
                        ? entry.folder()
                                .map(folder -> folder.isEmpty()
                                        ? List.of("The agency's folder does not have it.")
                                        : words.differences(kind, entry.fields(), folder, "the agency's folder says"))
                                .orElse(List.of())
                        : List.of(),
                entry.number());
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

    private static boolean looksAfterTheMachine(Entry entry) {
        return StreamSupport.stream(entry.fields().path("roles").spliterator(), false)
                .anyMatch(role -> role.asText().equals(Role.ADMINISTRATOR.groupId()));
    }

    private static long number(Typed typed) {
        String number = typed.at("number", 0);
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : -1;
    }

    private static KeptKind kind(String letter) {
        return KeptKind.ofLetter(letter).orElseThrow(NotYours::new);
    }

    private KeptWords words() {
        return new KeptWords(agencyKeeping, human);
    }
}
