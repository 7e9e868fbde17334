package org.safecontact.restriction.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.engine.AsTyped;
import org.safecontact.restriction.LimitReading;
import org.safecontact.restriction.Restriction;
import org.safecontact.restriction.Restrictions;
import org.springframework.stereotype.Component;

/** A limit as the forms show it. */
@Component
class LimitShown {

    private final Restrictions restrictions;
    private final LimitReading reading;
    private final Agency agency;

    LimitShown(Restrictions restrictions, LimitReading reading, Agency agency) {
        this.restrictions = restrictions;
        this.reading = reading;
        this.agency = agency;
    }

    Map<String, Object> of(String reference) {
        Restriction restriction = restrictions.get(reference);
        Child child = restrictions.childOf(reference);
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", child.label());
        shown.put("childId", child.id());
        shown.put("legalStatus", child.legalStatus().words());
        shown.put("proposer", agency.nameOf(restriction.proposer()));
        shown.put("limit", AsTyped.inText(reading.line(restriction)));
        shown.put("details", list(details(restriction)));
        shown.put("needs", list(reading.needs(restriction)));
        return shown;
    }

    private List<String> details(Restriction restriction) {
        List<String> details = new ArrayList<>(reading.details(restriction));
        restriction.terms().ifPresent(terms -> {
            add(
                    details,
                    "Tried before: ",
                    terms.tried().stream().map(Tried::words).collect(Collectors.joining(", ")));
            add(details, "Age, and what the child understands: ", terms.understanding());
            add(details, "What the child says: ", terms.views());
        });
        return details;
    }

    private static void add(List<String> details, String before, String text) {
        if (!text.isBlank()) {
            details.add(before + text.strip());
        }
    }

    static String list(List<String> lines) {
        return lines.stream().map(line -> "- " + AsTyped.inText(line)).collect(Collectors.joining("\n"));
    }
}
