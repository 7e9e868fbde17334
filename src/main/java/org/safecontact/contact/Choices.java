package org.safecontact.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.access.ChildAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HouseTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.report.Offered;
import org.safecontact.plan.Channel;
import org.safecontact.plan.Plan.Held;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who tells of an agreed contact reads and chooses from. */
@Service
@Transactional(readOnly = true)
public class Choices {

    private final RecentTimes times;
    private final ContactWords words;
    private final PlanWords planWords;
    private final Contacts contacts;
    private final Offered offered;
    private final ChildAccess access;
    private final Agency agency;
    private final Clock clock;

    Choices(
            RecentTimes times,
            ContactWords words,
            PlanWords planWords,
            Contacts contacts,
            Offered offered,
            ChildAccess access,
            Agency agency,
            Clock clock) {
        this.times = times;
        this.words = words;
        this.planWords = planWords;
        this.contacts = contacts;
        this.offered = offered;
        this.access = access;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * @param agreed what is agreed, a line each, to be read before anything is answered; a sentence instead, where it is not this person's to read any more
     * @param recent contacts that may just have been
     * @param agreements what can have been at another time
     * @param photos names among both of which photos were shared
     * @param open names among both that do not count yet, or any more
     * @param people who can be named in a worry; where the child lives elsewhere now, nobody of there
     */
    public record Offer(
            String child,
            String agreed,
            Map<String, String> recent,
            Map<String, String> agreements,
            List<String> photos,
            List<String> open,
            Map<String, String> people) {}

    public Offer offer(Contact contact, String personId) {
        Child child = agency.child(contact.childId()).orElseThrow();
        Map<String, String> recent = new LinkedHashMap<>();
        Map<String, String> agreements = new LinkedHashMap<>();
        List<String> photos = new ArrayList<>();
        List<String> open = new ArrayList<>();
        times.of(child.id()).forEach((name, which) -> {
            recent.put(name, words.which(child.id(), which) + told(contact, which));
            mark(name, which.agreed(), photos, open);
        });
        boolean theirs = access.mayRead(personId, child.id());
        List<Held> held = times.agreements(child.id());
        held.forEach(agreed -> {
            String name = String.valueOf(agreed.number());
            agreements.put(name, words.with(child.id(), (Agreement) agreed.item()));
            mark(name, agreed, photos, open);
        });
        return new Offer(
                child.label(),
                theirs
                        ? held.stream()
                                .map(agreed -> "- " + AsTyped.inText(line(child.id(), agreed)))
                                .collect(Collectors.joining("\n"))
                        : "Ask your supervising social worker. You can still tell us of contact that has been.",
                recent,
                agreements,
                photos,
                open,
                offered.people(theirs ? List.of(child) : offered.childrenFor(personId), personId));
    }

    /** @throws FormRefused when it is not offered any more */
    public Which recent(String childId, String name) {
        return Optional.ofNullable(times.of(childId).get(name))
                .orElseThrow(() -> new FormRefused("contact", "Please choose again which contact it was."));
    }

    /** @throws FormRefused when it was too long ago, or nothing like it is agreed */
    public Which at(String childId, int entry, Instant at) {
        if (at.isBefore(clock.instant().minus(agency.length(HouseTime.OLDEST_CONTACT)))) {
            throw new FormRefused(
                    "began",
                    "This was long ago. Please look at the day again; if it is right, tell your supervising social worker.");
        }
        return times.at(childId, entry, at)
                .orElseThrow(() -> new FormRefused("entry", "Please choose again which one it was."));
    }

    private static void mark(String name, Held agreed, List<String> photos, List<String> open) {
        if (((Agreement) agreed.item()).channel() == Channel.PHOTO) {
            photos.add(name);
        }
        if (!agreed.counts()) {
            open.add(name);
        }
    }

    private String line(String childId, Held agreed) {
        String conditions = ((Agreement) agreed.item()).conditions().strip();
        return planWords.line(childId, agreed.item())
                + (conditions.isEmpty() ? "" : ". " + conditions)
                + (agreed.counts() ? "" : ". " + agreed.mark().replaceAll("\\.$", ""));
    }

    private String told(Contact contact, Which which) {
        return contacts.same(contact, which).stream()
                .map(Contact::begunBy)
                .distinct()
                .findFirst()
                .map(by -> by.equals(contact.begunBy())
                        ? " (you told us of it already)"
                        : " (" + agency.nameOf(by) + " told us of it already; you may too)")
                .orElse("");
    }
}
