package org.safecontact.incident;

import java.time.Instant;
import java.util.List;

/** What begins on a case by itself at a moment that is known: every area contributes its own, and workers read it on the page of the case. */
public interface ComesNext {

    /**
     * @param what in words that a moment follows: <i>somebody looks how the child is</i>
     * @param at when
     */
    record Next(String what, Instant at) {}

    /** The next of each kind; nothing that is to do already. */
    List<Next> on(String reference);
}
