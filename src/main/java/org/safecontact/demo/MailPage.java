package org.safecontact.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.safecontact.agency.London;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what the demonstration would have sent. */
@Controller
@Profile(DemoStart.PROFILE)
class MailPage {

    static final String PATH = "/demo/mail";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss", Locale.UK).withZone(London.ZONE);

    private final MailSink sink;

    MailPage(MailSink sink) {
        this.sink = sink;
    }

    /** One message as the page shows it. */
    record Shown(String to, String subject, String time, String text) {}

    @GetMapping(PATH)
    String show(Model model) {
        List<Shown> letters = sink.letters().stream()
                .map(letter -> new Shown(letter.to(), letter.subject(), time(letter.sentAt()), letter.text()))
                .toList();
        model.addAttribute("letters", letters);
        return "demo/mail";
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
