package org.safecontact.evidence.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.access.CurrentPerson;
import org.safecontact.agency.London;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SameMoment;
import org.safecontact.evidence.EvidenceItem;
import org.safecontact.evidence.EvidenceKind;
import org.safecontact.evidence.EvidenceStore;
import org.safecontact.evidence.NewItem;
import org.safecontact.evidence.SealedFiles;
import org.safecontact.evidence.Tick;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The evidence list for scripts: reading it, noting what was seen, saying where it is, agreeing to files, sealing. */
@RestController
class EvidenceController {

    /** What somebody saw; times as a person types them, in England's time, {@code 2026-11-21T22:04}. */
    record Seen(
            String kind,
            String app,
            String handle,
            String seenFrom,
            String seenTo,
            String device,
            String words,
            List<String> ticks,
            String place,
            String holder) {}

    record Whereabouts(String place, String holder) {}

    record Agreement(List<String> kinds) {}

    record Seal(String saidBy) {}

    private final EvidenceStore store;
    private final SealedFiles sealed;
    private final EvidenceView view;
    private final SameMoment moment;
    private final CurrentPerson person;

    EvidenceController(
            EvidenceStore store, SealedFiles sealed, EvidenceView view, SameMoment moment, CurrentPerson person) {
        this.store = store;
        this.sealed = sealed;
        this.view = view;
        this.moment = moment;
        this.person = person;
    }

    @GetMapping("/safe-contact/api/evidence/{reference}")
    EvidenceView.Shown list(@PathVariable("reference") String reference) {
        return view.of(reference, self());
    }

    @PostMapping("/safe-contact/api/evidence/{reference}/items")
    Map<String, Object> note(@PathVariable("reference") String reference, @RequestBody Seen seen) {
        String self = self();
        NewItem noted = new NewItem(
                EvidenceKind.of(seen.kind()).orElse(null),
                seen.app(),
                seen.handle(),
                time("seenFrom", seen.seenFrom()),
                time("seenTo", seen.seenTo()),
                seen.device(),
                seen.words(),
                ticks(seen.ticks()),
                seen.place(),
                seen.holder());
        // A picture is noted in every case of the same report: two people who note one in two of them meet.
        EvidenceItem item = moment.again(() -> store.note(reference, self, noted));
        return Map.of("number", item.number());
    }

    @PostMapping("/safe-contact/api/evidence/{reference}/items/{item}/whereabouts")
    Map<String, Object> moved(
            @PathVariable("reference") String reference,
            @PathVariable("item") int item,
            @RequestBody Whereabouts whereabouts) {
        store.moved(reference, item, self(), whereabouts.place(), whereabouts.holder());
        return Map.of();
    }

    @PostMapping("/safe-contact/api/evidence/{reference}/agreements")
    Map<String, Object> agree(@PathVariable("reference") String reference, @RequestBody Agreement agreement) {
        List<String> kinds = agreement.kinds() == null ? List.of() : agreement.kinds();
        store.agree(
                reference,
                kinds.stream().map(EvidenceKind::of).flatMap(Optional::stream).collect(Collectors.toSet()),
                self());
        return Map.of();
    }

    @PostMapping("/safe-contact/api/evidence/{reference}/own-copies-may-go")
    Map<String, Object> ownCopiesMayGo(@PathVariable("reference") String reference) {
        store.ownCopiesMayGo(reference, self());
        return Map.of();
    }

    @PostMapping("/safe-contact/api/evidence/{reference}/files/{file}/seal")
    Map<String, Object> seal(
            @PathVariable("reference") String reference, @PathVariable("file") int file, @RequestBody Seal seal) {
        sealed.seal(reference, file, self(), seal.saidBy());
        return Map.of();
    }

    private String self() {
        return person.required();
    }

    private static Set<Tick> ticks(List<String> ticks) {
        return ticks == null
                ? Set.of()
                : ticks.stream().map(Tick::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static Instant time(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return London.at(LocalDateTime.parse(typed));
        } catch (DateTimeException notATime) {
            throw new FormRefused(field, "Please give a day and a time.");
        }
    }
}
