package org.safecontact.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What decides who may see a case.
 *
 * @param reference the case
 * @param openedBy who began the report
 * @param openedAt when
 * @param householdId the child's home; empty until the report names a child
 * @param childId the child; empty until the report names one
 * @param sent whether the report was sent; until then the child's home sees nothing of it but whoever began it
 * @param urgency how urgent, larger is more (the priority of its user tasks)
 * @param walled only registered managers, the responsible individual and people with a grant see it
 * @param closedAt when it was closed; empty while open
 * @param noCase whether it is kept about a child in no case, such as what is agreed: duty has to do with it only in the
 *     place of whoever supervises the home
 */
public record CaseFile(
        String reference,
        String openedBy,
        Instant openedAt,
        Optional<String> householdId,
        Optional<String> childId,
        boolean sent,
        int urgency,
        boolean walled,
        Optional<Instant> closedAt,
        boolean noCase) {}
