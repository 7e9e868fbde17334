/**
 * Private details got out: whether it is still safe at home, who has to know, what is taken down, and what follows from a post by somebody of
 * the home (policy, Protecting Confidential Information; docs/adr/0097-private-details-that-got-out.md).
 */
package org.safecontact.breach;
