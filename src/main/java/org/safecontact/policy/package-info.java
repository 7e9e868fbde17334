/**
 * The policies of the agency beside what is done: which belongs to which to-do, what each says in which version, and that the registered manager
 * looks at one in time (docs/adr/0190-policies.md).
 */
package org.safecontact.policy;
