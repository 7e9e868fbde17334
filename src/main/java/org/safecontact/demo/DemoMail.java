package org.safecontact.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** In the demonstration all mail goes to the sink, whatever mail server the settings name: invented people get none. */
@Configuration(proxyBeanMethods = false)
@Profile(DemoStart.PROFILE)
@EnableConfigurationProperties(MailProperties.class)
class DemoMail {

    @Bean
    JavaMailSender mailSender(MailSink sink, MailProperties settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(MailSink.ADDRESS);
        sender.setPort(sink.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = new Properties();
        for (Map.Entry<String, String> entry : settings.getProperties().entrySet()) {
            properties.setProperty(entry.getKey(), entry.getValue());
        }
        // The sink answers EHLO in two pieces, the second 40 ms after the first (Nagle's algorithm): HELO has one, and
        // nothing that it lacks is used.
        properties.setProperty("mail.smtp.ehlo", "false");
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
