/**
 * The register of accounts, numbers and gamer tags that stand in reports, as inert text: when one turns up for two children, the registered
 * manager is asked, and nobody else learns of the other child (docs/adr/0170-the-same-account.md).
 */
package org.safecontact.handle;
