/** How serious an incident is: what the table decides, what a person raises or lowers. */
package org.safecontact.incident.level;
