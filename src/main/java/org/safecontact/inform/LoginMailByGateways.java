package org.safecontact.inform;

import java.util.List;
import org.safecontact.access.LoginMail;
import org.safecontact.agency.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A letter about a login goes the way of every message; one gateway that takes it is enough. */
@Component
class LoginMailByGateways implements LoginMail {

    private static final Logger LOG = LoggerFactory.getLogger(LoginMailByGateways.class);

    private final List<MessageGateway> gateways;
    private final Attempts attempts;

    LoginMailByGateways(List<MessageGateway> gateways, Attempts attempts) {
        this.gateways = gateways;
        this.attempts = attempts;
    }

    @Override
    public void send(String id, Person recipient, String subject, String text) {
        if (!attempts.taken(id, () -> byAny(id, recipient, subject, text))) {
            throw new IllegalStateException("not taken, or not yet");
        }
    }

    private boolean byAny(String id, Person recipient, String subject, String text) {
        for (MessageGateway gateway : gateways) {
            try {
                gateway.handOver(id, recipient, subject, text);
                return true;
            } catch (NotDelivered failure) {
                LOG.warn("Letter {} was not taken: {}", id, failure.getMessage());
            }
        }
        return false;
    }
}
