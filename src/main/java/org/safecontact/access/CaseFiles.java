package org.safecontact.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.HeldFolder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what decides who may see a case. Every change joins the caller's transaction and counts on the very next
 * request of anybody; every change of who may see it is kept for good.
 */
@Service
@Transactional
public class CaseFiles {

    /** Why somebody does not see a report from its beginning who was named in another one about the child: see {@link #excludedHere}. */
    public static final String NAMED_ELSEWHERE =
            "named in another report about this child, until the registered manager decides";

    private final CaseFileRepository files;
    private final ExclusionRepository exclusions;
    private final CaseGrants grants;
    private final HomesOfFiles homes;
    private final HeldFolder folder;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseFiles(
            CaseFileRepository files,
            ExclusionRepository exclusions,
            CaseGrants grants,
            HomesOfFiles homes,
            HeldFolder folder,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.exclusions = exclusions;
        this.grants = grants;
        this.homes = homes;
        this.folder = folder;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case.
     *
     * @param reference the new case
     * @param openedBy who begins the report
     * @param householdId the home it is about, null until known
     */
    public void open(String reference, String openedBy, String householdId) {
        files.open(reference, openedBy, householdId, clock.instant());
    }

    /**
     * Says which child, and so which home, the case is about. Where a newer folder was loaded since the caller asked where the child lives, the
     * case follows the child at once.
     */
    public void about(String reference, String childId, String householdId) {
        Optional<String> livesIn = folder.homeOf(childId);
        files.about(known(reference), childId, householdId);
        note(reference, "about child " + childId + ", household " + householdId, null);
        livesIn.filter(home -> !home.equals(householdId))
                .ifPresent(home -> homes.are(Map.of(childId, home), clock.instant()));
    }

    /** Says which home the case is about, before it is known which child: whoever is responsible for that home sees it from now on. */
    public void home(String reference, String householdId) {
        files.home(known(reference), householdId);
        note(reference, "about household " + householdId, null);
    }

    /** Says that the report was sent: from now on the child's home sees the case too. */
    public void sent(String reference) {
        files.sent(known(reference));
        note(reference, "sent", null);
    }

    /**
     * Says that a process instance belongs to a case. Saying it twice changes nothing; a case that nobody opened is
     * not made up.
     */
    public void belongs(String processInstanceId, String reference) {
        files.belongs(processInstanceId, reference);
    }

    /** The case that a process instance belongs to. */
    @Transactional(readOnly = true)
    public Optional<String> referenceOf(String processInstanceId) {
        return files.referenceOf(processInstanceId);
    }

    /** The process instances, past and present, that belong to a case. */
    @Transactional(readOnly = true)
    public Set<String> instancesOf(String reference) {
        return files.instancesOf(reference);
    }

    /** References of the cases about a child that are open, the most urgent first, of those the newest. */
    @Transactional(readOnly = true)
    public List<String> openAbout(String childId) {
        return files.openAbout(childId);
    }

    /** What decides who may see the case; empty when there is none of that reference. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> find(String reference) {
        return files.find(reference);
    }

    /**
     * Says how urgent the case is. What is open becomes more urgent at once, never less: lowering leaves running work
     * as it is (contract, section 4).
     */
    public void urgency(String reference, int urgency) {
        CaseFile before = files.find(known(reference)).orElseThrow();
        files.urgency(reference, urgency);
        if (urgency > before.urgency()) {
            events.publishEvent(new UrgencyRaised(reference, urgency));
        }
    }

    /**
     * Excludes somebody: from now on they see nothing of the case and do not learn that it exists (contract, 5.6).
     * What they had taken goes back in the same transaction.
     *
     * @param why in the product's own words, never a person's; each reason stands by itself
     * @return whether this is a new reason
     */
    public boolean exclude(String reference, String personId, String why) {
        exclusions.waitForTurn(reference);
        boolean news = exclusions.exclude(known(reference), personId, why, clock.instant());
        if (news) {
            note(reference, "excluded", personId);
            events.publishEvent(new PersonExcluded(reference, personId));
        }
        return news;
    }

    /** Waits for whoever is keeping somebody away from the case at this moment, or letting somebody back; the next statement sees what became of it. */
    public void waitForWhoKeepsAway(String reference) {
        exclusions.waitForOthers(reference);
    }

    /** Takes one reason back; whoever is excluded for another one as well stays so. */
    public void letBack(String reference, String personId, String why) {
        exclusions.waitForTurn(reference);
        if (exclusions.letBack(known(reference), personId, why, clock.instant())) {
            note(
                    reference,
                    exclusions.excluded(reference).contains(personId) ? "one reason less" : "let back",
                    personId);
        }
    }

    /**
     * From now on only registered managers, the responsible individual and people with a grant see the case. What others
     * had taken or were offered goes back in the same transaction.
     */
    public void wall(String reference) {
        if (files.wall(known(reference), true)) {
            note(reference, "walled", null);
            events.publishEvent(new CaseWalled(reference));
        }
    }

    /** Takes the wall down. */
    public void unwall(String reference) {
        if (files.wall(known(reference), false)) {
            note(reference, "wall taken down", null);
            events.publishEvent(new CaseUnwalled(reference));
        }
    }

    /** Says that the case is closed. With it ends what anybody was let in for. */
    public void close(String reference) {
        files.close(known(reference), clock.instant());
        grants.closed(reference);
    }

    /** Says that it is kept about a child in no case: nothing in it is ever open as a case is, nor duty's. */
    public void inNoCase(String reference) {
        files.inNoCase(known(reference), clock.instant());
    }

    /** Who is excluded from the case. */
    @Transactional(readOnly = true)
    public Set<String> excluded(String reference) {
        return exclusions.excluded(reference);
    }

    /** The cases about a child, and what is kept about it in no case, from which this person is excluded. */
    @Transactional(readOnly = true)
    public Set<String> excludedAbout(String childId, String personId) {
        return exclusions.excludedAbout(childId, personId);
    }

    /** Who is excluded for that reason, whatever else keeps them away. */
    @Transactional(readOnly = true)
    public Set<String> excludedBecause(String reference, String why) {
        return exclusions.excludedBecause(reference, why);
    }

    /** The cases from which this person is excluded for that reason. */
    @Transactional(readOnly = true)
    public List<String> excludedFrom(String personId, String why) {
        return exclusions.excludedFrom(personId, why);
    }

    /** Whoever was ever excluded for that reason, also where it is over. */
    @Transactional(readOnly = true)
    public Set<String> everExcluded(String reference, String why) {
        return exclusions.everExcluded(reference, why);
    }

    /** Since when each who is excluded from anything is so at least. */
    @Transactional(readOnly = true)
    public Map<String, Instant> firstExcluded() {
        return exclusions.firstExcluded();
    }

    /** Who is excluded for any other reason than that. */
    @Transactional(readOnly = true)
    public Set<String> excludedBesides(String reference, String why) {
        return exclusions.excludedBesides(reference, why);
    }

    /** The cases from which anybody is excluded. */
    @Transactional(readOnly = true)
    public List<String> keptFromAnybody() {
        return exclusions.withAnybody();
    }

    /**
     * Who is excluded because of this case itself or for good, and not only because another report about the child names them: that one says
     * nothing of who else of a home may be asked here.
     */
    @Transactional(readOnly = true)
    public Set<String> excludedHere(String reference) {
        return exclusions.excludedBesides(reference, NAMED_ELSEWHERE);
    }

    /** Whether the case is walled. */
    @Transactional(readOnly = true)
    public boolean walled(String reference) {
        return files.find(reference).map(CaseFile::walled).orElse(false);
    }

    private String known(String reference) {
        if (files.find(reference).isEmpty()) {
            throw new IllegalArgumentException("There is no case " + reference);
        }
        return reference;
    }

    private void note(String reference, String change, String personId) {
        Instant now = clock.instant();
        files.note(reference, change, personId, person.id().orElse(null), now);
    }
}
