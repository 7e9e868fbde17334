/**
 * The agency keeps itself: pages on which a registered manager changes people, homes, children, teams, authorities and who is on duty, beside
 * the folder that loads them (docs/adr/0015-kept-on-pages.md).
 */
package org.safecontact.keeping;
