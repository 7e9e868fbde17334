package org.safecontact.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.engine.FormRefused;
import org.safecontact.evidence.file.FileRefused;
import org.safecontact.evidence.file.Intake;
import org.safecontact.evidence.file.SteadyStream;
import org.safecontact.incident.NotAllowed;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.HiddenFile;
import org.safecontact.record.Statement;
import org.safecontact.record.TypedText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * The one way in for a file, and the one way to look at it. A file streams from the request into the database piece by
 * piece in one transaction: what is refused, at whatever moment, leaves nothing behind but the line that says so.
 */
@Service
public class EvidenceFiles {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 300;
    /** Files on their way in hold a connection to the database each, of twenty. House default; of one person one. */
    private static final int AT_ONCE = 6;

    private final EvidenceStore store;
    private final FileRepository files;
    private final CustodyLedger ledger;
    private final FileRules rules;
    private final CaseRecord record;
    private final CaseAccess access;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final DataSize largest;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<String> adding = ConcurrentHashMap.newKeySet();

    EvidenceFiles(
            EvidenceStore store,
            FileRepository files,
            CustodyLedger ledger,
            FileRules rules,
            CaseRecord record,
            CaseAccess access,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${safe-contact.evidence.largest-file:25MB}") DataSize largest) {
        this.store = store;
        this.files = files;
        this.ledger = ledger;
        this.rules = rules;
        this.record = record;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.largest = largest;
    }

    /** How large a file may be. */
    public DataSize largest() {
        return largest;
    }

    /** Whether this person may open files, with a reason: workers of the agency only. */
    public boolean mayOpen(String personId) {
        return rules.isWorker(personId);
    }

    /**
     * Says whether a file may come, before a byte of it is read.
     *
     * @param confirmation the words of {@link OnlyWords}, exactly
     * @throws NotAllowed why no file may be added here now
     * @throws FormRefused when the confirmation was not given
     */
    public void mayCome(String reference, int item, String by, String confirmation) {
        access.requireRead(by, reference);
        rules.whyNot(reference, store.item(reference, item).kind()).ifPresent(why -> {
            throw new NotAllowed(why);
        });
        if (!OnlyWords.WORDS.equals(confirmation)) {
            throw new FormRefused("confirmation", "Please read this and tick it, or do not add the file.");
        }
    }

    /**
     * Takes a file in.
     *
     * @param in the file, read once and never held as a whole
     * @return the file as it stands in the list
     * @throws FormRefused when it is not taken: what it is, how large, or not confirmed
     * @throws NotAllowed when no file may be added here now
     */
    public EvidenceFile add(String reference, int itemNumber, String by, String confirmation, InputStream in) {
        mayCome(reference, itemNumber, by, confirmation);
        if (!adding.add(by)) {
            throw new NotAllowed("Your other file is still coming in. Please add this one when it is there.");
        }
        try {
            return addInTurn(reference, itemNumber, by, confirmation, in);
        } finally {
            adding.remove(by);
        }
    }

    private EvidenceFile addInTurn(String reference, int itemNumber, String by, String confirmation, InputStream in) {
        if (!places.tryAcquire()) {
            throw new NotAllowed("Others are adding files just now. Please try again in a minute.");
        }
        try {
            InputStream steady = new SteadyStream(in, System::nanoTime);
            return transaction.execute(status -> takeIn(reference, itemNumber, by, confirmation, steady));
        } catch (FileRefused refused) {
            transaction.executeWithoutResult(status -> ledger.item(
                    store.item(reference, itemNumber),
                    Touch.What.REFUSED,
                    by,
                    refused.getMessage(),
                    List.of(new Statement("Why", refused.getMessage()))));
            throw new FormRefused("file", refused.getMessage());
        } finally {
            places.release();
        }
    }

    private EvidenceFile takeIn(String reference, int itemNumber, String by, String confirmation, InputStream in) {
        UUID id = UUID.randomUUID();
        PieceWriter writer = new PieceWriter(files, id);
        Intake.Taken taken;
        try {
            taken = Intake.take(in, largest.toBytes(), writer);
            writer.flush();
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("The file did not arrive", brokenOff);
        }
        // While it came in, somebody may have named pictures: from here on nothing comes between.
        record.takeTurn(reference);
        mayCome(reference, itemNumber, by, confirmation);
        rules.requireRoom(reference, taken.size());
        EvidenceFile file = files.add(id, store.item(reference, itemNumber), taken, confirmation, by, clock.instant());
        EvidenceKind kind = store.item(reference, itemNumber).kind();
        ledger.file(
                file,
                Touch.What.ADDED,
                by,
                confirmation,
                rules.guidance(reference, kind).by().statements());
        return file;
    }

    /**
     * Lets a worker look at a file; the line in the ledger is written before the first byte leaves.
     *
     * @param reason why, in that person's words; 5 to 300 characters
     * @return what to send
     * @throws NotAllowed when it is locked, sealed, removed or damaged
     */
    public OpenedFile open(String reference, int number, String by, String reason) {
        access.requireRead(by, reference);
        if (!rules.isWorker(by)) {
            throw new NotYours();
        }
        String why = TypedText.clean(reason);
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON || HiddenFile.in(why)) {
            throw new FormRefused("reason", "Please say in a few words why you open it.");
        }
        EvidenceFile opened = transaction.execute(status -> {
            record.takeTurn(reference);
            EvidenceFile file = files.find(reference, number).orElseThrow(NotYours::new);
            switch (file.state()) {
                case OPEN -> ledger.file(file, Touch.What.OPENED, by, why);
                case LOCKED ->
                    throw new NotAllowed(
                            "This file is locked: pictures became part of the worry. The registered manager asks"
                                    + " whoever added it first.");
                case SEALED -> throw new NotAllowed("This file is sealed. Nobody opens it.");
                case REMOVED -> throw new NotAllowed("This file was removed on a police officer's direction.");
            }
            return file;
        });
        // Before the first byte leaves: afterwards nothing could be said any more.
        if (!files.sha256(opened.id()).equals(opened.sha256())) {
            transaction.executeWithoutResult(
                    status -> ledger.file(opened, Touch.What.DAMAGED, by, "What is kept does not give its SHA-256."));
            throw new NotAllowed(
                    "This file is damaged: it is not as it was when it was added, so nothing of it is given out."
                            + " Please tell the registered manager.");
        }
        return new OpenedFile(opened, files);
    }
}
