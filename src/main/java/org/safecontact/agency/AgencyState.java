package org.safecontact.agency;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The whole agency as one of its folders described it; never changed, only replaced.
 *
 * @param items everything by file and id, in the order of the files
 */
record AgencyState(Map<ItemKind, Map<String, Item>> items) {

    static AgencyState of(Map<ItemKind, ? extends Collection<? extends Item>> lists) {
        Map<ItemKind, Map<String, Item>> items = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : ItemKind.values()) {
            Map<String, Item> byId = new LinkedHashMap<>();
            if (lists.containsKey(kind)) {
                lists.get(kind).forEach(item -> byId.put(item.id(), item));
            }
            items.put(kind, byId);
        }
        return new AgencyState(items);
    }

    Collection<Person> people() {
        return all(ItemKind.PEOPLE, Person.class);
    }

    Collection<Household> households() {
        return all(ItemKind.HOUSEHOLDS, Household.class);
    }

    Collection<Team> teams() {
        return all(ItemKind.TEAMS, Team.class);
    }

    Collection<Child> children() {
        return all(ItemKind.CHILDREN, Child.class);
    }

    Collection<Authority> authorities() {
        return all(ItemKind.AUTHORITIES, Authority.class);
    }

    Collection<Shift> rota() {
        return all(ItemKind.ROTA, Shift.class);
    }

    Collection<DangerousPerson> dangerousPeople() {
        return all(ItemKind.DANGEROUS_PEOPLE, DangerousPerson.class);
    }

    Collection<CourtOrder> orders() {
        return all(ItemKind.ORDERS, CourtOrder.class);
    }

    Collection<OwnDay> ownDays() {
        return all(ItemKind.OWN_DAYS, OwnDay.class);
    }

    Collection<Policy> policies() {
        return all(ItemKind.POLICIES, Policy.class);
    }

    Optional<Settings> settings() {
        return all(ItemKind.AGENCY, Settings.class).stream().findFirst();
    }

    /** Null when there is none. */
    Item item(ItemKind kind, String id) {
        return items.get(kind).get(id);
    }

    /** Where every child lives. */
    Map<String, String> homes() {
        return children().stream().collect(Collectors.toMap(Child::id, Child::householdId));
    }

    Optional<Person> person(String id) {
        return one(ItemKind.PEOPLE, id, Person.class);
    }

    <T extends Item> Optional<T> one(ItemKind kind, String id, Class<T> type) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(items.get(kind).get(id)).map(type::cast);
    }

    private <T extends Item> List<T> all(ItemKind kind, Class<T> type) {
        return items.get(kind).values().stream().map(type::cast).toList();
    }
}
