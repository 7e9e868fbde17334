/** Who is named in a worry, and how they are kept away from it. */
package org.safecontact.incident.named;
