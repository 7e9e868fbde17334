package org.safecontact.incident;

import java.util.Optional;

/**
 * The level was decided, decided again, raised or lowered. Same transaction.
 *
 * @param before the level until now, empty at the first decision
 * @param decision what it is now, by whom and why
 * @param worse whether it is more serious than before, or as serious for something new
 */
public record LevelChanged(String reference, Optional<RiskLevel> before, RiskDecision decision, boolean worse) {}
