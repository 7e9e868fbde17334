package org.safecontact.demo;

import com.icegreen.greenmail.util.GreenMail;
import org.springframework.boot.test.context.TestComponent;

/** The demonstration's mail server, which a test can take away for a while. */
@TestComponent
public class MailServer {

    private final GreenMail server;

    MailServer(MailSink sink) {
        server = sink.server();
    }

    /** Nothing listens any more; what came in before is forgotten. */
    public void goDown() {
        server.stop();
    }

    /** It listens again, on the same port. */
    public void comeUp() {
        if (!server.isRunning()) {
            server.start();
        }
    }
}
