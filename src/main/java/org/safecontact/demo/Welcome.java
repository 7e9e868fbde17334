package org.safecontact.demo;

import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last thing on the console: where to go and as whom. */
@Component
@Profile(DemoStart.PROFILE)
class Welcome {

    private final WebServerApplicationContext context;
    private final MailSink sink;

    Welcome(WebServerApplicationContext context, MailSink sink) {
        this.context = context;
        this.sink = sink;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void greet() {
        // For the person who started it, in one piece, and not for a log.
        System.out.println(text(context.getWebServer().getPort()));
    }

    String text(int port) {
        String address = "http://localhost:" + port;
        String logins = DemoPeople.LOGINS.stream()
                .map(login -> "    %-14s %s%n".formatted(login.id(), login.standsFor()))
                .collect(Collectors.joining());
        return """

                ------------------------------------------------------------------------------
                  Safe Contact is ready. This is a DEMONSTRATION: invented people, this machine only.

                    Tasklist     %1$s/camunda/app/tasklist/
                    Cockpit      %1$s/camunda/app/cockpit/     (admin)
                    Mail sent    %1$s%2$s     (SMTP on port %3$d; nothing leaves)

                  Log in as (password of all: %4$s)
                %5$s------------------------------------------------------------------------------
                """.formatted(address, MailPage.PATH, sink.port(), DemoPeople.PASSWORD, logins);
    }
}
