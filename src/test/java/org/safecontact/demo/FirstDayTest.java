package org.safecontact.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.agency.Agency;
import org.safecontact.agency.NextFolder;
import org.safecontact.incident.StoredReports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Whatever happened, it is the first day again: on this rests that test classes may share one product. */
@SafeContactTest
class FirstDayTest {

    @Autowired
    private FirstDay firstDay;

    @Autowired
    private StoredReports reports;

    @Autowired
    private NextFolder folder;

    @Autowired
    private Agency agency;

    @Autowired
    private MailSink mails;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nothingIsLeftOfWhatHappened() {
        String first = report();
        assertThat(report()).isNotEqualTo(first);
        folder.somebodyLeaves("carer3");
        assertThat(agency.person("carer3")).isEmpty();
        sender.send(letter());
        assertThat(mails.letters()).isNotEmpty();

        firstDay.again();

        assertThat(jdbc.sql("select count(*) from incident").query(Long.class).single())
                .isZero();
        assertThat(agency.person("carer3")).isPresent();
        assertThat(mails.letters()).isEmpty();
        assertThat(report()).as("numbers begin anew").isEqualTo(first);
        folder.childMoves("C2", "H2");
        assertThat(agency.childrenOf("H2"))
                .as("a change with the number of another one")
                .hasSize(2);

        mailServer.goDown();
        firstDay.again();

        assertThat(agency.childrenOf("H2")).hasSize(1);
        sender.send(letter());
        assertThat(mails.letters()).hasSize(1);
    }

    private String report() {
        return reports.about("C1", "carer1", Map.of(), List.of());
    }

    private static SimpleMailMessage letter() {
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom("a@example.org");
        letter.setTo("b@example.org");
        letter.setText("x");
        return letter;
    }
}
