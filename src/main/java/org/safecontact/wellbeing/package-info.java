/** How a child is in the days after contact: when somebody looks, what they saw, and what follows from it. */
package org.safecontact.wellbeing;
