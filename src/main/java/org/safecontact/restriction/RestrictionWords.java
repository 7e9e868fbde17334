package org.safecontact.restriction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** A limit in the words of whoever reads it: workers, the home, and the child. Never contact, and never a punishment (contract, section 5.5). */
@Component
class RestrictionWords {

    private static final String EVIDENCE =
            "There may be something on it that the police need: ring duty before it is given back. Duty asks them.";

    private static final Set<Restriction.State> CAN_BE_LIFTED =
            Set.of(Restriction.State.BEGUN, Restriction.State.WAITS_FOR_OTHERS, Restriction.State.RUNS);

    private final HumanTime time;
    private final Agency agency;

    RestrictionWords(HumanTime time, Agency agency) {
        this.time = time;
        this.agency = agency;
    }

    /** What is kept of something that was written down later than it was made, with both times (practice, section 2); nothing where it was not. */
    List<Statement> late(Instant from, Instant written, boolean tooLong) {
        List<Statement> says = new ArrayList<>();
        if (Duration.between(from, written).compareTo(agency.length(HouseTime.REPORTED_LATE)) > 0) {
            says.add(new Statement(
                    "Written later", "Written on " + time.full(written) + " about " + time.full(from) + "."));
        }
        if (tooLong) {
            says.add(
                    new Statement(
                            "Lasted long",
                            "When it was written down, the longest time was over that it may last before a manager has looked at it."));
        }
        return says;
    }

    String becauseOfDanger() {
        return "for now only, until a registered manager has looked at it";
    }

    /** In one line: <i>the phone or device is kept: the phone, until Friday 5 June 2026, 18:00 at the latest</i>. */
    String line(Restriction restriction) {
        return restriction
                .terms()
                .map(terms -> terms.kind().words() + ": " + open(terms.what())
                        + terms.until()
                                .map(end -> ", until " + time.full(end) + " at the latest")
                                .orElse(""))
                .orElse("a limit that nobody has written down yet");
    }

    /** The same of what is over: not until when. */
    String past(Restriction restriction) {
        return restriction
                .terms()
                .map(terms -> terms.kind().words() + ": " + open(terms.what()))
                .orElse("a limit that nobody has written down");
    }

    /** What else there is to know of it, each a sentence. */
    List<String> details(Restriction restriction) {
        List<String> details = new ArrayList<>();
        restriction.terms().ifPresent(terms -> {
            terms.from().ifPresent(from -> details.add("Since " + time.full(from) + "."));
            if (!restriction.isOver()) {
                terms.until()
                        .flatMap(end -> terms.nextLook())
                        .ifPresent(review -> details.add("Looked at again " + time.full(review) + ", or before."));
                if (CAN_BE_LIFTED.contains(restriction.state())) {
                    details.add("Before that, " + terms.lifts().words() + " can lift it.");
                }
            }
            if (restriction.isOver() && mayHoldEvidence(restriction)) {
                details.add(EVIDENCE);
            }
            if (!terms.aim().isEmpty()) {
                details.add("What for: " + closed(terms.aim()));
            }
            if (!terms.authorised().isEmpty()) {
                details.add("Authorised: " + closed(terms.authorised()));
            }
        });
        return details;
    }

    /** To be read to the child, or by it. */
    String toTheChild(Restriction restriction) {
        Optional<LimitTerms> known = restriction.terms();
        if (known.isEmpty()) {
            return "";
        }
        LimitTerms terms = known.get();
        if (restriction.isOver()) {
            return "To say to the child: " + terms.kind().toTheChildOver()
                    + ". It was not a punishment. Tell us what you think of it: it counts.";
        }
        return "To say to the child: " + terms.kind().toTheChild() + ". It is not a punishment. It ends "
                + time.full(terms.end()) + " at the latest"
                + terms.nextLook()
                        .map(review -> ", and we look at it again together " + time.full(review))
                        .orElse("")
                + ". Tell us what you think of it: it counts. If it does not feel fair, your social worker or an advocate listens, and"
                + " Childline does on 0800 1111, day and night.";
    }

    /** What the table says, in a word. */
    String allowed(Answer answer) {
        return switch (answer.allowedNow()) {
            case "yes" -> "yes";
            case "temporary" -> "for now, for the least time that is needed";
            default -> "no";
        };
    }

    List<String> needs(Answer answer) {
        return answer.needs().stream()
                .flatMap(id -> Need.of(id).stream())
                .map(Need::words)
                .toList();
    }

    /** How it stands now, to whoever reads what was decided. */
    String standing(Restriction restriction) {
        if (restriction.returned()) {
            return "It is over, and somebody talked with the child about it: " + past(restriction) + ".";
        }
        return switch (restriction.state()) {
            case RUNS -> sentence(line(restriction));
            case WAITS_FOR_OTHERS -> "Not yet. Others decide first; nothing is limited until then.";
            case REFUSED ->
                restriction.wasMade()
                        ? "No. " + ringFirst(restriction) + "undo it now, and talk with the child about it."
                        : "No. Nothing is limited.";
            case LIFTED -> undo(restriction) + " It was lifted: " + past(restriction) + ".";
            case LAPSED -> undo(restriction) + " It has ended by itself: " + past(restriction) + ".";
            case NOT_DECIDED ->
                "Nothing is limited: nobody decided before the end that was asked for. Is it still wanted? Please ask anew.";
            case BEGUN, NOTHING -> "Nothing is limited.";
        };
    }

    /** What whoever asked or made it said of the danger; where the phone was taken in a case, the rest was not asked. */
    List<String> danger(Restriction restriction, Asked asked) {
        String force = "Did it take force, or would it? " + answer(asked.force());
        return restriction.has(Step.What.TAKEN)
                ? List.of("The phone was taken because of danger at that moment.", force)
                : List.of(
                        "Was somebody about to be hurt, something about to be badly damaged, or a crime about to happen? "
                                + answer(asked.danger()),
                        force,
                        "May there be something on it that the police need? " + answer(asked.evidence()));
    }

    private static String answer(String id) {
        return switch (id) {
            case Asked.YES -> "Yes.";
            case Asked.NO -> "No.";
            default -> "Not sure.";
        };
    }

    /** What may be evidence is given back only once the police have said so (practice, section 4). */
    private static String undo(Restriction restriction) {
        return ringFirst(restriction)
                + restriction.terms().map(terms -> terms.kind().undo()).orElse("give back or undo what was limited")
                + " now, and tell the child.";
    }

    private static String ringFirst(Restriction restriction) {
        return mayHoldEvidence(restriction) ? EVIDENCE + " Once they say that it can go back: please " : "Please ";
    }

    private static boolean mayHoldEvidence(Restriction restriction) {
        return restriction
                .asked()
                .filter(asked -> !asked.evidence().equals(Asked.NO))
                .isPresent();
    }

    private static String closed(String typed) {
        return typed.strip() + (typed.strip().matches("(?s).*[.!?]") ? "" : ".");
    }

    private static String open(String typed) {
        return typed.strip().replaceAll("\\.$", "");
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
