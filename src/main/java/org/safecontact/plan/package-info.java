/**
 * What is agreed about a child's digital contact: documents, orders, agreements, refusals, what a carer decides, what the child may do alone;
 * and what it says of a contact (policy, sections 2, 9 and 10; docs/adr/0080-plan-register.md, 0085-asking-for-contact.md).
 */
package org.safecontact.plan;
