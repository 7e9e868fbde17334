package org.safecontact.restriction;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.safecontact.incident.PhoneBack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a case has to know of the phone that was taken in it, before it closes (practice, section 7). */
@Component
@Transactional(readOnly = true)
class PhoneOfCase implements PhoneBack {

    private final RestrictionRepository repository;
    private final RestrictionWords words;

    PhoneOfCase(RestrictionRepository repository, RestrictionWords words) {
        this.repository = repository;
        this.words = words;
    }

    @Override
    public Optional<Known> known(String caseReference) {
        return repository.ofCase(caseReference).stream()
                .filter(one -> !one.returned())
                .findFirst()
                .map(one -> new Known(
                        one.runs(),
                        one.runs()
                                ? "A limit runs (" + one.reference() + "): " + words.line(one) + "."
                                : "Nobody has said yet that it was given back (" + one.reference() + ")."));
    }

    @Override
    public Optional<Instant> givenBack(String caseReference) {
        return repository.ofCase(caseReference).stream()
                .flatMap(one -> one.steps().stream())
                .filter(step -> step.what() == Step.What.RETURNED)
                .map(Step::at)
                .max(Comparator.naturalOrder());
    }
}
