package org.safecontact.pattern;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safecontact.access.EarlierReports;
import org.safecontact.contact.Contact;
import org.safecontact.contact.ContactsSoFar;
import org.safecontact.contact.Presentation;
import org.safecontact.incident.RiskQuestions;
import org.safecontact.incident.WhoseWords;
import org.safecontact.incident.report.ReportedContacts;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Choice;
import org.safecontact.plan.PlanCheck;
import org.safecontact.wellbeing.Look;
import org.safecontact.wellbeing.LooksSoFar;
import org.springframework.stereotype.Component;

/** What somebody may read of a child's contacts and looks, from all rooms that have some; with as many statements for one as for hundreds. */
@Component
class Gathered {

    /** More than this nobody reads on one page; house default. */
    static final int MOST = 300;

    /** No child has so many: what a reader may not read is left out before anything is cut. */
    private static final int EVERY = 2000;

    /** Looks may still go on from a contact so long ago. */
    private static final Duration FOLLOWED = Duration.ofDays(31);

    private static final Map<String, String> KINDS = Map.of(
            "unexpected", "An unexpected message or call",
            "secretAccount", "An account that was not known",
            "hiddenApp", "An app that was not known",
            "unknownRequest", "A request from somebody not known",
            "sharedInformation", "Something private got out");

    private final EarlierReports readable;
    private final ReportedContacts reports;
    private final ContactsSoFar contacts;
    private final LooksSoFar looks;
    private final WhoseWords words;

    Gathered(
            EarlierReports readable,
            ReportedContacts reports,
            ContactsSoFar contacts,
            LooksSoFar looks,
            WhoseWords words) {
        this.readable = readable;
        this.reports = reports;
        this.contacts = contacts;
        this.looks = looks;
        this.words = words;
    }

    /**
     * @param contacts the newest first
     * @param looks at which somebody saw the child, in order
     * @param cut whether there were more
     */
    record All(List<Happened> contacts, List<Look> looks, boolean cut) {}

    /** @param records whether the reader opens records of agreed contacts */
    All of(String childId, String personId, boolean records, Instant from) {
        boolean ownHomeOnly = words.ownHomeOnly(personId);
        Set<String> theirs = readable.all(childId, personId, EVERY);
        Instant followed = from.isBefore(Instant.EPOCH.plus(FOLLOWED)) ? Instant.EPOCH : from.minus(FOLLOWED);
        List<Contact> told = contacts.since(childId, personId, theirs, followed, EVERY);
        List<Happened> all = new ArrayList<>();
        Map<String, ReportedContacts.Contact> became = new HashMap<>();
        Map<String, String> contactOf = contacts.byReport(childId);
        for (ReportedContacts.Contact report : reports.since(theirs, personId, from, EVERY)) {
            String contact = contactOf.get(report.reference());
            if (contact == null) {
                all.add(reported(report, false, ownHomeOnly));
            } else {
                became.putIfAbsent(contact, report);
            }
        }
        for (Contact contact : once(told)) {
            became.remove(contact.reference());
            if (!contact.kept().orElseThrow().happenedAt().isBefore(from)) {
                all.add(agreed(contact, records));
            }
        }
        told.forEach(contact -> became.remove(contact.reference()));
        became.values().forEach(report -> all.add(reported(report, true, ownHomeOnly)));
        all.sort(Comparator.comparing(Happened::at).reversed());

        boolean cut = all.size() > MOST;
        List<Happened> newest = all.subList(0, Math.min(MOST, all.size()));
        Instant back = cut && !newest.isEmpty() ? newest.get(newest.size() - 1).at() : from;
        Set<String> opened = new HashSet<>(theirs);
        told.forEach(contact -> opened.add(contact.reference()));
        Set<String> home = words.homeOf(personId);
        return new All(
                List.copyOf(newest),
                looks.seenSince(childId, opened, back).stream()
                        .filter(look -> !ownHomeOnly
                                || look.doneBy().filter(home::contains).isPresent())
                        .toList(),
                cut);
    }

    /** Told by both carers of a home it is one contact: what became a report before what did not. */
    private static List<Contact> once(List<Contact> told) {
        List<Contact> once = new ArrayList<>();
        told.stream()
                .sorted(Comparator.comparing(contact -> contact.report().isEmpty()))
                .filter(contact -> once.stream().noneMatch(other -> ContactsSoFar.same(other, contact)))
                .forEach(once::add);
        return once;
    }

    private static Happened agreed(Contact contact, boolean records) {
        Contact.Kept kept = contact.kept().orElseThrow();
        boolean tookPlace = kept.tookPlace();
        return new Happened(
                kept.happenedAt(),
                "Agreed contact",
                true,
                tookPlace,
                Optional.of(kept.personId()),
                Optional.of(kept.channel()),
                Optional.of(kept.before()).filter(was -> tookPlace),
                Optional.of(kept.after()).filter(was -> tookPlace),
                Optional.empty(),
                kept.went().words(),
                contact.report().or(() -> Optional.of(contact.reference()).filter(own -> records)));
    }

    private static Happened reported(ReportedContacts.Contact report, boolean planned, boolean ownHomeOnly) {
        Map<String, String> said = report.answers();
        return new Happened(
                report.at(),
                planned
                        ? "Agreed contact"
                        : Optional.ofNullable(said.get(RiskQuestions.CONTACT_KIND))
                                .map(KINDS::get)
                                .orElse("Contact"),
                planned,
                true,
                Optional.ofNullable(said.get(RiskQuestions.PERSON)),
                choice(Channel.class, said.get(RiskQuestions.CHANNEL)),
                Optional.empty(),
                Optional.empty(),
                choice(Presentation.class, said.get(RiskQuestions.DISTRESS)),
                // The comparison is an answer to the decision, which is not for carers.
                ownHomeOnly ? "" : compared(said.get(RiskQuestions.PLAN_CHECK)),
                Optional.of(report.reference()));
    }

    private static String compared(String planCheck) {
        return Stream.of(PlanCheck.Result.values())
                .filter(result -> result.id().equals(planCheck) && result != PlanCheck.Result.UNKNOWN)
                .map(PlanCheck.Result::words)
                .findFirst()
                .orElse("");
    }

    private static <C extends Enum<C> & Choice> Optional<C> choice(Class<C> type, String id) {
        return Choice.of(type, id);
    }
}
