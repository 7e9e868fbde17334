package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A policy of the agency in the version that its folder names.
 *
 * @param version the agency's own number of it, such as <i>3</i> or <i>2026-04</i>
 * @param ownerId who keeps it, and answers questions about it
 * @param reviewOn the day by which it is to be looked at again
 * @param document the file with its words, as it was when the folder was loaded last
 */
public record Policy(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("title") @NotBlank @Size(max = 100) String title,

        @JsonProperty("version")
        @NotBlank
        @Pattern(
                regexp = "[A-Za-z0-9.-]{1,20}",
                message = "may only have letters, digits, points and dashes (like 3 or 2026-04)")
        String version,

        @JsonProperty("owner") @NotBlank String ownerId,
        @JsonProperty("reviewOn") @NotNull LocalDate reviewOn,
        @JsonProperty("document") @NotNull File document)
        implements Item {

    /**
     * @param sha256 the seal of what stood in it
     */
    public record File(
            @JsonProperty("file") String name,
            @JsonProperty("sha256") String sha256) {}
}
