/** A report from the first tap on: begun, sent, what was not known yet, and what it means for the others of the same contact. */
package org.safecontact.incident.report;
