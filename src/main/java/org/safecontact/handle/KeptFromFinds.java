package org.safecontact.handle;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.access.PersonCleared;
import org.safecontact.access.PersonExcluded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is kept away from one of the reports sees nothing of what names it beside another (contract, section 5.6). Never everybody: {@link LastResort}.
 */
@Component
class KeptFromFinds {

    private static final String WHY = "kept away from a report that names this account";

    private final HandleRepository repository;
    private final CaseFiles files;
    private final LastResort lastResort;

    KeptFromFinds(HandleRepository repository, CaseFiles files, LastResort lastResort) {
        this.repository = repository;
        this.files = files;
        this.lastResort = lastResort;
    }

    /** As the reports keep people away now. */
    void from(String find) {
        Set<String> away = away(find);
        Set<String> allTheSame = lastResort.among(find, away);
        away.stream()
                .filter(personId -> !allTheSame.contains(personId))
                .forEach(personId -> files.exclude(find, personId, WHY));
    }

    /** Whoever is keeping somebody away from one of the reports at this moment may not see the find yet: after this they have done so. */
    void waitForOthers(String find) {
        reports(find).forEach(files::waitForWhoKeepsAway);
    }

    @EventListener
    void on(PersonExcluded excluded) {
        repository.findsOf(excluded.reference()).forEach(this::from);
    }

    @EventListener
    void on(PersonCleared cleared) {
        repository.findsAbout(cleared.childId()).stream()
                .filter(find -> !away(find).contains(cleared.personId()))
                .forEach(find -> {
                    files.letBack(find, cleared.personId(), WHY);
                    lastResort.over(find);
                });
    }

    private Set<String> away(String find) {
        return reports(find)
                .flatMap(report -> files.excluded(report).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<String> reports(String find) {
        return repository.of(find).stream().map(Sighting::reference).distinct();
    }
}
