package org.safecontact.plan;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.safecontact.agency.London;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanItem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a contact with what is agreed, so that nobody has to know the law at ten at night (contract, section 4: {@code contactBarred},
 * {@code planCheck}). What is unconfirmed, unchecked or past its review answers nothing.
 */
@Service
@Transactional(readOnly = true)
public class PlanCheck {

    private static final String YES = "yes";
    private static final String UNSURE = "unsure";

    /** Stands for a person whom what is agreed does not name. */
    public static final String SOMEBODY_ELSE = "somebodyElse";

    private final PlanRegister register;
    private final PlanPeople people;
    private final NoContact noContact;
    private final PlanWords words;

    PlanCheck(PlanRegister register, PlanPeople people, NoContact noContact, PlanWords words) {
        this.register = register;
        this.people = people;
        this.noContact = noContact;
        this.words = words;
    }

    /** What {@code planCheck} can be. */
    public enum Result {
        WITHIN("within", "within what is agreed"),
        OUTSIDE("outside", "outside what is agreed"),
        SILENT("silent", "not mentioned in what is agreed"),
        BARRED("barred", "forbidden by a court, or refused by the authority"),
        UNKNOWN("unknown", "what is agreed does not say");

        private final String id;
        private final String words;

        Result(String id, String words) {
            this.id = id;
            this.words = words;
        }

        public String id() {
            return id;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What is agreed says this of a contact.
     *
     * @param barred {@code contactBarred}: yes, no or unsure; empty when it says nothing of it, so that a person has to say
     * @param clause the words that say so
     * @param version of what is agreed
     */
    public record Answer(Result result, Optional<String> barred, String clause, int version) {}

    /**
     * A contact as it is told.
     *
     * @param personId who it was with, an id of {@link PlanPeople} or {@link #SOMEBODY_ELSE}; empty when not said
     * @param channel how it happened; empty when not said
     * @param hidden whether it went by an account or app that nobody knew of, which is no agreed way whatever the hour
     * @param exact whether the hour is known; where not, {@code at} is when it became known
     * @param there who was there, an id of {@link Supervision} or {@code unsure}; empty where nobody was asked
     */
    public record Contact(
            Optional<String> personId,
            Optional<Channel> channel,
            boolean hidden,
            Instant at,
            boolean exact,
            Optional<String> there) {

        /** Of which nobody asks who was there. */
        public Contact(
                Optional<String> personId, Optional<Channel> channel, boolean hidden, Instant at, boolean exact) {
            this(personId, channel, hidden, at, exact, Optional.empty());
        }
    }

    /** A way of contact with somebody for which it is agreed that somebody else is there. */
    public record Supervised(String personId, Channel channel) {}

    /** All of those that count today: a report of one asks who was there (policy, section 1). */
    public List<Supervised> supervised(String childId) {
        return register.plan(childId).entries().stream()
                .filter(held -> held.counts()
                        && held.item() instanceof Agreement agreement
                        && agreement.supervision() != Supervision.NOBODY)
                .map(held -> (Agreement) held.item())
                .map(agreement -> new Supervised(agreement.personId().orElseThrow(), agreement.channel()))
                .toList();
    }

    /** Everybody of whom it is known today whether a court or the authority forbids contact: nobody has to be asked about them. */
    public List<String> known(String childId) {
        Plan plan = register.plan(childId);
        return people.of(childId).stream()
                .map(PlanPerson::id)
                .filter(id -> barred(childId, plan, id)
                        .filter(barred -> !barred.equals(UNSURE))
                        .isPresent())
                .toList();
    }

    /** As whom this child's home knows somebody; empty for whoever is on none of its lists, whoever they say they are. */
    public Optional<String> knownAs(String childId, String personId) {
        return people.find(childId, personId).map(PlanPerson::label);
    }

    /** Whether the agency's folder counts this person among those who have hurt somebody, or whom police or court limit. */
    public boolean isDangerous(String childId, String personId) {
        return people.isDangerous(childId, personId);
    }

    /**
     * That nothing forbids it is known only of somebody with whom contact is agreed: of anybody else nothing is said, and an order may not have
     * been entered yet.
     */
    private Optional<String> barred(String childId, Plan plan, String personId) {
        List<Held> about = plan.about(personId);
        List<Held> forbidding = noContact.with(childId, plan, personId);
        if (forbidding.stream().anyMatch(Held::counts)) {
            return Optional.of(YES);
        }
        boolean open = !plan.isCurrent()
                || !forbidding.isEmpty()
                || about.stream().anyMatch(held -> held.item() instanceof Refusal);
        if (open) {
            return Optional.of(UNSURE);
        }
        boolean agreed = about.stream().anyMatch(held -> held.item() instanceof Agreement && held.counts());
        return agreed && !isDangerous(childId, personId) ? Optional.of("no") : Optional.empty();
    }

    /** Compares a contact with what is agreed about this child on the day of the contact. */
    public Answer compare(String childId, Contact contact) {
        ZonedDateTime at = contact.at().atZone(London.ZONE);
        Plan plan = register.plan(childId, at.toLocalDate());
        Optional<PlanPerson> known = contact.personId().flatMap(id -> people.find(childId, id));
        if (known.isEmpty()) {
            boolean named = contact.personId().filter(SOMEBODY_ELSE::equals).isPresent();
            return named && plan.isCurrent()
                    ? new Answer(Result.SILENT, Optional.empty(), "Nobody of whom it speaks.", plan.version())
                    : new Answer(Result.UNKNOWN, Optional.empty(), "Nobody was named.", plan.version());
        }
        String personId = known.get().id();
        Optional<String> barred = barred(childId, plan, personId);
        List<Held> about = plan.about(personId);
        if (barred.filter(YES::equals).isPresent()) {
            Held clause = noContact.inForce(childId, plan, personId).orElseThrow();
            return new Answer(Result.BARRED, barred, words.sentence(childId, clause), plan.version());
        }
        return agreed(childId, plan, about, contact, barred);
    }

    private Answer agreed(String childId, Plan plan, List<Held> about, Contact contact, Optional<String> answer) {
        if (answer.filter(UNSURE::equals).isPresent()) {
            return new Answer(Result.UNKNOWN, answer, whyUnsure(childId, about), plan.version());
        }
        List<Held> agreed = about.stream()
                .filter(held -> held.item() instanceof Agreement && held.standing() != Standing.NOT_YET)
                .toList();
        if (agreed.isEmpty()) {
            return new Answer(Result.SILENT, answer, "Nothing is agreed with this person.", plan.version());
        }
        Optional<Held> fits = agreed.stream()
                .filter(held -> held.counts() && !contact.hidden() && fits((Agreement) held.item(), contact))
                .findFirst();
        if (fits.isPresent()) {
            Agreement clause = (Agreement) fits.get().item();
            boolean open = clause.supervision() != Supervision.NOBODY
                    && contact.there().filter(UNSURE::equals).isPresent();
            return new Answer(
                    open ? Result.UNKNOWN : Result.WITHIN,
                    answer,
                    words.sentence(childId, fits.get()) + (open ? " Nobody knows yet who was there." : ""),
                    plan.version());
        }
        boolean sameWay = agreed.stream().anyMatch(held -> sameWay((Agreement) held.item(), contact));
        boolean known = contact.hidden() || contact.channel().isPresent() && (contact.exact() || !sameWay);
        boolean open = agreed.stream().anyMatch(held -> !held.counts());
        Result result = known && !open ? Result.OUTSIDE : Result.UNKNOWN;
        return new Answer(result, answer, sentences(childId, agreed), plan.version());
    }

    private String whyUnsure(String childId, List<Held> about) {
        List<Held> open = about.stream()
                .filter(held -> !held.counts() || held.item() instanceof Refusal)
                .toList();
        return open.isEmpty()
                ? "No Care Plan or Placement Plan is on file that is confirmed and not past its review."
                : sentences(childId, open);
    }

    private String sentences(String childId, List<Held> held) {
        return String.join(
                "\n", held.stream().map(one -> words.sentence(childId, one)).toList());
    }

    /** That way, on one of its days, between its first and its last minute. */
    private static boolean fits(Agreement agreement, Contact contact) {
        ZonedDateTime at = contact.at().atZone(London.ZONE);
        LocalTime time = at.toLocalTime();
        return sameWay(agreement, contact)
                && contact.exact()
                && (agreement.days().isEmpty() || agreement.days().contains(at.getDayOfWeek()))
                && agreement.starts().filter(time::isBefore).isEmpty()
                && agreement.ends().filter(time::isAfter).isEmpty();
    }

    /** Without those who were to be there it is no agreed way, whatever the hour. */
    private static boolean sameWay(Agreement agreement, Contact contact) {
        return contact.channel().filter(agreement.channel()::equals).isPresent()
                && contact.there()
                        .flatMap(id -> Choice.of(Supervision.class, id))
                        .filter(there -> !agreement.supervision().isMetBy(there))
                        .isEmpty();
    }
}
