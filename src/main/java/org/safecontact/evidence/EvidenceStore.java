package org.safecontact.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.Decided;
import org.safecontact.engine.FormRefused;
import org.safecontact.incident.AccountMet;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.NotAllowed;
import org.safecontact.incident.PictureNoted;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.Statement;
import org.safecontact.record.TypedText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of evidence of a case: what was seen, where it is, who has it, and whether files may be added. */
@Service
@Transactional
public class EvidenceStore {

    private final ItemRepository items;
    private final FileRepository files;
    private final CustodyLedger ledger;
    private final ItemRules itemRules;
    private final FileRules rules;
    private final SealedFiles sealed;
    private final Incidents incidents;
    private final CaseRecord record;
    private final CaseAccess access;
    private final ApplicationEventPublisher events;
    private final HumanTime times;
    private final Clock clock;
    private final int mostOfACase;

    EvidenceStore(
            ItemRepository items,
            FileRepository files,
            CustodyLedger ledger,
            ItemRules itemRules,
            FileRules rules,
            SealedFiles sealed,
            Incidents incidents,
            CaseRecord record,
            CaseAccess access,
            ApplicationEventPublisher events,
            HumanTime times,
            Clock clock,
            @Value("${safe-contact.evidence.items-of-a-case:300}") int mostOfACase) {
        this.items = items;
        this.files = files;
        this.ledger = ledger;
        this.itemRules = itemRules;
        this.rules = rules;
        this.sealed = sealed;
        this.incidents = incidents;
        this.record = record;
        this.access = access;
        this.events = events;
        this.times = times;
        this.clock = clock;
        this.mostOfACase = mostOfACase;
    }

    /**
     * Notes what somebody saw. A picture that may be indecent is ticked, never described, and closes the case to files. The same sent twice
     * within {@link CaseRecord#LATELY} is one item.
     *
     * @throws FormRefused when it cannot be taken as it stands
     * @throws NotAllowed when the case is over: nobody would look at it
     * @throws org.safecontact.access.NotYours when the person is not on the case
     */
    public EvidenceItem note(String reference, String by, NewItem item) {
        access.requireRead(by, reference);
        Instant lately = record.takeTurn(reference).minus(CaseRecord.LATELY);
        Optional<EvidenceItem> before = items.items(reference).stream()
                .filter(each -> each.notedBy().equals(by))
                .reduce((earlier, later) -> later)
                .filter(last -> last.notedAt().isAfter(lately) && last.asNoted().equals(item));
        if (before.isPresent()) {
            return before.get();
        }
        incidents.requireOpen(reference);
        itemRules.check(item);
        requireRoom(reference, item);
        return add(reference, by, item);
    }

    /** A picture that may be indecent always counts: it closes the case to files. */
    private void requireRoom(String reference, NewItem item) {
        boolean closes = item.kind() == EvidenceKind.POSSIBLE_INDECENT_IMAGE && !rules.imagesNamed(reference);
        if (!closes && items.items(reference).size() >= mostOfACase) {
            throw new NotAllowed("This list is full: it holds " + mostOfACase
                    + " things. Please say under \"Add to this\" what else there is, and where it is.");
        }
    }

    /** Adds an item whose texts were checked already, on behalf of somebody who was asked for it. */
    EvidenceItem add(String reference, String by, NewItem item) {
        record.takeTurn(reference);
        Instant now = clock.instant();
        long id = items.add(reference, item, by, now);
        items.moved(id, item.place(), item.holder(), by, now);
        EvidenceItem added = items.items(reference).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
        ledger.item(added, Touch.What.NOTED, by, item.kind().words(), item.statements(times));
        if (!item.handle().isEmpty()) {
            events.publishEvent(new AccountMet(reference, by, item.app(), item.handle(), false));
        }
        if (item.kind() == EvidenceKind.POSSIBLE_INDECENT_IMAGE) {
            sealed.closeToFiles(reference);
            events.publishEvent(new PictureNoted(reference, by));
        }
        return added;
    }

    /** Says where something is now and who has it. */
    public void moved(String reference, int number, String by, String place, String holder) {
        access.requireRead(by, reference);
        record.takeTurn(reference);
        incidents.requireNotTakenBack(reference);
        String where = TypedText.clean(place);
        String who = TypedText.clean(holder);
        itemRules.checkWhereabouts(where, who);
        EvidenceItem item = item(reference, number);
        items.moved(item.id(), where, who, by, clock.instant());
        ledger.item(
                item,
                Touch.What.MOVED,
                by,
                "",
                List.of(new Statement("Where it is", where), new Statement("Who has it", who)));
    }

    /**
     * Somebody who answered agrees with the carer that files of these kinds are added.
     *
     * @throws NotAllowed when that person may not agree, or the agency's table allows no file of such a kind; that the table gave no
     *     answer is kept all the same
     */
    @Transactional(noRollbackFor = NotAllowed.class)
    public void agree(String reference, Set<EvidenceKind> kinds, String by) {
        access.requireRead(by, reference);
        if (kinds.isEmpty()) {
            throw new FormRefused("kinds", "Please say what may be added.");
        }
        if (!rules.mayAgree(reference, by)) {
            throw new NotAllowed("First somebody answers and speaks with the carer; then a worker agrees to files.");
        }
        record.takeTurn(reference);
        rules.closed(reference).ifPresent(why -> {
            throw new NotAllowed(why);
        });
        List<Statement> agreed = new ArrayList<>();
        for (EvidenceKind kind : EnumSet.copyOf(kinds)) {
            Decided<Guidance> guidance = rules.guidance(reference, kind);
            if (!guidance.answer().filesAllowed()) {
                throw new NotAllowed(
                        kind.words() + ": no file of this. " + guidance.answer().doNot());
            }
            agreed.add(new Statement("Files of", kind.words()));
            agreed.addAll(guidance.by().statements());
        }
        for (EvidenceKind kind : EnumSet.copyOf(kinds)) {
            items.agree(reference, kind, by, clock.instant());
            ledger.list(reference, Touch.What.AGREED, by, kind.words());
        }
        ledger.record(reference, "Agreed that files are added", agreed, by);
    }

    /**
     * A worker tells the carer that the copies on the home's own telephones may be removed now (practice, section 4).
     *
     * @throws NotAllowed when that person is no worker on the case, nobody has answered yet, pictures are named or a file is kept shut, no file
     *     is here, or it was said before
     */
    public void ownCopiesMayGo(String reference, String by) {
        access.requireRead(by, reference);
        record.takeTurn(reference);
        if (!rules.mayAgree(reference, by)) {
            throw new NotAllowed("A worker on this case says when own copies may be removed.");
        }
        if (everythingStays(reference)) {
            throw new NotAllowed(
                    "Pictures may be nude or sexual here, or a file is kept shut. Every copy stays where it is, until the police say.");
        }
        EvidenceList list = new EvidenceList(items.items(reference), files.files(reference), ledger.of(reference));
        if (list.files().isEmpty()) {
            throw new NotAllowed(
                    "No file is here yet, so what is on the home's own phones may be the only copy. It stays there.");
        }
        list.ownCopiesMayGo().ifPresent(said -> {
            throw new NotAllowed("This was said already, " + times.at(said.at()) + ". The carer reads it here.");
        });
        ledger.list(reference, Touch.What.OWN_COPIES_MAY_GO, by, "");
        ledger.record(reference, "Copies on own phones may be removed now", List.of(), by);
    }

    /** Items, files and ledger of a case, to be shown to a person; the reading stands in the ledger. */
    public EvidenceList read(String reference, String by) {
        access.requireRead(by, reference);
        ledger.list(reference, Touch.What.LIST_READ, by, "");
        return new EvidenceList(items.items(reference), files.files(reference), ledger.of(reference));
    }

    /** What the agency's table says about a kind, for this case. */
    public Guidance guidance(String reference, EvidenceKind kind) {
        return rules.guidance(reference, kind).answer();
    }

    /** Whether pictures that may be nude or sexual are part of the worry: then the case takes no file at all. */
    @Transactional(readOnly = true)
    public boolean picturesNamed(String reference) {
        return rules.imagesNamed(reference);
    }

    /** Why no file may be added to what is of this kind, as a sentence for people; empty when one may. */
    public Optional<String> whyNoFile(String reference, EvidenceKind kind) {
        return rules.whyNot(reference, kind);
    }

    /** What a worker agreed with the carer and may be added now. */
    @Transactional(readOnly = true)
    public List<Agreed> agreed(String reference) {
        return rules.agreed(reference);
    }

    /** Whether this person says when the copies on own phones may go. */
    @Transactional(readOnly = true)
    public boolean maySayWhenOwnCopiesGo(String reference, String personId) {
        return rules.mayAgree(reference, personId) && !everythingStays(reference);
    }

    private boolean everythingStays(String reference) {
        return rules.imagesNamed(reference)
                || new EvidenceList(List.of(), files.files(reference), List.of()).keptShut();
    }

    /** Whether this person may agree now that files are added. */
    @Transactional(readOnly = true)
    public boolean mayAgree(String reference, String personId) {
        return rules.closed(reference).isEmpty() && rules.mayAgree(reference, personId);
    }

    EvidenceItem item(String reference, int number) {
        return items.find(reference, number)
                .orElseThrow(() -> new NotAllowed("That is not on the list. Please open the page again."));
    }
}
