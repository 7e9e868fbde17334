/**
 * The evidence store: what was seen and where it is, files where they are allowed, and the custody ledger of every
 * touch. Pictures that may be indecent are never accepted, opened, copied, previewed or described (contract, 5.2).
 */
package org.safecontact.evidence;
