package org.safecontact.plan;

import java.util.Optional;

/**
 * What somebody enters.
 *
 * @param replaces number of the entry in whose place it comes
 * @param confirmed who at the authority confirmed it; empty while nobody did
 */
public record NewPlanEntry(PlanItem item, Optional<Integer> replaces, Optional<Confirmation> confirmed) {}
