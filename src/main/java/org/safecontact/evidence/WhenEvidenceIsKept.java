package org.safecontact.evidence;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safecontact.engine.Answers;
import org.safecontact.incident.EvidenceKept;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes items of the list from what somebody answered to <i>Keep the evidence</i>. */
@Component
class WhenEvidenceIsKept {

    private static final Map<String, String> HOLDERS = Map.of(
            "childGave", "The carer; the child gave it after they talked",
            "childKeeps", "The child, who agreed not to delete",
            "carerTook", "The carer, who took it because of danger now");

    private static final Map<String, String> PLACES = Map.of(
            "charging", "On charge, as it was, not in use",
            "inUse", "Still in use",
            "none", "As it was");

    /** What was described is on the list, also where nobody said of what kind it is. */
    private static final List<String> DESCRIBED = List.of("app", "handle", "wordsSeen", "seenAt");

    private final EvidenceStore store;

    WhenEvidenceIsKept(EvidenceStore store) {
        this.store = store;
    }

    @EventListener
    void on(EvidenceKept kept) {
        Answers answers = new Answers(kept.answers());
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        answers.many("evidenceKinds").stream()
                .map(EvidenceKind::of)
                .flatMap(Optional::stream)
                .forEach(kinds::add);
        if (kinds.isEmpty() && DESCRIBED.stream().anyMatch(kept.answers()::containsKey)) {
            kinds.add(EvidenceKind.OTHER);
        }
        for (EvidenceKind kind : kinds) {
            store.add(kept.reference(), kept.personId(), item(kind, answers));
        }
    }

    private static NewItem item(EvidenceKind kind, Answers answers) {
        boolean described = kind != EvidenceKind.POSSIBLE_INDECENT_IMAGE;
        Instant seen = answers.instant("seenAt").orElse(null);
        return new NewItem(
                kind,
                answers.one("app").orElse(""),
                answers.one("handle").orElse(""),
                seen,
                null,
                "",
                described ? answers.one("wordsSeen").orElse("") : "",
                Set.of(),
                words(PLACES, answers.one("device")),
                words(HOLDERS, answers.one("phone")));
    }

    private static String words(Map<String, String> known, Optional<String> answer) {
        return answer.map(known::get).filter(Objects::nonNull).orElse("Not known");
    }
}
