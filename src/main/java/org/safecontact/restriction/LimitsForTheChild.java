package org.safecontact.restriction;

import java.util.List;
import java.util.Optional;
import org.safecontact.incident.LimitsInCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The limits that were made in a case, for the page that is the child's own: the kind and the dates, nothing that an adult wrote. */
@Component
@Transactional(readOnly = true)
class LimitsForTheChild implements LimitsInCase {

    private static final String NOT_UNDONE =
            "A limit on your phone or apps is over. If it is not as before yet, please say so: it is your right";

    private final RestrictionRepository repository;

    LimitsForTheChild(RestrictionRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Limit> ofCase(String caseReference) {
        return repository.ofCase(caseReference).stream()
                .flatMap(one -> one.terms().flatMap(terms -> limit(one, terms)).stream())
                .toList();
    }

    private static Optional<Limit> limit(Restriction one, LimitTerms terms) {
        if (one.runs()) {
            return Optional.of(new Limit(one.reference(), terms.kind().toTheChild(), terms.until(), terms.nextLook()));
        }
        String over = one.returned() ? terms.kind().toTheChildOver() : NOT_UNDONE;
        return one.isOver()
                ? Optional.of(new Limit(one.reference(), over, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }
}
