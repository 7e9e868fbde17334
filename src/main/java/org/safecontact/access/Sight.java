package org.safecontact.access;

import java.util.List;
import java.util.Optional;

/**
 * What a person's work shows them at this moment, worked out once per request: the engine's lists and the by-id checks
 * both follow it. Exclusion from a case takes everything away again.
 *
 * @param personId whose sight
 * @param everyCase every case that is not walled (duty now, managers of the service)
 * @param behindWalls walled cases too
 * @param households cases about these homes
 * @param standsInFor homes whose worker this person stands in for on duty: what is kept about their children in no case
 * @param ownHome cases about the home that the person cares in, once their report was sent: what somebody of the home
 *     began and did not send is nobody else's of that home
 * @param children cases about these children
 * @param references these cases whatever their home: granted to this person
 * @param inHand cases that are this person's at this moment, such as an own report that was not sent; not walled ones
 * @param roles group ids of the roles in which something may be this person's to take now; who is on duty stands in for
 *     supervising social workers too
 * @param onlyMeant of those cases only what is in this person's hands or was offered by name (carers, children's
 *     social workers)
 */
public record Sight(
        String personId,
        boolean everyCase,
        boolean behindWalls,
        List<String> households,
        List<String> standsInFor,
        Optional<String> ownHome,
        List<String> children,
        List<String> references,
        List<String> inHand,
        List<String> roles,
        boolean onlyMeant) {

    /** The sight of somebody who sees no case at all. */
    static Sight none(String personId) {
        return new Sight(
                personId,
                false,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true);
    }

    /** Whether there is any case to see; the engine's lists are not even asked when there is none. */
    public boolean isEmpty() {
        return !everyCase
                && households.isEmpty()
                && ownHome.isEmpty()
                && children.isEmpty()
                && references.isEmpty()
                && inHand.isEmpty();
    }

    /** Duty sees what is open; a closed case only those whose own work it is. */
    Sight withoutDuty() {
        return new Sight(
                personId,
                behindWalls,
                behindWalls,
                households,
                List.of(),
                ownHome,
                children,
                references,
                inHand,
                roles,
                onlyMeant);
    }

    /** Whether a case, from which the person is not excluded, lies within this sight. */
    boolean covers(CaseFile file) {
        if (references.contains(file.reference())) {
            return true;
        }
        if (file.walled() && !behindWalls) {
            return false;
        }
        return everyCase && (behindWalls || !file.noCase())
                || file.noCase()
                        && file.householdId().filter(standsInFor::contains).isPresent()
                || inHand.contains(file.reference())
                || file.householdId().filter(households::contains).isPresent()
                || file.sent() && ownHome.isPresent() && ownHome.equals(file.householdId())
                || file.childId().filter(children::contains).isPresent();
    }
}
