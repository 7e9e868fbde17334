package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a court ordered about somebody's contact with a child.
 *
 * @param person whose contact it is about, such as <i>C1's father</i>
 * @param contactBarred whether it forbids this person's contact
 * @param says what it says, in one line
 * @param madeOn the day it was made
 * @param until the last day it holds; empty when it holds until another order
 */
public record CourtOrder(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("child") @NotBlank String childId,
        @JsonProperty("person") @NotBlank @Size(max = 100) String person,
        @JsonProperty("contactBarred") @NotNull Boolean contactBarred,
        @JsonProperty("says") @NotBlank @Size(max = 300) String says,
        @JsonProperty("madeOn") @NotNull LocalDate madeOn,
        @JsonProperty("until") Optional<LocalDate> until)
        implements Item {

    public CourtOrder {
        until = until == null ? Optional.empty() : until;
    }
}
