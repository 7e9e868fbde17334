package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A child who lives in one of the homes.
 *
 * @param id as the agency's files name the child
 * @param label what is shown where a child is chosen; begins with the id, never a full name (house default)
 * @param dateOfBirth for the age, and for the police
 * @param householdId where the child lives
 * @param authorityId the placing authority
 * @param childsSocialWorkerId that authority's social worker of this child
 * @param legalStatus on what basis the child is looked after
 * @param fullName for the police alone, on the one page of which each look is kept; empty where the agency does not write it
 * @param description what the child looks like, for the police alone like the name
 */
public record Child(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("label") @NotBlank @Pattern(regexp = NAME, message = NAME_WORDS) @Size(max = 60)
        String label,

        @JsonProperty("dateOfBirth") @NotNull @Past(message = "lies in the future")
        LocalDate dateOfBirth,

        @JsonProperty("household") @NotBlank String householdId,
        @JsonProperty("authority") @NotBlank String authorityId,
        @JsonProperty("childsSocialWorker") @NotBlank String childsSocialWorkerId,
        @JsonProperty("legalStatus") @NotNull LegalStatus legalStatus,

        @JsonProperty("fullName")
        Optional<@Pattern(regexp = SAYS_SOMETHING, message = EMPTY) @Size(max = 100) String> fullName,

        @JsonProperty("description")
        Optional<@Pattern(regexp = SAYS_SOMETHING, message = EMPTY) @Size(max = 500) String> description)
        implements Item {

    private static final String SAYS_SOMETHING = "(?s).*\\S.*";
    private static final String EMPTY = "is empty: leave it out, or write it";

    public Child {
        fullName = fullName == null ? Optional.empty() : fullName;
        description = description == null ? Optional.empty() : description;
    }

    /** Whatever is printed somewhere says which child, and nothing about it. */
    @Override
    public String toString() {
        return id;
    }
}
