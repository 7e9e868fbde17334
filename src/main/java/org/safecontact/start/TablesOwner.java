package org.safecontact.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says what it costs when the running product owns its own tables. */
@Component
class TablesOwner {

    private static final Logger LOG = LoggerFactory.getLogger(TablesOwner.class);

    private final Environment environment;

    TablesOwner(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        String application = environment.getProperty("spring.datasource.username", "");
        if (application.equals(environment.getProperty("spring.flyway.user", application))) {
            LOG.warn(
                    "The product owns its tables, because no SPRING_FLYWAY_USER was given: whoever takes over the product"
                            + " could switch off what keeps the record from being changed. Give the tables to a role of"
                            + " their own: SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.");
        }
    }
}
