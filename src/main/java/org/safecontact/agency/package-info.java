/**
 * The agency's people and places: who cares for whom, who answers when, and what a working day is.
 * Everything here comes from one folder of YAML files (docs/agency-folder.md) and is never edited on a screen.
 */
package org.safecontact.agency;
