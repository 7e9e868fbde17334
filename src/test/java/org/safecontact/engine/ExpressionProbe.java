package org.safecontact.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Counts how often an expression reached it; otherwise does nothing. */
@TestComponent("expressionProbe")
@InDiagrams
public class ExpressionProbe {

    final AtomicInteger evaluations = new AtomicInteger();

    boolean fails;
    String says = "As the test wants it";

    public String ask() {
        evaluations.incrementAndGet();
        if (fails) {
            throw new IllegalStateException(says);
        }
        return "nobody";
    }
}
