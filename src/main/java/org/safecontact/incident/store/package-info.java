/** The tables of this room and what it writes into the case record, one writer after the other; for this room alone. */
package org.safecontact.incident.store;
