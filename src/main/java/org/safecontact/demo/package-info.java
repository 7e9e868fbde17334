/**
 * The demonstration: a database of its own under the data directory, a mail server that sends nothing, invented people.
 * Nothing in here runs once a datasource URL is given.
 */
package org.safecontact.demo;
