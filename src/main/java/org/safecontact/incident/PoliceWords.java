package org.safecontact.incident;

import java.util.List;
import java.util.Optional;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.springframework.stereotype.Component;

/** What whoever is asked to ring the police reads of an earlier call: nobody rings twice for the same (practice, section 1). */
@Component
public class PoliceWords {

    private final Police police;
    private final Incidents incidents;
    private final Agency agency;
    private final HumanTime times;

    PoliceWords(Police police, Incidents incidents, Agency agency, HumanTime times) {
        this.police = police;
        this.incidents = incidents;
        this.agency = agency;
        this.times = times;
    }

    /**
     * <i>You rang 999 today at 22:14. Ring again only if …</i>
     *
     * @param readerId who reads it
     * @return empty while nobody told them, and where it was less serious then, or somebody was more worried since: that is new to them
     */
    public Optional<String> toldBefore(String reference, String readerId) {
        return police.lastTold(reference)
                .filter(told -> isTheSame(reference, told))
                .map(told -> (told.by().equals(readerId) ? "You" : agency.nameOf(told.by())) + " " + how(told.how())
                        + " " + times.at(told.at())
                        + ". Ring again only if something has changed, or they do not know what was reported since.");
    }

    private boolean isTheSame(String reference, Police.Told told) {
        List<RiskDecision> newestFirst = incidents.decisions(reference);
        return newestFirst.stream()
                        .takeWhile(decision -> decision.decidedAt().isAfter(told.at()))
                        .noneMatch(RiskDecision::byPerson)
                && newestFirst.stream()
                        .filter(decision -> !decision.decidedAt().isAfter(told.at()))
                        .findFirst()
                        .filter(then ->
                                then.level().compareTo(newestFirst.get(0).level()) >= 0)
                        .isPresent();
    }

    private static String how(String told) {
        return switch (told) {
            case "rang999", "iRang" -> "rang 999";
            case "rang101" -> "rang 101";
            case "online" -> "told the police on their website";
            case "carerRang" -> "wrote that the carer had rung 999,";
            default -> "wrote that the police know,";
        };
    }
}
