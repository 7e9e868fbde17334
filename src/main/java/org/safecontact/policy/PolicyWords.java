package org.safecontact.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.safecontact.agency.HumanTime;

/** What people read of why a policy is to be looked at. */
final class PolicyWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private PolicyWords() {}

    /** What to do, as a line on a list: <i>Online Safety Policy: look at it by 3 March</i>. */
    static String toDo(Concern concern) {
        return concern.title() + ": "
                + switch (concern.because()) {
                    case MISSING -> "it is missing";
                    case CHANGED -> "its document was changed";
                    case DUE -> "look at it by " + DAY.format(concern.day().orElseThrow());
                };
    }

    static String why(Concern concern, LocalDate today) {
        return switch (concern.because()) {
            case MISSING -> "It is not in the agency's folder. Until it is, nobody finds it beside what they do.";
            case CHANGED ->
                "Its document in the agency's folder has other words than this version had when it came."
                        + " Everybody still reads the words of then, until the folder names a new version.";
            case DUE ->
                concern.day()
                        .map(day -> day.isBefore(today)
                                ? "It was to be looked at by " + HumanTime.date(day) + "."
                                : "It is to be looked at by " + HumanTime.date(day) + ".")
                        .orElseThrow();
        };
    }
}
