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
     * @param labels what can be picked; empty where nothing is agreed about any of the children
     * @param known those of whom what is agreed knows whether contact is forbidden
     */
    public record Offer(Map<String, String> labels, List<String> known) {}

    /** What this person may pick when reporting about these children; nothing where what is agreed cannot be read. */
    public Offer offer(List<Child> children, String personId) {
        return asked.of(() -> agreed(children, personId)).orElseGet(() -> new Offer(Map.of(), List.of()));
    }

    private Offer agreed(List<Child> children, String personId) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        children.stream().filter(child -> access.mayRead(personId, child.id())).forEach(child -> {
            List<String> knownOf = check.known(child.id());
            people.of(child.id()).forEach(person -> {
                String id = child.id() + OF + person.id();
                labels.put(id, (children.size() > 1 ? child.label() + ": " : "") + person.label());
                if (knownOf.contains(person.id())) {
                    known.add(id);
                }
            });
        });
        if (!labels.isEmpty()) {
            labels.put(PlanCheck.SOMEBODY_ELSE, "Somebody else");
            labels.put(NOT_KNOWN, "I don't know");
        }
        return new Offer(labels, known);
    }

    /**
     * Who was picked.
     *
     * @param picked one of the offered
     * @return empty where it is not known
     * @throws WrongChild when what is agreed speaks of this person for another child
     */
    public Optional<String> person(String picked, String childId) {
        int at = picked.indexOf(OF);
        if (at >= 0 && !picked.substring(0, at).equals(childId)) {
            throw new WrongChild();
        }
        return person(picked);
    }

    /** Who was picked, of whichever child: of somebody of another child nothing is known here. */
    public Optional<String> person(String picked) {
        return Optional.of(picked.substring(picked.indexOf(OF) + 1)).filter(id -> !id.equals(NOT_KNOWN));
    }

    /** Somebody of another child was picked. */
    public static final class WrongChild extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
