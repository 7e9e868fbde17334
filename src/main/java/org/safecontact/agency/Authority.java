package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A local authority that places children.
 *
 * @param telephone its children's services, in office hours
 * @param emergencyDutyTeamTelephone its emergency duty team, at all other hours
 */
public record Authority(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("name") @NotBlank @Pattern(regexp = NAME, message = NAME_WORDS) @Size(max = 100)
        String name,

        @JsonProperty("telephone") @NotBlank @Pattern(regexp = TELEPHONE, message = TELEPHONE_WORDS)
        String telephone,

        @JsonProperty("emergencyDutyTeamTelephone") @NotBlank @Pattern(regexp = TELEPHONE, message = TELEPHONE_WORDS)
        String emergencyDutyTeamTelephone)
        implements Item {}
