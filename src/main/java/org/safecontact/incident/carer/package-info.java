/** What the carer reads: the last screen, whom to ring, what was decided, their own reports. */
package org.safecontact.incident.carer;
