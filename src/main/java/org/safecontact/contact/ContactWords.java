package org.safecontact.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.safecontact.agency.London;
import org.safecontact.plan.PlanItem.Agreement;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.PlanPerson;
import org.springframework.stereotype.Component;

/** Agreed contacts as a carer chooses and reads them. */
@Component
class ContactWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final PlanPeople people;
    private final Clock clock;

    ContactWords(PlanPeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** {@code C1's mother: video call, today 16:00-16:30}; without times of its own {@code just now}. */
    String which(String childId, Which which) {
        Agreement agreement = which.agreement();
        ZonedDateTime at = which.at().atZone(London.ZONE);
        String when = agreement
                .ends()
                .map(ends -> day(at.toLocalDate()) + " " + TIME.format(at) + "-" + ends)
                .orElse("just now");
        return with(childId, agreement) + ", " + when;
    }

    /** {@code C1's mother: video call}. */
    String with(String childId, Agreement agreement) {
        return person(childId, agreement.personId().orElse("")) + ": "
                + agreement.channel().words();
    }

    String person(String childId, String personId) {
        return people.find(childId, personId).map(PlanPerson::label).orElse("somebody");
    }

    private String day(LocalDate day) {
        LocalDate today = clock.instant().atZone(London.ZONE).toLocalDate();
        if (day.equals(today)) {
            return "today";
        }
        return day.equals(today.minusDays(1)) ? "yesterday" : DAY.format(day);
    }
}
