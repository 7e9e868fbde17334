/**
 * A report of contact that nobody planned: what was said, how serious it is, who may see it, and its life until it closes. Here at the
 * root stands what other rooms know of it: its service, its words, its events. {@code report} is on {@code named}, that is on
 * {@code level}, and all of them are on {@code store}; {@code carer} only reads, and
 * {@code voice}, what the child says and what is told to the child, is on {@code report}.
 */
package org.safecontact.incident;
