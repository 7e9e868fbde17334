/**
 * Who must be told, one after the other until somebody answers; the messages that leave the house; the calls to people
 * outside. What was told to whom only ever grows.
 */
package org.safecontact.inform;
