package org.safecontact.pattern;

import java.time.Instant;
import java.util.Optional;
import org.safecontact.contact.Presentation;
import org.safecontact.plan.Channel;

/**
 * A contact, agreed or reported.
 *
 * @param what what kind of contact it was
 * @param planned whether it was agreed, and told as such
 * @param tookPlace whether it did
 * @param personId with whom, as what is agreed names people; empty where nobody knows, or it is somebody else
 * @param before how the child was, where that was asked
 * @param after the same since then
 * @param reported the same when it was reported
 * @param compared what was as agreed, or different; empty where that is not known, or not the reader's to read
 * @param reference of the record where it stands; empty where the reader has none to open
 */
record Happened(
        Instant at,
        String what,
        boolean planned,
        boolean tookPlace,
        Optional<String> personId,
        Optional<Channel> channel,
        Optional<Presentation> before,
        Optional<Presentation> after,
        Optional<Presentation> reported,
        String compared,
        Optional<String> reference) {}
