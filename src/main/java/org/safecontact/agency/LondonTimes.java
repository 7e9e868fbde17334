package org.safecontact.agency;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Reads times of the agency's files: as people in England write them, or exact as we stored them. */
final class LondonTimes {

    private LondonTimes() {}

    private static Instant read(JsonParser parser, DeserializationContext context, int daysAddedToADate)
            throws IOException {
        String text = parser.getValueAsString("").strip().replace(' ', 'T');
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
            return text.contains("T")
                    ? London.at(LocalDateTime.parse(text))
                    : LocalDate.parse(text)
                            .plusDays(daysAddedToADate)
                            .atStartOfDay(London.ZONE)
                            .toInstant();
        } catch (DateTimeException notATime) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
        }
    }

    /** See {@link StartOfSpan}. */
    static final class Start extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Start() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read(parser, context, 0);
        }
    }

    /** See {@link EndOfSpan}. */
    static final class End extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        End() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read(parser, context, 1);
        }
    }
}
