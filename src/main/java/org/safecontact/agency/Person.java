package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody with a login.
 *
 * @param id the login
 * @param name as colleagues and carers know them
 * @param roles what they do; an administrator is nothing else
 * @param telephone the number to ring
 * @param email where messages go
 * @param householdId the home of a carer; workers have none
 * @param absences when they are away
 * @param relatedTo ids of people they are related to or live with, beyond the own household: when one of those is
 *     named in a concern, this person is told nothing either (contract, who-to-tell, excluded)
 * @param suspendedFrom from when on this person does nothing here and comes in nowhere, until the line is taken out of the file again
 */
public record Person(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("name") @NotBlank @Pattern(regexp = NAME, message = NAME_WORDS) @Size(max = 100)
        String name,

        @JsonProperty("roles") @NotEmpty Set<Role> roles,

        @JsonProperty("telephone") @NotBlank @Pattern(regexp = TELEPHONE, message = TELEPHONE_WORDS)
        String telephone,

        @JsonProperty("email") @NotBlank @Email(message = EMAIL_WORDS) @Pattern(regexp = EMAIL, message = EMAIL_WORDS)
        String email,

        @JsonProperty("household") Optional<String> householdId,
        @JsonProperty("absences") List<@Valid @NotNull Absence> absences,
        @JsonProperty("relatedTo") Set<String> relatedTo,

        @JsonProperty("suspendedFrom") @JsonDeserialize(contentUsing = LondonTimes.Start.class)
        Optional<Instant> suspendedFrom)
        implements Item {

    public Person {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        householdId = householdId == null ? Optional.empty() : householdId;
        absences = absences == null ? List.of() : List.copyOf(absences);
        relatedTo = relatedTo == null ? Set.of() : Set.copyOf(relatedTo);
        suspendedFrom = suspendedFrom == null ? Optional.empty() : suspendedFrom;
    }

    /** Whether this person does that work. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this person is there at that moment, by the absences and a suspension alone. */
    public boolean isThere(Instant moment) {
        return !isSuspended(moment) && absences.stream().noneMatch(absence -> absence.covers(moment));
    }

    /** Whether this person is suspended at that moment. */
    public boolean isSuspended(Instant moment) {
        return suspendedFrom.filter(from -> !moment.isBefore(from)).isPresent();
    }

    /** The same person as at that moment: whoever is suspended does nothing here. */
    Person at(Instant moment) {
        return isSuspended(moment)
                ? new Person(id, name, Set.of(), telephone, email, householdId, absences, relatedTo, suspendedFrom)
                : this;
    }
}
