/** What must be there before anything starts, and how its absence is said in one line. */
package org.safecontact.start;
