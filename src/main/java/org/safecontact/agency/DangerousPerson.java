package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Somebody outside who has hurt a child or the family, or whom a register, the court or the police limit.
 *
 * @param label how carers and workers speak of this person, such as <i>C1's father</i>
 * @param why the known reason in one line
 * @param childIds the children this person is a danger to
 */
public record DangerousPerson(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("label") @NotBlank @Size(max = 100) String label,
        @JsonProperty("why") @NotBlank @Size(max = 300) String why,
        @JsonProperty("children") @NotEmpty Set<String> childIds)
        implements Item {

    public DangerousPerson {
        childIds = childIds == null ? Set.of() : Set.copyOf(childIds);
    }
}
