package org.safecontact.incident;

import java.util.Set;

/**
 * Somebody who looks after children, or lives in the home, is part of the worry and is excluded from now on. Same transaction, before anybody
 * is told.
 *
 * @param kind {@code household}, {@code worker} or {@code unsure}
 * @param excluded ids of the people who are excluded (all carers of the home when somebody of the home is named)
 */
public record PersonNamed(String reference, String kind, Set<String> excluded) {}
