package org.safecontact.access;

import java.util.Set;

/**
 * What decides who may see one case, loaded once however many people are asked about.
 *
 * @param file what it is about
 * @param excluded ids of who is excluded from it
 * @param granted ids of who is let in beside their work
 */
record CaseFacts(CaseFile file, Set<String> excluded, Set<String> granted) {}
