package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A span in which somebody is not there.
 *
 * @param from first moment; in the file a time of England, a date alone means 00:00
 * @param until first moment after it; in the file a date alone means the end of that day
 */
public record Absence(
        @JsonProperty("from") @NotNull @StartOfSpan Instant from,
        @JsonProperty("until") @NotNull @EndOfSpan Instant until) {

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
