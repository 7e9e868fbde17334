package org.safecontact.incident.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ChildAccess;
import org.safecontact.agency.Child;
import org.safecontact.plan.PlanCheck;
import org.safecontact.plan.PlanPeople;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * With whom a contact was, to pick from what is agreed about the children on the screen, as far as whoever reports may read that. Picking one
 * spares the question what a court or the authority forbids, where what is agreed knows it.
 */
@NamedInterface("report")
@Component
public class AgreedPeople {

    /** Nobody is picked: the question stays. */
    private static final String NOT_KNOWN = "dontKnow";

    private static final char OF = '.';

    /** By this the form shows those of the chosen child alone. */
    private static final String OFFERED_FOR = "childId";

    private final PlanPeople people;
    private final PlanCheck check;
    private final ChildAccess access;
    private final AskedApart asked;

    AgreedPeople(PlanPeople people, PlanCheck check, ChildAccess access, AskedApart asked) {
        this.asked = asked;
        this.people = people;
        this.check = check;
        this.access = access;
    }

    /**
     * What a report offers.
     *
     * @param options who can be picked, each with the {@code childId} that it is offered for; none for a child about whom nothing is agreed
     * @param known those of whom what is agreed knows whether contact is forbidden
     * @param supervised those with a way of contact for which it is agreed who is there, the way after them
     */
    public record Offer(List<Map<String, String>> options, List<String> known, List<String> supervised) {}

    /** What this person may pick when reporting about these children; nothing where what is agreed cannot be read. */
    public Offer offer(List<Child> children, String personId) {
        return asked.of(() -> agreed(children, personId)).orElseGet(() -> new Offer(List.of(), List.of(), List.of()));
    }

    private Offer agreed(List<Child> children, String personId) {
        List<Map<String, String>> options = new ArrayList<>();
        List<String> known = new ArrayList<>();
        List<String> supervised = new ArrayList<>();
        children.stream().filter(child -> access.mayRead(personId, child.id())).forEach(child -> {
            Map<String, String> labels = new LinkedHashMap<>();
            people.of(child.id()).forEach(person -> labels.put(child.id() + OF + person.id(), person.label()));
            if (labels.isEmpty()) {
                return;
            }
            check.known(child.id()).stream()
                    .map(person -> child.id() + OF + person)
                    .filter(labels::containsKey)
                    .forEach(known::add);
            check.supervised(child.id())
                    .forEach(way -> supervised.add(child.id()
                            + OF
                            + way.personId()
                            + OF
                            + way.channel().id()));
            labels.put(PlanCheck.SOMEBODY_ELSE, "Somebody else");
            labels.put(NOT_KNOWN, "I don't know");
            labels.forEach(
                    (value, label) -> options.add(Map.of("value", value, "label", label, OFFERED_FOR, child.id())));
        });
        return new Offer(options, known, supervised);
    }

    /** Whether it is agreed that somebody is there when the child has contact with this person in this way. */
    public boolean asksWhoWasThere(String childId, String person, String channel) {
        return asked.of(() -> check.supervised(childId).stream()
                        .anyMatch(way -> way.personId().equals(person)
                                && way.channel().id().equals(channel)))
                .orElse(false);
    }

    /**
     * Who was picked.
     *
     * @param picked one of the offered
     * @return empty where it is not known
     */
    public Optional<String> person(String picked) {
        return Optional.of(picked.substring(picked.indexOf(OF) + 1)).filter(id -> !id.equals(NOT_KNOWN));
    }
}
