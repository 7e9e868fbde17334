package org.safecontact.restriction.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safecontact.restriction.review.Finding;
import org.safecontact.restriction.review.Reviews;

/** Who can take on what is still to do about online safety, as the forms offer it. */
final class Doers {

    private Doers() {}

    static List<Map<String, String>> of(Reviews reviews, String reference) {
        return Stream.concat(
                        reviews.carers(reference).stream()
                                .map(carer -> Map.of("value", carer.id(), "label", carer.name())),
                        Stream.of(Map.of("value", Finding.WORKER, "label", "Whoever supervises the home")))
                .toList();
    }
}
