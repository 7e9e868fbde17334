/**
 * Online safety, looked at together with each child on its day: what holds, what is still to do, what is not right for its age (policy, section 7;
 * docs/adr/0096-online-safety.md).
 */
package org.safecontact.restriction.review;
