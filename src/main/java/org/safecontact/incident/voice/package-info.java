/** The child's voice: what the child says about what is written down, and what of a case is told to the child in its own page. */
package org.safecontact.incident.voice;
