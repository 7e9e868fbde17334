package org.safecontact.inform;

import java.util.List;
import org.safecontact.access.LoginMail;
import org.safecontact.agency.Person;
import org.springframework.stereotype.Component;

/** A letter about a login goes the way of every message; one gateway that takes it is enough. */
@Component
class LoginMailByGateways implements LoginMail {

    private final List<MessageGateway> gateways;

    LoginMailByGateways(List<MessageGateway> gateways) {
        this.gateways = gateways;
    }

    @Override
    public void send(String id, Person recipient, String subject, String text) {
        NotDelivered last = new NotDelivered("there is no way out");
        for (MessageGateway gateway : gateways) {
            try {
                gateway.handOver(id, recipient, subject, text);
                return;
            } catch (NotDelivered failure) {
                last = failure;
            }
        }
        throw new IllegalStateException(last.getMessage());
    }
}
