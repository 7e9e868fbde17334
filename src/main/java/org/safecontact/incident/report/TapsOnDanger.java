package org.safecontact.incident.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.incident.Incident;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRecord;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.record.EntryKind;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taps that there may be danger, before the report is sent. */
@NamedInterface("report")
@Service
@Transactional
public class TapsOnDanger {

    private final UnsentReports unsent;
    private final WhichChild whichChild;
    private final IncidentRepository repository;
    private final Given given;
    private final AnswerRepository taps;
    private final Offered offered;
    private final Agency agency;
    private final IncidentRecord record;
    private final Clock clock;

    TapsOnDanger(
            UnsentReports unsent,
            WhichChild whichChild,
            IncidentRepository repository,
            Given given,
            AnswerRepository taps,
            Offered offered,
            Agency agency,
            IncidentRecord record,
            Clock clock) {
        this.unsent = unsent;
        this.whichChild = whichChild;
        this.repository = repository;
        this.given = given;
        this.taps = taps;
        this.offered = offered;
        this.agency = agency;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Somebody tapped <i>yes</i> or <i>not sure</i> to danger before sending: it counts at once, everything else unanswered
     * (practice, section 1). The same tap twice is one tap.
     *
     * @param by whose report it is
     * @return what it means now; after the report was sent nothing is stored but that it was tapped
     */
    public DangerTap tapDanger(String reference, String by, Tap tap) {
        Incident incident = unsent.own(reference, by);
        String answer = tap.answer();
        boolean sure = answer.equals("yes");
        List<String> about = sure ? List.of(asked(tap)) : RiskQuestions.DANGER;
        boolean first = taps.tap(reference, asked(tap), answer, by, clock.instant());
        if (incident.sent()) {
            return first ? DangerTap.AFTER_SENDING : DangerTap.KNOWN;
        }
        if (tap.stoodThere() && !first) {
            return DangerTap.KNOWN;
        }
        Map<String, Object> answered = given.answers(reference);
        // Not sure once more, after somebody settled it, is news.
        if (about.stream().map(answered::get).allMatch(known -> "yes".equals(known) || answer.equals(known))) {
            return DangerTap.AGAIN;
        }
        if (incident.childId().isEmpty()) {
            List<Child> children = offered.childrenFor(by);
            tap.childId()
                    .flatMap(agency::child)
                    .filter(children::contains)
                    .or(() -> tap.childId().isEmpty() && children.size() == 1
                            ? Optional.of(children.get(0))
                            : Optional.empty())
                    .ifPresent(child -> whichChild.about(reference, child));
        }
        Map<String, Object> tapped = about.stream()
                .filter(asked -> !"yes".equals(answered.get(asked)))
                .collect(Collectors.toMap(asked -> asked, asked -> answer));
        given.take(reference, by, tapped, Given.Said.WITH_THE_REPORT, () -> {});
        repository.state(reference, Incident.State.OPEN);
        record.write(
                reference,
                EntryKind.FACT,
                "Tapped before the report was sent",
                List.of(RiskQuestions.tapped(sure ? Optional.of(about.get(0)) : Optional.empty())),
                by);
        return DangerTap.BEFORE_SENDING;
    }

    /** Whether this very tap had come in before the report was over: its answer was lost on the way, and it is sent again. */
    @Transactional(readOnly = true)
    public boolean cameBeforeItWasOver(String reference, Tap tap) {
        return repository
                        .find(reference)
                        .filter(incident -> incident.state().isOver())
                        .isPresent()
                && taps.tappedAt(reference, asked(tap), tap.answer())
                        .filter(came -> tap.stoodThere()
                                || !came.isBefore(clock.instant().minus(tap.ago())))
                        .isPresent();
    }

    private static String asked(Tap tap) {
        return tap.answer().equals("yes")
                ? tap.question().filter(RiskQuestions.DANGER::contains).orElse(RiskQuestions.IMMEDIATE_DANGER)
                : "all";
    }
}
