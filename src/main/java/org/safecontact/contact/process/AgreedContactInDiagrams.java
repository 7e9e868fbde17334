package org.safecontact.contact.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.WorkingTime;
import org.safecontact.contact.ContactReports;
import org.safecontact.contact.Contacts;
import org.safecontact.engine.InDiagrams;
import org.safecontact.incident.Following;
import org.safecontact.incident.Incidents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What the diagram {@code planned-contact} asks: by when, and how urgent. */
@Component("agreedContact")
@InDiagrams
public class AgreedContactInDiagrams {

    private static final int NOT_URGENT = 0;

    private final Contacts contacts;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final Clock clock;

    AgreedContactInDiagrams(Contacts contacts, Agency agency, WorkingTime workingTime, Clock clock) {
        this.contacts = contacts;
        this.agency = agency;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Finishing what was begun (default by the end of the next working day). */
    public Date toldBy() {
        return in(HouseTime.RECORD_CONTACT);
    }

    /** Ringing the home (default within two hours of the office's time). */
    public Date heardBy() {
        return in(HouseTime.HEAR_OF_CONTACT);
    }

    /** From when the home should have been rung, as counted from when it was told: one more is asked each time (default every hour). */
    public String askMoreEvery(DelegateExecution execution) {
        Instant told = contacts.contact(Steps.reference(execution))
                .kept()
                .orElseThrow()
                .toldAt();
        return "R/" + workingTime.due(told, HouseTime.HEAR_OF_CONTACT) + "/"
                + agency.length(HouseTime.HEAR_OF_CONTACT_MORE);
    }

    /** What is urgent is a report. */
    public int urgency() {
        return NOT_URGENT;
    }

    private Date in(HouseTime time) {
        return Date.from(workingTime.due(clock.instant(), time));
    }

    /** The small steps of the diagram, each one sentence. */
    @Configuration
    static class Steps {

        /** The report of this contact goes its way, in the transaction that sent it. */
        @Bean
        @InDiagrams
        JavaDelegate contactBecomesReport(ContactReports reports) {
            return execution -> reports.goesOn(reference(execution));
        }

        /** One schedule for each child: adds to the one that runs, or begins one. */
        @Bean
        @InDiagrams
        JavaDelegate followAfterContact(Incidents incidents, Following following) {
            return execution -> {
                incidents.oneAtATime((String) execution.getVariable(PlannedContact.CHILD));
                following.follow(reference(execution));
            };
        }

        private static String reference(DelegateExecution execution) {
            return (String) execution.getVariable(PlannedContact.REFERENCE);
        }
    }
}
