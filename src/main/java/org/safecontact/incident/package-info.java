/** A report of contact that nobody planned: what was said, how serious it is, who may see it, and its life until it closes. */
package org.safecontact.incident;
