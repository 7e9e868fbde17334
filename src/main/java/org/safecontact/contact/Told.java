package org.safecontact.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.plan.Supervision;

/**
 * What somebody tells of an agreed contact: ids and enumerations, after the form was checked.
 *
 * @param by who tells it
 * @param muchLonger whether it went on for more than a few minutes after its end
 * @param there who was there; empty where it did not happen
 * @param before how the child was before it
 * @param after how the child was afterwards
 * @param worries whether anything about it worries them, or they are not sure
 * @param askedMore whether the questions of a report were asked as well
 * @param answers what a report asks too, by the names of {@code risk-level}
 * @param named ids of the people named in the worry
 */
public record Told(
        String by,
        Went went,
        boolean muchLonger,
        Optional<Supervision> there,
        Presentation before,
        Presentation after,
        boolean worries,
        boolean askedMore,
        Map<String, Object> answers,
        List<String> named) {

    public boolean happened() {
        return went != Went.NOT_HAPPENED;
    }

    public boolean upset() {
        return after == Presentation.MARKED;
    }
}
