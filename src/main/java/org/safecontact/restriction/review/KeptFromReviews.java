package org.safecontact.restriction.review;

import org.safecontact.access.CaseFiles;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.PersonExcluded;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.named.NamedBefore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is kept away from a report about a child sees nothing of how its online safety was looked at, and has nothing to do there, until no report
 * keeps them away any more (contract, section 5.6; house default as for a limit, docs/adr/0095-limits-on-phone-or-apps.md).
 */
@Component
class KeptFromReviews {

    private static final String WHY = "kept away from a report about this child";

    private final ReviewRepository repository;
    private final CaseFiles files;
    private final Incidents incidents;
    private final NamedBefore named;

    KeptFromReviews(ReviewRepository repository, CaseFiles files, Incidents incidents, NamedBefore named) {
        this.repository = repository;
        this.files = files;
        this.incidents = incidents;
        this.named = named;
    }

    void fromTheBeginning(Review review) {
        named.awayFromReportsAbout(review.childId())
                .forEach(personId -> files.exclude(review.reference(), personId, WHY));
    }

    @EventListener
    void on(PersonExcluded excluded) {
        incidents
                .find(excluded.reference())
                .flatMap(Incident::childId)
                .ifPresent(child -> repository
                        .ofChild(child)
                        .forEach(review -> files.exclude(review.reference(), excluded.personId(), WHY)));
    }

    @EventListener
    void on(PersonCleared cleared) {
        repository
                .ofChild(cleared.childId())
                .forEach(review -> files.letBack(review.reference(), cleared.personId(), WHY));
    }
}
