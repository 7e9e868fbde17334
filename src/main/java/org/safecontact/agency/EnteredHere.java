package org.safecontact.agency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who became part of the agency by somebody's hand on a page, and not by the folder; once each, however often they left and came back. */
@Service
@Transactional(readOnly = true)
public class EnteredHere {

    private final AgencyRepository repository;

    EnteredHere(AgencyRepository repository) {
        this.repository = repository;
    }

    /**
     * Somebody whom nobody here knew before.
     *
     * @param by who entered them
     */
    public record Entered(String personId, String by, Instant at) {}

    /** Everybody, the oldest first. */
    public List<Entered> all() {
        return repository.addedOnPages(ItemKind.PEOPLE);
    }

    /** Whether that person was entered after that moment by this one, or by somebody whom this one entered. */
    public boolean by(String personId, String by, Instant after) {
        Map<String, Entered> entered = all().stream().collect(Collectors.toMap(Entered::personId, Function.identity()));
        Entered each = entered.get(personId);
        while (each != null && each.at().isAfter(after)) {
            if (each.by().equals(by)) {
                return true;
            }
            each = entered.get(each.by());
        }
        return false;
    }

    /** The number of the newest change of anything: as long as it stays, nobody came and nobody moved. */
    public long newestChange() {
        return repository.version();
    }
}
