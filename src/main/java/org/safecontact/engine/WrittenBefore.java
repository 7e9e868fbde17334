package org.safecontact.engine;

import java.util.Map;

/**
 * What people wrote before and whoever opens a to-do should read first. It is looked up only for a form that somebody
 * opens, because the record keeps who read it, and is no part of what a submission is checked against.
 */
public interface WrittenBefore {

    /** @return texts by the name under which the form shows them, ready for Markdown; empty where there is nothing */
    Map<String, Object> shown(OpenTask task);
}
