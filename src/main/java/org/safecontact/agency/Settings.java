package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is true of the agency as a whole.
 *
 * @param name the agency's name
 * @param dutyTelephone the number that duty answers day and night
 */
record Settings(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("name") @NotBlank @Size(max = 100) String name,

        @JsonProperty("dutyTelephone") @NotBlank @Pattern(regexp = TELEPHONE, message = TELEPHONE_WORDS)
        String dutyTelephone)
        implements Item {}
