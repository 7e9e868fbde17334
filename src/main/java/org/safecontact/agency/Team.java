package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A team of supervising social workers and the people who manage it. */
public record Team(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("name") @NotBlank @Pattern(regexp = NAME, message = NAME_WORDS) @Size(max = 100)
        String name,

        @JsonProperty("managers") @NotEmpty List<String> managerIds)
        implements Item {

    public Team {
        managerIds = managerIds == null ? List.of() : List.copyOf(managerIds);
    }
}
