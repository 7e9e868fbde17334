package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the rota: who answers in which span.
 *
 * @param role duty social worker, or registered manager for the manager on call
 * @param people who answers, all at once
 * @param from first moment
 * @param until first moment after it; empty when open
 * @param telephone the number of duty in this span where it is another than usual
 */
record Shift(
        @JsonProperty("id") @NotBlank @Pattern(regexp = ID, message = ID_WORDS) @Size(max = 40)
        String id,

        @JsonProperty("role") @NotNull Role role,
        @JsonProperty("people") @NotEmpty List<String> people,
        @JsonProperty("from") @NotNull @StartOfSpan Instant from,

        @JsonProperty("until") @JsonDeserialize(contentUsing = LondonTimes.End.class)
        Optional<Instant> until,

        @JsonProperty("telephone") Optional<@Pattern(regexp = TELEPHONE, message = TELEPHONE_WORDS) String> telephone)
        implements Item {

    Shift {
        people = people == null ? List.of() : List.copyOf(people);
        until = until == null ? Optional.empty() : until;
        telephone = telephone == null ? Optional.empty() : telephone;
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until.orElse(Instant.MAX));
    }

    boolean overlaps(Shift other) {
        return role == other.role
                && from.isBefore(other.until.orElse(Instant.MAX))
                && other.from.isBefore(until.orElse(Instant.MAX));
    }
}
