package org.safecontact.inform;

import java.time.Instant;
import java.util.Optional;

/** Has the child's authority rung about something that is no report; what calls are made with begins it. */
public interface AuthorityRung {

    /**
     * A phone was taken, or an app limited.
     *
     * @param reference the case that it belongs to, or the limit itself where there is none
     * @param call which call it is; asked for twice it is one
     * @param began when it was taken or limited: nobody can have heard of it before; empty where nothing was
     * @param end until when the call is to be made
     */
    void aboutLimit(String reference, String call, Optional<Instant> began, Instant end);
}
