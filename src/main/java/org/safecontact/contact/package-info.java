/**
 * Agreed contact that took place: told in under a minute, compared with what is agreed, and a report where it was different or worries
 * somebody (policy, sections 2, 3, 6 and 9; docs/adr/0082-agreed-contact.md).
 */
package org.safecontact.contact;
