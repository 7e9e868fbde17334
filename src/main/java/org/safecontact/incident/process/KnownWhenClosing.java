package org.safecontact.incident.process;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.ActionLog;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.Noted;
import org.safecontact.incident.PhoneBack;
import org.safecontact.incident.SaferCarePlans;
import org.safecontact.record.Entry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the record says of each thing that whoever closes confirms, a line each: nobody confirms it from memory. */
@Component
class KnownWhenClosing {

    private final Incidents incidents;
    private final LooksInWords looks;
    private final AuthorityTold authority;
    private final WhoToldThePolice police;
    private final ObjectProvider<PhoneBack> phone;
    private final SaferCarePlans plans;
    private final DecidedOn decidedOn;
    private final ActionLog log;
    private final Agency agency;
    private final HumanTime time;

    KnownWhenClosing(
            Incidents incidents,
            LooksInWords looks,
            AuthorityTold authority,
            WhoToldThePolice police,
            ObjectProvider<PhoneBack> phone,
            SaferCarePlans plans,
            DecidedOn decidedOn,
            ActionLog log,
            Agency agency,
            HumanTime time) {
        this.incidents = incidents;
        this.looks = looks;
        this.authority = authority;
        this.police = police;
        this.phone = phone;
        this.plans = plans;
        this.decidedOn = decidedOn;
        this.log = log;
        this.agency = agency;
        this.time = time;
    }

    /**
     * @param entries the whole record
     * @param reads what of it this person reads
     */
    String inText(OpenTask task, List<Entry> entries, Predicate<Entry> reads) {
        String reference = task.reference();
        Stream<String> lines = Stream.of(
                "How the child is: " + looks.soFar(entries, reads),
                "The child's authority: " + authorityTold(reference),
                "The phone: " + phone(reference),
                "The police: " + police(entries),
                "The Safer Care Plan: " + plan(reference),
                "What was done: " + done(reference) + "[Who did what, and when](/safe-contact/c/" + reference + "/d)");
        String known = lines.collect(Collectors.joining("\n- ", "- ", ""));
        return EntriesInText.inLines(Stream.of(known, decidedOn.askedOutside(task)));
    }

    private String done(String reference) {
        OptionalInt many = log.howMany(reference);
        return many.isPresent() ? many.getAsInt() + (many.getAsInt() == 1 ? " to-do. " : " to-dos. ") : "";
    }

    private String authorityTold(String reference) {
        return authority
                .byUsAt(reference)
                .map(at -> "told " + time.at(at) + ", written by " + names(authority.byWhom(reference)))
                .orElse(
                        authority.onRecord(reference)
                                ? "their social worker reported it"
                                : "nobody has written that it was told");
    }

    private String phone(String reference) {
        return phone.stream()
                .flatMap(room -> room.known(reference).map(PhoneBack.Known::words).stream())
                .findFirst()
                .or(() -> phone.stream()
                        .flatMap(room -> room.givenBack(reference).stream())
                        .findFirst()
                        .map(at -> "given back, as was written " + time.at(at)))
                .orElse(
                        incidents
                                        .noted(reference, Noted.PHONE)
                                        .filter(CloseIncident.PHONE_TAKEN::contains)
                                        .isPresent()
                                ? "taken, and nobody has written that it is back"
                                : "nobody has written that it was taken");
    }

    private String police(List<Entry> entries) {
        String told = police.inText(entries);
        return told.isEmpty()
                ? "nobody has written that they were told"
                : told.substring(told.lastIndexOf("\n\n") + 1).strip();
    }

    private String plan(String reference) {
        if (plans.isToBeReviewed(reference)) {
            return "asked for, and not signed yet";
        }
        return plans.signedOffAt(reference)
                .map(at -> "reviewed and signed " + time.at(at))
                .orElse("nobody asked for it here");
    }

    private String names(Set<String> people) {
        return people.stream().map(agency::nameOf).sorted().collect(Collectors.joining(" and "));
    }
}
