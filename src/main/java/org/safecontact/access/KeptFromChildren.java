package org.safecontact.access;

import java.util.Set;

/** Answered by whoever knows reports: who sees nothing of what is kept about a child in no case, such as what is agreed (practice, section 1). */
public interface KeptFromChildren {

    /**
     * Workers who are kept away from a report about the child that names somebody, as long as nobody has decided that whoever is named keeps
     * access to the child's other cases. Carers of the home are not among them: as long as the child lives there they follow what is agreed.
     * House default.
     */
    Set<String> from(String childId);

    /** The same, and carers of the home: who is told nothing of what others ask for the child. */
    Set<String> fromRequests(String childId);
}
