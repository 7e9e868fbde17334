package org.safecontact.access;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.AgencyKeeping;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells of a changed login outside the product: whoever has a new password of yours may be reading what you read, and you cannot log in to
 * see it. Names nobody, as no message does (contract, 5.3).
 */
@Component
public class LoginLetters {

    private final Agency agency;
    private final AgencyKeeping keeping;
    private final LoginChanges changes;
    private final LoginMail mail;
    private final String page;

    LoginLetters(
            Agency agency,
            AgencyKeeping keeping,
            LoginChanges changes,
            LoginMail mail,
            @Value("${safe-contact.base-url}") String baseUrl) {
        this.agency = agency;
        this.keeping = keeping;
        this.changes = changes;
        this.mail = mail;
        this.page = baseUrl + (baseUrl.endsWith("/") ? "" : "/") + "camunda/app/tasklist/";
    }

    /** Whose login it is, and the registered managers; whoever looks after the machine only is nobody of the agency. */
    public Set<String> recipients(String login) {
        Set<String> recipients = new LinkedHashSet<>();
        agency.person(login).map(Person::id).ifPresent(recipients::add);
        agency.holdersOf(Role.REGISTERED_MANAGER).stream().map(Person::id).forEach(recipients::add);
        return recipients;
    }

    /** The same where a page changed how somebody is reached or what they answer for: who stands above hears of it too. */
    public Set<String> recipientsOfAPagesChange(String login) {
        Set<String> recipients = recipients(login);
        agency.holdersOf(Role.RESPONSIBLE_INDIVIDUAL).stream().map(Person::id).forEach(recipients::add);
        return recipients;
    }

    /**
     * Sends one letter; nothing to somebody who has left since.
     *
     * @param change number of the change
     * @param login whose login was changed
     * @param asBefore to where the recipient was reached before the change; nothing where that is no other address
     */
    public void send(long change, String login, String recipientId, boolean asBefore) {
        Optional<Person> now = agency.person(recipientId);
        Optional<Person> recipient = asBefore
                ? keeping.before(recipientId, changes.at(change))
                        .filter(before -> now.filter(person -> person.email().equals(before.email()))
                                .isEmpty())
                : now;
        boolean own = recipientId.equals(login);
        recipient.ifPresent(person -> mail.send(
                "login-change.%d.%s%s@safe-contact".formatted(change, recipientId, asBefore ? ".before" : ""),
                person,
                own ? "Your login to Safe Contact was changed" : "A login to Safe Contact was changed",
                own ? toTheOwner() : toManagers()));
    }

    private String toTheOwner() {
        return """
                Your login to Safe Contact was changed: a new password, another group or role, another telephone number or e-mail address, or the login itself.

                If you did not ask for it, ring a registered manager now.

                What was changed, and by whom: %s

                Please do not answer this message.
                """.formatted(page);
    }

    private String toManagers() {
        return """
                A login to Safe Contact was changed: a new password, another group or role, another telephone number or e-mail address, or the login itself.

                Whose, and by whom, stands on your first screen: %s
                If nobody asked for it, somebody may be reading what is not theirs.

                Please do not answer this message.
                """.formatted(page);
    }
}
