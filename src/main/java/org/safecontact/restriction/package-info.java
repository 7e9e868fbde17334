/**
 * Limits on a child's phone or apps: asked for or made because of danger, decided by the table {@code device-restriction}, agreed or ratified,
 * looked at again, and over by themselves (policy, sections 4, 7 and 10; docs/adr/0095-limits-on-phone-or-apps.md). In {@code review}: online safety,
 * looked at together with each child.
 */
package org.safecontact.restriction;
