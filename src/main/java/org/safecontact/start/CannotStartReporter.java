package org.safecontact.start;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says a refused start in one line, where Spring Boot would print a stack trace or a page of analysis. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CannotStartReporter implements SpringBootExceptionReporter {

    CannotStartReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart) {
                LoggerFactory.getLogger(CannotStart.class).error("Safe Contact did not start. {}", cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
