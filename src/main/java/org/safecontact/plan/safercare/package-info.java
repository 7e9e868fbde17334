/** The Safer Care Plan of a child: written, signed by a second person, read by the home; each version stays (policy: Unplanned or Secret Contact, step 5). */
package org.safecontact.plan.safercare;
