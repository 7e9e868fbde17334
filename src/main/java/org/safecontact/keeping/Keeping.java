package org.safecontact.keeping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.LoginChanges;
import org.safecontact.access.Logins;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.AgencyKeeping.Entry;
import org.safecontact.agency.AgencyKeeping.Wish;
import org.safecontact.agency.ItemKind;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who reads and who changes what the agency says of itself; somebody new gets a login with it. */
@Service
public class Keeping {

    private static final Set<Role> READERS =
            Set.of(Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL);

    /** Without letters and digits that look like each other. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    private static final String DIGITS = "23456789";

    private static final Map<String, String> WHERE_REACHED =
            Map.of("telephone", "another telephone number", "email", "another e-mail address");

    private static final Map<ItemKind, String> NUMBER_OF_DUTY =
            Map.of(ItemKind.AGENCY, "dutyTelephone", ItemKind.ROTA, "telephone");

    private static final String DUTYS_NUMBER = "changed the number of duty";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgencyKeeping agencyKeeping;
    private final Agency agency;
    private final Logins logins;
    private final LoginChanges changes;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Keeping(
            AgencyKeeping agencyKeeping,
            Agency agency,
            Logins logins,
            LoginChanges changes,
            CurrentPerson person,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.agencyKeeping = agencyKeeping;
        this.agency = agency;
        this.logins = logins;
        this.changes = changes;
        this.person = person;
        this.transaction = transaction;
        this.events = events;
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

    /** @throws NotYours for everybody but who answers for the service: whoever may change it, and who stands above them */
    public void requireReadChanges() {
        if (!mayReadChanges()) {
            throw new NotYours();
        }
    }

    public boolean mayReadChanges() {
        return mayChange() || agency.is(person.required(), Role.RESPONSIBLE_INDIVIDUAL);
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
        Optional<NewLogin> login = transaction.execute(status -> kept(wishes));
        if (wishes.stream().anyMatch(wish -> wish.kind() == ItemKind.PEOPLE || wish.kind() == ItemKind.HOUSEHOLDS)) {
            events.publishEvent(new PeopleKept());
        }
        return login;
    }

    private Optional<NewLogin> kept(List<Wish> wishes) {
        requireChange();
        String me = person.required();
        if (wishes.stream().anyMatch(wish -> isOwnRoles(wish, me))) {
            throw new YourOwn();
        }
        tellOfChanges(wishes, me);
        agencyKeeping.keep(wishes, me);
        return wishes.stream()
                .filter(wish -> wish.kind() == ItemKind.PEOPLE && wish.number() == 0)
                .findFirst()
                .map(wish -> login(wish.id(), wish.fields().orElseThrow()));
    }

    /** Who is reached where, and who answers for what, is never another's in silence: whose it is hears of it where they were reached before. */
    private void tellOfChanges(List<Wish> wishes, String me) {
        wishes.stream()
                .filter(wish -> wish.kind() == ItemKind.PEOPLE
                        && wish.number() != 0
                        && !wish.id().equals(me))
                .forEach(wish -> agencyKeeping
                        .one(ItemKind.PEOPLE, wish.id())
                        .map(entry -> changed(entry.fields(), wish.fields()))
                        .filter(what -> !what.isEmpty())
                        .ifPresent(what -> changes.changed(wish.id(), what, me)));
        wishes.stream().filter(this::isAnotherNumberOfDuty).forEach(wish -> changes.note(me, DUTYS_NUMBER, me));
    }

    /** It is the number that every screen says to ring. */
    private boolean isAnotherNumberOfDuty(Wish wish) {
        return NUMBER_OF_DUTY.containsKey(wish.kind())
                && !agencyKeeping
                        .one(wish.kind(), wish.id())
                        .map(entry -> number(wish.kind(), entry.fields()))
                        .orElse("")
                        .equals(wish.fields()
                                .map(fields -> number(wish.kind(), fields))
                                .orElse(""));
    }

    private static String number(ItemKind kind, ObjectNode fields) {
        return fields.path(NUMBER_OF_DUTY.get(kind)).asText("");
    }

    private static String changed(ObjectNode before, Optional<ObjectNode> after) {
        if (after.isEmpty()) {
            return "was taken out of the agency";
        }
        String where = Stream.of("telephone", "email")
                .filter(field -> !before.path(field).equals(after.get().path(field)))
                .map(WHERE_REACHED::get)
                .collect(Collectors.joining(" and "));
        String roles = roles(before).equals(roles(after.get())) ? "" : "has other roles";
        return Stream.of(where.isEmpty() ? "" : "is reached at " + where, roles)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", and "));
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
        String name = fields.path("name").asText();
        String password = passwordWithout(id, name);
        Role role = Role.ofGroup(first(fields.path("roles"))).orElseThrow();
        if (!person.asTheHouse(() -> logins.provide(id, name, password, role))) {
            throw new LoginTaken();
        }
        return new NewLogin(id, name, password);
    }

    private static String first(JsonNode roles) {
        return roles.path(0).asText();
    }

    /** The engine takes no password with somebody's login or one of their two names in it, however short they are. */
    private static String passwordWithout(String id, String name) {
        int lastWord = name.lastIndexOf(' ');
        List<String> words = Stream.of(id, name.substring(0, Math.max(lastWord, 0)), name.substring(lastWord + 1))
                .filter(word -> !word.isBlank())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return Stream.generate(Keeping::password)
                .filter(drawn -> words.stream().noneMatch(drawn.toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .orElseThrow();
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
