package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A foster home.
 *
 * @param id as the agency's files name it
 * @param name what workers call it; never the address
 * @param address what the police are told when they ask; shown on the police screen only, never in a message
 * @param teamId the team that looks after it
 * @param supervisingSocialWorkerId the one worker who supervises its carers
 * @param otherAdults people of 16 and over who live there and have no login
 */
public record Household(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("name") @NotBlank @Pattern(regexp = NAME, message = NAME_WORDS) @Size(max = 100)
        String name,

        @JsonProperty("address") @NotBlank @Pattern(regexp = NAME, message = NAME_WORDS) @Size(max = 300)
        String address,

        @JsonProperty("team") @NotBlank String teamId,
        @JsonProperty("supervisedBy") @NotBlank String supervisingSocialWorkerId,
        @JsonProperty("otherAdults") List<@Valid @NotNull Adult> otherAdults)
        implements Item {

    public Household {
        otherAdults = otherAdults == null ? List.of() : List.copyOf(otherAdults);
    }

    /** Somebody who lives in the home and has no login; can be named in a concern. */
    public record Adult(
            @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
            String id,

            @JsonProperty("name") @NotBlank @Pattern(regexp = NAME, message = NAME_WORDS) @Size(max = 100)
            String name) {}
}
