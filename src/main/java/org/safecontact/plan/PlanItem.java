package org.safecontact.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What one entry says. Texts are as somebody typed them; people by their {@link PlanPerson#id}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanItem.Document.class, name = "document"),
    @JsonSubTypes.Type(value = PlanItem.Order.class, name = "order"),
    @JsonSubTypes.Type(value = PlanItem.Agreement.class, name = "agreement"),
    @JsonSubTypes.Type(value = PlanItem.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = PlanItem.Delegation.class, name = "delegation"),
    @JsonSubTypes.Type(value = PlanItem.Alone.class, name = "alone"),
    @JsonSubTypes.Type(value = PlanItem.Confirmed.class, name = "confirmed"),
    @JsonSubTypes.Type(value = PlanItem.Checked.class, name = "checked"),
    @JsonSubTypes.Type(value = PlanItem.Ended.class, name = "ended")
})
public sealed interface PlanItem {

    /** Of what stands for a time: when it begins. Everything else holds from the day it was entered. */
    default Optional<LocalDate> from() {
        return Optional.empty();
    }

    /** The last day it holds. */
    default Optional<LocalDate> until() {
        return Optional.empty();
    }

    /** The last day on which it counts without having been looked at again. */
    default Optional<LocalDate> reviewOn() {
        return Optional.empty();
    }

    /** The person it is about. */
    default Optional<String> personId() {
        return Optional.empty();
    }

    /** Whether it forbids the contact of the person it is about. */
    default boolean forbids() {
        return false;
    }

    /** The Care Plan or the Placement Plan, as a reference (policy, section 2; NMS 31). */
    record Document(
            DocumentKind kind,
            String title,
            LocalDate dated,
            String version,
            Optional<LocalDate> reviewOn,
            String keptAt)
            implements PlanItem {}

    /**
     * A court order as a reference (policy, section 2).
     *
     * @param forbids whether it forbids this person's contact
     */
    record Order(
            String title,
            LocalDate dated,
            Optional<LocalDate> until,
            Optional<LocalDate> reviewOn,
            String keptAt,
            Optional<String> personId,
            boolean forbids,
            String says)
            implements PlanItem {}

    /**
     * Digital contact that the authority agreed.
     *
     * @param days on which it may be; empty means any day
     * @param starts begin and end of the time of day, both or neither
     */
    record Agreement(
            Optional<String> personId,
            Channel channel,
            List<DayOfWeek> days,
            Optional<LocalTime> starts,
            Optional<LocalTime> ends,
            Rhythm rhythm,
            Supervision supervision,
            String conditions,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<LocalDate> reviewOn)
            implements PlanItem {}

    /** Contact that is not to take place though no court forbade it (contract, section 4, {@code contactBarred}). */
    record Refusal(
            Optional<String> personId,
            RefusedWhy why,
            String says,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<LocalDate> reviewOn)
            implements PlanItem {

        @Override
        public boolean forbids() {
            return true;
        }
    }

    /** Who decides what of daily life online (NMS 9.7; Placement Plan). */
    record Delegation(Subject subject, Decider decider, String details, Optional<LocalDate> reviewOn)
            implements PlanItem {}

    /** What the child may do alone, and why at this age (policy, sections 7 and 10). */
    record Alone(String what, String why, Optional<LocalDate> reviewOn) implements PlanItem {}

    /** An earlier entry is confirmed now. */
    record Confirmed(int entry) implements PlanItem {}

    /** A second person compared an order, or the end of one, with the document. */
    record Checked(int entry, boolean matches, String differs) implements PlanItem {}

    /** An earlier entry holds no longer. */
    record Ended(int entry, String why) implements PlanItem {}
}
