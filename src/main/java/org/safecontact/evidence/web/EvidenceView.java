package org.safecontact.evidence.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.evidence.Agreed;
import org.safecontact.evidence.EvidenceFile;
import org.safecontact.evidence.EvidenceFiles;
import org.safecontact.evidence.EvidenceItem;
import org.safecontact.evidence.EvidenceKind;
import org.safecontact.evidence.EvidenceList;
import org.safecontact.evidence.EvidenceStore;
import org.safecontact.evidence.Guidance;
import org.safecontact.evidence.Tick;
import org.safecontact.evidence.Touch;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.WhoseWords;
import org.safecontact.record.Author;
import org.springframework.stereotype.Component;

/** The evidence of a case in words for people; times as England sees them. */
@Component
class EvidenceView {

    private static final String SINCE_MOVED = "A worker has noted this since. Ask your worker.";

    /**
     * The list, and what this person may do now.
     *
     * @param child the agency's label; empty until the report says which
     * @param ownCopies what holds for copies on the home's own phones; empty while no file is here
     * @param mayFreeCopies whether this person says now that those may be removed
     * @param agreed who agreed to which files and when, a sentence each; empty while none may be added
     * @param picturesNamed whether pictures that may be nude or sexual are part of the worry: then no file is taken
     */
    record Shown(
            String reference,
            String child,
            boolean picturesNamed,
            String ownCopies,
            boolean mayFreeCopies,
            List<Item> items,
            List<Line> custody,
            List<String> agreed,
            boolean mayAgree,
            List<Choice> mayBeAgreed,
            boolean mayOpen,
            long largestFile) {}

    record Item(
            int number,
            String kind,
            String app,
            String handle,
            String seen,
            String device,
            String words,
            List<String> ticks,
            String noted,
            String place,
            String holder,
            String placeSaid,
            String doThis,
            String doNot,
            boolean mayAddFile,
            String whyNoFile,
            List<File> files) {}

    record File(
            int number,
            String type,
            String size,
            String sha256,
            String receivedSha256,
            String added,
            String state,
            String stateWords,
            List<Line> custody) {}

    record Line(String at, String who, String what, String detail) {}

    record Choice(String value, String words) {}

    /** What the table says of a kind in this case; asked once, however many items there are. */
    private record Handling(Guidance guidance, Optional<String> whyNoFile) {}

    private final EvidenceStore store;
    private final EvidenceFiles files;
    private final WhoseWords words;
    private final Incidents incidents;
    private final Agency agency;
    private final HumanTime time;

    EvidenceView(
            EvidenceStore store,
            EvidenceFiles files,
            WhoseWords words,
            Incidents incidents,
            Agency agency,
            HumanTime time) {
        this.store = store;
        this.files = files;
        this.words = words;
        this.incidents = incidents;
        this.agency = agency;
        this.time = time;
    }

    /** Everything about the evidence of a case for one person; that they read it stands in the ledger. */
    Shown of(String reference, String personId) {
        EvidenceList list = whatMayBeRead(store.read(reference, personId), personId);
        Map<EvidenceKind, Handling> handling = new EnumMap<>(EvidenceKind.class);
        for (EvidenceKind kind : EvidenceKind.values()) {
            handling.put(kind, new Handling(store.guidance(reference, kind), store.whyNoFile(reference, kind)));
        }
        List<Item> items = list.items().stream()
                .map(item -> item(list, item, handling.get(item.kind())))
                .toList();
        return new Shown(
                reference,
                incidents
                        .find(reference)
                        .flatMap(Incident::childId)
                        .flatMap(agency::child)
                        .map(Child::label)
                        .orElse(""),
                store.picturesNamed(reference),
                ownCopies(reference, list, personId),
                !list.files().isEmpty()
                        && list.ownCopiesMayGo().isEmpty()
                        && store.maySayWhenOwnCopiesGo(reference, personId),
                items,
                list.custody().stream()
                        .filter(touch -> touch.fileId().isEmpty() && touch.what() != Touch.What.LIST_READ)
                        .map(this::line)
                        .toList(),
                store.agreed(reference).stream().map(this::agreed).toList(),
                store.mayAgree(reference, personId),
                Arrays.stream(EvidenceKind.values())
                        .filter(kind -> handling.get(kind).guidance().filesAllowed())
                        .map(kind -> new Choice(kind.value(), kind.words()))
                        .toList(),
                files.mayOpen(personId),
                files.largest().toBytes());
    }

    private String agreed(Agreed agreed) {
        return agreed.kind().words() + ": " + agency.nameOf(agreed.by()) + " agreed to files of this "
                + time.at(agreed.at()) + ".";
    }

    private String ownCopies(String reference, EvidenceList list, String personId) {
        if (list.files().isEmpty()) {
            return "";
        }
        boolean carer = words.ownHomeOnly(personId);
        if (list.keptShut() || store.picturesNamed(reference)) {
            return "Leave every copy where it is: do not look at it, copy it, send it or delete it."
                    + (carer ? " Ring duty if you are asked to." : "");
        }
        return list.ownCopiesMayGo()
                .map(said -> (carer
                                ? "You can remove the copy on your own phone now"
                                : "Copies on own phones can be removed")
                        + ", said " + agency.nameOf(said.personId()) + ", " + time.full(said.at()) + ".")
                .orElse(
                        carer
                                ? "A copy is still on your own phone. Leave it; your worker tells you here when to remove it."
                                : "Whoever added a file still has a copy on their own phone. They leave it until somebody says here that it can go.");
    }

    /** Carers read what their own home noted, as in the record; of what others did they see who and when, not why. */
    private EvidenceList whatMayBeRead(EvidenceList list, String personId) {
        EvidenceList noted = words.ownHomeOnly(personId) ? notedAtHome(list, words.homeOf(personId)) : list;
        if (files.mayOpen(personId)) {
            return noted;
        }
        Set<String> readable = Set.of(personId, Author.SYSTEM.personId());
        return new EvidenceList(
                noted.items(),
                noted.files(),
                noted.custody().stream()
                        .map(touch -> readable.contains(touch.personId()) ? touch : touch.withoutDetail())
                        .toList());
    }

    private static EvidenceList notedAtHome(EvidenceList list, Set<String> home) {
        List<EvidenceItem> items = list.items().stream()
                .filter(item -> home.contains(item.notedBy()))
                .map(item -> home.contains(item.placeSaidBy()) ? item : item.at(SINCE_MOVED, SINCE_MOVED))
                .toList();
        Set<Long> ids = items.stream().map(EvidenceItem::id).collect(Collectors.toSet());
        return new EvidenceList(
                items,
                list.files(),
                list.custody().stream()
                        .filter(touch -> touch.itemId().map(ids::contains).orElse(true))
                        .toList());
    }

    private Item item(EvidenceList list, EvidenceItem item, Handling handling) {
        Guidance guidance = handling.guidance();
        Optional<String> whyNot = handling.whyNoFile();
        return new Item(
                item.number(),
                item.kind().words(),
                item.app(),
                item.handle(),
                seen(item),
                item.device(),
                item.words(),
                item.ticks().stream().map(Tick::words).toList(),
                agency.nameOf(item.notedBy()) + ", " + time.full(item.notedAt()),
                item.place(),
                item.holder(),
                time.full(item.placeSaidAt()),
                guidance.doThis(),
                guidance.doNot(),
                whyNot.isEmpty(),
                whyNot.orElse(""),
                list.files().stream()
                        .filter(file -> file.itemId() == item.id())
                        .map(file -> file(list, file))
                        .toList());
    }

    private File file(EvidenceList list, EvidenceFile file) {
        return new File(
                file.number(),
                file.type().words(),
                size(file.size()),
                file.sha256(),
                file.receivedSha256().equals(file.sha256()) ? "" : file.receivedSha256(),
                agency.nameOf(file.addedBy()) + ", " + time.full(file.addedAt()),
                file.state().name(),
                switch (file.state()) {
                    case OPEN -> "";
                    case LOCKED -> "Locked: the registered manager asks whoever added it first.";
                    case SEALED -> "Sealed: nobody opens it.";
                    case REMOVED -> "Removed on a police officer's direction. What is written here stays.";
                },
                list.custody().stream()
                        .filter(touch ->
                                touch.fileId().filter(file.id()::equals).isPresent())
                        .map(this::line)
                        .toList());
    }

    private Line line(Touch touch) {
        String who =
                touch.personId().equals(Author.SYSTEM.personId()) ? "Safe Contact" : agency.nameOf(touch.personId());
        return new Line(time.full(touch.at()), who, touch.what().words(), touch.detail());
    }

    private String seen(EvidenceItem item) {
        List<String> times = new ArrayList<>();
        item.seenFrom().ifPresent(from -> times.add(time.full(from)));
        item.seenTo().ifPresent(to -> times.add("until " + time.full(to)));
        return String.join(" ", times);
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : bytes / (1024 * 1024) + " MB";
    }
}
