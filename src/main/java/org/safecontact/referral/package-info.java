/**
 * Who outside the agency was asked to act, by when, with what reference, and what they answered (domain brief, DMN-9;
 * docs/adr/0180-asked-outside.md).
 */
package org.safecontact.referral;
