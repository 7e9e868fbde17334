package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

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
 */
public record Child(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("label") @NotBlank @Size(max = 60) String label,

        @JsonProperty("dateOfBirth") @NotNull @Past(message = "lies in the future")
        LocalDate dateOfBirth,

        @JsonProperty("household") @NotBlank String householdId,
        @JsonProperty("authority") @NotBlank String authorityId,
        @JsonProperty("childsSocialWorker") @NotBlank String childsSocialWorkerId,
        @JsonProperty("legalStatus") @NotNull LegalStatus legalStatus)
        implements Item {}
