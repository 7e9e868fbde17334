/** Asking the authority for new or extra contact: who decides, what was decided, how the home hears of it (policy, section 2; DMN-10). */
package org.safecontact.plan.request;
