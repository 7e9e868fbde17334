/**
 * The agency's people and places: who cares for whom, who answers when, and what a working day is.
 * Everything here comes from one folder of YAML files (docs/agency-folder.md) and from what registered managers change on pages
 * (docs/adr/0015-kept-on-pages.md): one check for both, one place where it is kept.
 */
package org.safecontact.agency;
