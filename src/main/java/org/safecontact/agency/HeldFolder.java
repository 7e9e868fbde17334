package org.safecontact.agency;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The folder held still for whoever stores something by it: no node loads another one until the transaction ends. */
@Component
public class HeldFolder {

    private final AgencyRepository repository;

    HeldFolder(AgencyRepository repository) {
        this.repository = repository;
    }

    /** Waits for a load that has begun; the next one waits for this transaction. */
    public void hold() {
        repository.hold();
    }

    /** The home in which the child lives until this transaction ends, whatever was known when it began. */
    public Optional<String> homeOf(String childId) {
        hold();
        return repository.homeOf(childId);
    }
}
