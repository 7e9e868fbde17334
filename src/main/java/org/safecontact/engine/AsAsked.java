package org.safecontact.engine;

import java.util.List;
import org.safecontact.record.Statement;

/** Puts what was said in the order in which a form asked it: the record keeps it by kind. */
public interface AsAsked {

    /**
     * @param task a to-do of the same diagram as the form, while it is opened
     * @param form the form's id
     * @param said what was answered to it; what it does not ask any more comes last
     */
    List<Statement> inOrder(OpenTask task, String form, List<Statement> said);
}
