package org.safecontact.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A mail server on loopback that takes everything and delivers nothing. It forgets when the product stops. */
@Component
@Profile(DemoStart.PROFILE)
public class MailSink {

    static final String ADDRESS = "127.0.0.1";

    private final int port;
    private final GreenMail server;

    /** @param wanted the port to listen on; a free one where it is taken, or when it is 0 */
    MailSink(@Value("${safe-contact.demo.mail-port:3025}") int wanted) {
        port = free(wanted).or(() -> free(0)).orElseThrow();
        server = new GreenMail(new ServerSetup(port, ADDRESS, ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /**
     * A message that would have left the house.
     *
     * @param to the recipients
     * @param sentAt the time that stands in the message
     * @param messageId with its angle brackets, as it was sent
     * @param text what a person would read
     */
    public record Letter(String to, String subject, Instant sentAt, String messageId, String text) {}

    /** Everything that came in, the newest first. */
    public List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailSink::read)
                .sorted(Comparator.comparing(Letter::sentAt).reversed())
                .toList();
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Forgets everything that came in. */
    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException failure) {
            throw new IllegalStateException("The mail sink could not be emptied", failure);
        }
    }

    @PreDestroy
    void stop() {
        server.stop();
    }

    GreenMail server() {
        return server;
    }

    private static Optional<Integer> free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
            return Optional.of(probe.getLocalPort());
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    private static Letter read(MimeMessage message) {
        try {
            return new Letter(
                    GreenMailUtil.getAddressList(message.getRecipients(Message.RecipientType.TO)),
                    message.getSubject(),
                    (message.getSentDate() == null ? message.getReceivedDate() : message.getSentDate()).toInstant(),
                    message.getMessageID(),
                    String.valueOf(message.getContent()));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("A message in the mail sink cannot be read", unreadable);
        }
    }
}
