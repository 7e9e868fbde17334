package org.safecontact.engine.web;

import java.util.Optional;

/** What went wrong in the present request, for those who listen. */
final class Noted {

    private static final ThreadLocal<Noted> LISTENING = new ThreadLocal<>();

    private RuntimeException refusal;

    private Noted() {}

    static void listen() {
        LISTENING.set(new Noted());
    }

    static void note(RuntimeException refusal) {
        Noted listening = LISTENING.get();
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
