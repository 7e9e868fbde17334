package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.NotYours;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.AgencyKeeping.Wish;
import org.safecontact.agency.ItemKind;
import org.safecontact.keeping.Keeping;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a registered manager changes of what the agency says of itself. */
@Controller
@RequestMapping("/safe-contact/u")
class ChangePages {

    private final AgencyKeeping agencyKeeping;
    private final Keeping keeping;
    private final KeptOrRefused kept;

    ChangePages(AgencyKeeping agencyKeeping, Keeping keeping, KeptOrRefused kept) {
        this.agencyKeeping = agencyKeeping;
        this.keeping = keeping;
        this.kept = kept;
    }

    @PostMapping("/n/{kind}")
    String add(
            @PathVariable("kind") String letter,
            @RequestParam MultiValueMap<String, String> answers,
            Model model,
            HttpServletResponse response) {
        keeping.requireChange();
        KeptKind kind = KeptKind.ofLetter(letter);
        Typed typed = new Typed(answers);
        String id = kind.isNamed() ? typed.at("id", 0) : agencyKeeping.freeId(kind.kind(), kind.idBeginning());
        ObjectNode fields = typed.fields(kind.fields(), Optional.empty(), id + "a0");
        List<Wish> wishes = new ArrayList<>(List.of(new Wish(kind.kind(), id, Optional.of(fields), 0)));
        if (kind == KeptKind.HOMES) {
            wishes.add(FirstCarer.wish(typed, id));
            FirstCarer.FIELDS.forEach(field -> fields.put(field.name(), typed.at(field.name(), 0)));
        }
        return keep(kind, id, Optional.empty(), wishes, fields, model, response);
    }

    @PostMapping("/{kind}/{id}")
    String change(
            @PathVariable("kind") String letter,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> answers,
            Model model,
            HttpServletResponse response) {
        keeping.requireChange();
        KeptKind kind = KeptKind.ofLetter(letter);
        Typed typed = new Typed(answers);
        long number = number(typed);
        Optional<Entry> present = agencyKeeping.one(kind.kind(), id);
        ObjectNode fields = typed.fields(kind.fields(), present.map(Entry::fields), id + "a" + number);
        present.filter(KeptForm::looksAfterTheMachine)
                .ifPresent(entry -> fields.set("roles", entry.fields().path("roles")));
        return keep(
                kind,
                id,
                present,
                List.of(new Wish(kind.kind(), id, Optional.of(fields), number)),
                fields,
                model,
                response);
    }

    @PostMapping("/{kind}/{id}/g")
    String take(
            @PathVariable("kind") String letter,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> answers,
            Model model,
            HttpServletResponse response) {
        keeping.requireChange();
        KeptKind kind = KeptKind.ofLetter(letter);
        String back = "redirect:/safe-contact/u/" + kind.letter();
        Optional<Entry> present = agencyKeeping.one(kind.kind(), id);
        if (present.isEmpty()) {
            return back; // somebody else was faster
        }
        return kept.answer(kind, id, present, present.get().fields(), model, response, () -> {
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
        KeptKind kind = KeptKind.ofLetter(letter);
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
        return keep(kind, id, agencyKeeping.one(kind.kind(), id), wishes, folder, model, response);
    }

    /** Who went with the home comes back with it. */
    private List<Wish> carersOfTheFolder(String home) {
        return agencyKeeping.removedHere(ItemKind.PEOPLE).stream()
                .filter(entry -> entry.fields().path("household").asText().equals(home))
                .map(entry -> new Wish(ItemKind.PEOPLE, entry.id(), entry.folder(), entry.number()))
                .toList();
    }

    private String keep(
            KeptKind kind,
            String id,
            Optional<Entry> present,
            List<Wish> wishes,
            ObjectNode typed,
            Model model,
            HttpServletResponse response) {
        return kept.answer(kind, id, present, typed, model, response, () -> {
            Optional<Keeping.NewLogin> login = keeping.keep(wishes.stream()
                    .map(wish ->
                            new Wish(wish.kind(), wish.id(), wish.fields().map(FirstCarer::ofTheFile), wish.number()))
                    .toList());
            model.addAttribute("kind", kind);
            model.addAttribute("login", login.orElse(null));
            return login.isPresent() ? "pages/keep-login" : "redirect:/safe-contact/u/" + kind.letter();
        });
    }

    private static long number(Typed typed) {
        String number = typed.at("number", 0);
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : -1;
    }
}
