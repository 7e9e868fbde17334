package org.safecontact.keeping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.Logins;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.AgencyKeeping.Wish;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who reads and who changes what the agency says of itself; somebody new gets a login with it. */
@Service
@Transactional
public class Keeping {

    private static final Set<Role> READERS =
            Set.of(Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

    /** Without letters and digits that look like each other. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    private static final String DIGITS = "23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgencyKeeping agencyKeeping;
    private final Agency agency;
    private final Logins logins;
    private final CurrentPerson person;

    Keeping(AgencyKeeping agencyKeeping, Agency agency, Logins logins, CurrentPerson person) {
        this.agencyKeeping = agencyKeeping;
        this.agency = agency;
        this.logins = logins;
        this.person = person;
    }

    /** A login that was made, and its first password, which is kept nowhere in these words. */
    public record NewLogin(String id, String name, String password) {}

    /** Nobody changes their own roles, or takes themselves out: a second person does. */
    public static class YourOwn extends RuntimeException {

        private static final long serialVersionUID = 1L;

        YourOwn() {
            super(
                    "Nobody changes their own roles or takes themselves out. Another registered manager does it for you.");
        }
    }

    /** There is a login of that name already, be it that of whoever looks after the machine: nobody new is given it. */
    public static class LoginTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LoginTaken() {
            super(
                    "There is a login of this name already. Choose another, or ask an administrator to take that login away first.");
        }
    }

    /** @throws NotYours for whoever manages nothing */
    public void requireRead() {
        if (READERS.stream().noneMatch(role -> agency.is(person.required(), role))) {
            throw new NotYours();
        }
    }

    public boolean mayChange() {
        return agency.is(person.required(), Role.REGISTERED_MANAGER);
    }

    /** @throws NotYours for everybody but a registered manager */
    public void requireChange() {
        if (!mayChange()) {
            throw new NotYours();
        }
    }

    /**
     * Keeps it, from the next request on, for everybody.
     *
     * @return the login of somebody who had none
     * @throws YourOwn see there
     * @throws LoginTaken see there
     */
    public Optional<NewLogin> keep(List<Wish> wishes) {
        requireChange();
        String me = person.required();
        if (wishes.stream().anyMatch(wish -> isOwnRoles(wish, me))) {
            throw new YourOwn();
        }
        agencyKeeping.keep(wishes, me);
        return wishes.stream()
                .filter(wish -> wish.kind() == ItemKind.PEOPLE && wish.number() == 0)
                .findFirst()
                .map(wish -> login(wish.id(), wish.fields().orElseThrow()));
    }

    /** A home that is given up goes with the logins of its carers. */
    public void take(ItemKind kind, String id, long number) {
        Stream<Wish> carers = kind == ItemKind.HOUSEHOLDS
                ? agency.carersOf(id).stream()
                        .map(Person::id)
                        .flatMap(carer -> agencyKeeping.one(ItemKind.PEOPLE, carer).stream())
                        .map(entry -> new Wish(ItemKind.PEOPLE, entry.id(), Optional.empty(), entry.number()))
                : Stream.empty();
        keep(Stream.concat(Stream.of(new Wish(kind, id, Optional.empty(), number)), carers)
                .toList());
    }

    private boolean isOwnRoles(Wish wish, String me) {
        if (wish.kind() != ItemKind.PEOPLE || !wish.id().equals(me)) {
            return false;
        }
        Optional<Set<String>> present =
                agencyKeeping.one(ItemKind.PEOPLE, me).map(Entry::fields).map(Keeping::roles);
        return !present.equals(wish.fields().map(Keeping::roles));
    }

    private static Set<String> roles(ObjectNode fields) {
        Set<String> roles = new TreeSet<>();
        fields.path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    /** Made by the house, since the engine lets an administrator alone, and noted and told as that person's change. */
    private NewLogin login(String id, ObjectNode fields) {
        String password = password();
        String name = fields.path("name").asText();
        Role role = Role.ofGroup(first(fields.path("roles"))).orElseThrow();
        if (!person.asTheHouse(() -> logins.provide(id, name, password, role))) {
            throw new LoginTaken();
        }
        return new NewLogin(id, name, password);
    }

    private static String first(JsonNode roles) {
        return roles.path(0).asText();
    }

    /** Three groups that can be read out by telephone, of more than 60 bits, as the engine's rule for passwords wants them. */
    private static String password() {
        return Character.toUpperCase(any(LETTERS, 1).charAt(0))
                + any(LETTERS, 4)
                + "-"
                + any(LETTERS, 5)
                + "-"
                + any(DIGITS, 5);
    }

    private static String any(String of, int many) {
        return RANDOM.ints(many, 0, of.length())
                .mapToObj(at -> String.valueOf(of.charAt(at)))
                .collect(Collectors.joining());
    }
}
