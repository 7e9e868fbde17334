package org.safecontact.keeping.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.Person;
import org.safecontact.keeping.Keeping;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the agency says of itself, for its managers. */
@Controller
@RequestMapping("/safe-contact/u")
class AgencyPages {

    private final AgencyKeeping agencyKeeping;
    private final Keeping keeping;
    private final Agency agency;
    private final KeptLines lines;
    private final KeptForm form;
    private final Clock clock;

    AgencyPages(
            AgencyKeeping agencyKeeping, Keeping keeping, Agency agency, KeptLines lines, KeptForm form, Clock clock) {
        this.agencyKeeping = agencyKeeping;
        this.keeping = keeping;
        this.agency = agency;
        this.lines = lines;
        this.form = form;
        this.clock = clock;
    }

    @GetMapping
    String overview(Model model) {
        keeping.requireRead();
        Instant now = clock.instant();
        model.addAttribute("kinds", KeptKind.values());
        model.addAttribute("mayChange", keeping.mayChange());
        model.addAttribute("mayReadChanges", keeping.mayReadChanges());
        model.addAttribute(
                "onDuty", agency.onDuty(now).stream().map(Person::name).collect(Collectors.joining(", ")));
        model.addAttribute("onCall", agency.onCallManager(now).map(Person::name).orElse(""));
        return "pages/keep";
    }

    @GetMapping("/l")
    String changes(Model model) {
        keeping.requireReadChanges();
        KeptWords words = lines.words();
        model.addAttribute(
                "changes", agencyKeeping.changes().stream().map(words::told).toList());
        return "pages/keep-changes";
    }

    @GetMapping("/{kind}")
    String list(@PathVariable("kind") String letter, Model model) {
        keeping.requireRead();
        KeptKind kind = KeptKind.ofLetter(letter);
        KeptWords words = lines.words();
        model.addAttribute("kind", kind);
        model.addAttribute("mayChange", keeping.mayChange());
        Map<Boolean, List<KeptLines.Line>> all = words.all(kind.kind()).values().stream()
                .collect(Collectors.partitioningBy(
                        lines::isOver,
                        Collectors.mapping(entry -> lines.line(words, kind, entry), Collectors.toList())));
        model.addAttribute("entries", all.get(false));
        model.addAttribute("over", all.get(true));
        model.addAttribute(
                "gone",
                keeping.mayChange()
                        ? agencyKeeping.removedHere(kind.kind()).stream()
                                .map(entry -> lines.line(words, kind, entry))
                                .toList()
                        : List.of());
        return "pages/keep-list";
    }

    @GetMapping("/n/{kind}")
    String fresh(@PathVariable("kind") String letter, Model model) {
        keeping.requireChange();
        KeptKind kind = KeptKind.ofLetter(letter);
        return form.show(kind, "", 0, JsonNodeFactory.instance.objectNode(), Map.of(), lines.words(), model);
    }

    @GetMapping("/{kind}/{id}")
    String entry(@PathVariable("kind") String letter, @PathVariable("id") String id, Model model) {
        keeping.requireChange();
        KeptKind kind = KeptKind.ofLetter(letter);
        Entry entry = agencyKeeping.one(kind.kind(), id).orElseThrow(NotYours::new);
        return form.show(kind, id, entry.number(), entry.fields(), Map.of(), lines.words(), model);
    }
}
