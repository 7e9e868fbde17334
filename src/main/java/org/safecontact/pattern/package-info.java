/**
 * A child's contacts side by side: a register that can be searched, and how the child was before, afterwards and in the looks (policy, items 6.4 and
 * 9.2; docs/adr/0200-contacts-over-time.md). It keeps nothing.
 */
package org.safecontact.pattern;
