package org.safecontact.restriction.process;

import org.safecontact.engine.Answers;
import org.safecontact.restriction.LimitDecisions.Span;

/** Until when a limit goes on, as the forms ask it. */
final class Spans {

    private Spans() {}

    static Span of(Answers answers) {
        return new Span(answers.instant("until").orElseThrow(), answers.date("reviewOn"));
    }
}
