package org.safecontact.incident.report;

import java.util.Optional;
import org.safecontact.incident.RiskDecision;

/**
 * Somebody who watches over the child saw something that changes the decision. Same transaction.
 *
 * @param reference the report in which it was decided again, or the new one that begins with what was seen
 * @param by who saw it
 * @param worse the new decision where people are needed now: what is seen is news, also where it is as serious as before; empty for a new report, which still has to be
 *     decided
 */
public record SeenAgain(String reference, String by, Optional<RiskDecision> worse) {}
