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

    private static final String SHOULD_NOT_HAVE_BEEN =
            "Your phone or apps were limited, and that should not have been. It has to be undone. If it is not, please say so:"
                    + " it is your right";

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
        boolean shouldNotHaveBeen = one.state() == Restriction.State.REFUSED && one.wasLimited();
        if (!one.isOver() && !shouldNotHaveBeen) {
            return Optional.empty();
        }
        String notUndone = shouldNotHaveBeen ? SHOULD_NOT_HAVE_BEEN : NOT_UNDONE;
        String over = one.returned() ? terms.kind().toTheChildOver() : notUndone;
        return Optional.of(new Limit(one.reference(), over, Optional.empty(), Optional.empty()));
    }
}
