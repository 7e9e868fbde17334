package org.safecontact.inform;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.safecontact.agency.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail by Spring Mail. */
@Component
class EmailGateway implements MessageGateway {

    private final ObjectProvider<JavaMailSender> sender;
    private final Clock clock;
    private final String from;

    EmailGateway(ObjectProvider<JavaMailSender> sender, Clock clock, @Value("${safe-contact.mail.from}") String from) {
        this.sender = sender;
        this.clock = clock;
        this.from = from;
    }

    @Override
    public void handOver(String id, Person recipient, String subject, String text) throws NotDelivered {
        JavaMailSender mail = sender.getIfAvailable();
        if (mail == null) {
            throw new NotDelivered("no mail server is configured");
        }
        try {
            MimeMessage message = mail.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(recipient.email());
            helper.setSubject(subject);
            helper.setText(text);
            // Spring keeps an id that is there; otherwise every attempt would get a new one.
            message.setHeader("Message-ID", "<" + id + ">");
            helper.setSentDate(Date.from(clock.instant()));
            mail.send(message);
        } catch (MailException | MessagingException failure) {
            throw new NotDelivered(failure.getClass().getSimpleName());
        }
    }

    @Override
    public String name() {
        return "e-mail";
    }

    @Override
    public boolean wakesPeople() {
        return false;
    }
}
