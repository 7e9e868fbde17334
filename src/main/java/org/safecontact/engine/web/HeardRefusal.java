package org.safecontact.engine.web;

import java.util.Optional;

/** What went wrong in the present request, for those who listen. */
final class HeardRefusal {

    private static final ThreadLocal<HeardRefusal> LISTENING = new ThreadLocal<>();

    private RuntimeException refusal;

    private HeardRefusal() {}

    static void listen() {
        LISTENING.set(new HeardRefusal());
    }

    static void note(RuntimeException refusal) {
        HeardRefusal listening = LISTENING.get();
        if (listening != null) {
            listening.refusal = refusal;
        }
    }

    static Optional<RuntimeException> heard() {
        return Optional.ofNullable(LISTENING.get()).map(noted -> noted.refusal);
    }

    static void stop() {
        LISTENING.remove();
    }
}
