/**
 * The factual record: append-only, one hash chain per case, verifiable by anybody who has read {@code docs/verify.md}.
 * Ground floor: knows nobody above.
 */
package org.safecontact.record;
