package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What is true of the agency as a whole.
 *
 * @param name the agency's name
 * @param dutyTelephone the number that duty answers day and night
 * @param times the agency's own times by the id of their {@link HouseTime}; what is not among them is as usual
 */
record Settings(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("name") @NotBlank @Size(max = 100) String name,

        @JsonProperty("dutyTelephone") @NotBlank @Pattern(regexp = TELEPHONE, message = TELEPHONE_WORDS)
        String dutyTelephone,

        @JsonProperty("times") Map<String, String> times)
        implements Item {

    Settings {
        times = times == null ? Map.of() : Map.copyOf(times);
    }
}
