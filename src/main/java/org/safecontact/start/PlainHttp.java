package org.safecontact.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Says what it costs when nobody seals what travels between people and the product. */
@Component
class PlainHttp {

    private static final Logger LOG = LoggerFactory.getLogger(PlainHttp.class);

    private final Environment environment;

    PlainHttp(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        boolean ownCertificate = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        boolean behindProxy = environment.containsProperty("server.forward-headers-strategy");
        // the demonstration answers to this machine only
        if (!ownCertificate && !behindProxy && !environment.acceptsProfiles(Profiles.of("demo"))) {
            LOG.warn(
                    "People reach the product without TLS: passwords and what is written about children can be read on the"
                            + " way. Give it a certificate (SERVER_SSL_CERTIFICATE, SERVER_SSL_CERTIFICATE_PRIVATE_KEY), or, behind"
                            + " a proxy that has one, set SERVER_FORWARD_HEADERS_STRATEGY=native.");
        }
    }
}
