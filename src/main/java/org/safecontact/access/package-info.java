/**
 * Who may see and do what: one place decides person and case, one door stands before the engine's own web API,
 * and the engine's lists and by-id commands obey the same rule.
 */
package org.safecontact.access;
