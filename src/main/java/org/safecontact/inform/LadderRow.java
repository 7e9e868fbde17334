package org.safecontact.inform;

import java.util.Map;

/** One row of {@code who-to-tell}: who, on which rung, until when, and whether they must answer. */
record LadderRow(int rung, String role, String within, boolean mustAnswer) {

    static LadderRow of(Map<String, Object> row) {
        return new LadderRow(
                ((Number) row.get("rung")).intValue(),
                (String) row.get("role"),
                (String) row.get("acknowledgeWithin"),
                Boolean.TRUE.equals(row.get("mustAcknowledge")));
    }
}
