package org.safecontact.incident.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFinder;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.SameMoment;
import org.safecontact.incident.Incident;
import org.safecontact.incident.carer.HowItEnded;
import org.safecontact.incident.carer.LastScreen;
import org.safecontact.incident.carer.NewsForTheCarer;
import org.safecontact.incident.carer.OwnReports;
import org.safecontact.incident.carer.ThankYou;
import org.safecontact.incident.process.CaseMessages;
import org.safecontact.incident.process.CaseMessages.OpenReport;
import org.safecontact.incident.process.DangerAndWorry;
import org.safecontact.incident.report.Tap;
import org.safecontact.incident.report.UnsentReports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reporting, from the first press to the thanks. Who is logged in decides; nothing says who somebody is. */
@RestController
@RequestMapping("/safe-contact/api")
class ReportController {

    record Tapped(String answer, String question, String child, boolean stoodThere, long secondsAgo) {}

    record Stands(String reference, String whoHasIt, List<NewsForTheCarer.News> news) {}

    record Unsent(String who, String since, String telephone) {}

    private final CaseMessages messages;
    private final DangerAndWorry said;
    private final UnsentReports unsent;
    private final ThankYou thanks;
    private final ObjectProvider<NewsForTheCarer> news;
    private final HowItEnded ended;
    private final OwnReports own;
    private final CaseAccess access;
    private final CaseFinder finder;
    private final SameMoment moment;
    private final CurrentPerson person;
    private final Agency agency;
    private final HumanTime times;
    private final WentOn wentOn;

    ReportController(
            CaseMessages messages,
            DangerAndWorry said,
            UnsentReports unsent,
            ThankYou thanks,
            ObjectProvider<NewsForTheCarer> news,
            HowItEnded ended,
            OwnReports own,
            CaseAccess access,
            CaseFinder finder,
            SameMoment moment,
            CurrentPerson person,
            Agency agency,
            HumanTime times,
            WentOn wentOn) {
        this.messages = messages;
        this.said = said;
        this.unsent = unsent;
        this.thanks = thanks;
        this.news = news;
        this.ended = ended;
        this.own = own;
        this.access = access;
        this.finder = finder;
        this.moment = moment;
        this.person = person;
        this.agency = agency;
        this.times = times;
        this.wentOn = wentOn;
    }

    /** Opens the unsent report of this person, or begins one. */
    @PostMapping("/reports")
    OpenReport report() {
        String me = me();
        if (agency.person(me).filter(known -> !known.is(Role.ADMINISTRATOR)).isEmpty()) {
            throw new NotYours();
        }
        return moment.again(() -> messages.openReport(me));
    }

    /** Reports begun and not sent: who and since when, for duty, never which child or what. */
    @GetMapping("/reports/unsent")
    List<Unsent> unsent() {
        String me = me();
        return unsent.all().stream()
                .filter(incident -> access.mayRead(me, incident.reference()))
                .filter(incident -> !incident.reporterId().equals(me))
                .map(this::whoAndWhen)
                .toList();
    }

    /** Who has what was reported in a carer's home and is open, in the words of the thanks (practice, section 3: always on screen), and what is new; last what was closed lately. */
    @GetMapping("/reports/open")
    List<Stands> open() {
        String me = me();
        return !agency.is(me, Role.CARER)
                ? List.of()
                : Stream.concat(
                                finder.open(me).stream()
                                        .flatMap(reference -> thanks.whoHasIt(reference, me).stream()
                                                .map(who -> new Stands(reference, who, news(reference)))),
                                ended.lately(me).stream()
                                        .map(closed -> new Stands(
                                                closed.reference(), "This is closed.", List.of(closed.news()))))
                        .toList();
    }

    private List<NewsForTheCarer.News> news(String reference) {
        return news.stream().flatMap(area -> area.on(reference).stream()).toList();
    }

    /** A tap on danger before the report is sent; the same tap twice is one. */
    @PostMapping("/reports/{reference}/danger")
    Map<String, Object> danger(@PathVariable("reference") String reference, @RequestBody Tapped tapped) {
        if (!"yes".equals(tapped.answer()) && !"unsure".equals(tapped.answer())) {
            throw new FormRefused("answer", "Please tap yes or not sure. In danger now: ring 999.");
        }
        String me = me();
        Tap tap = new Tap(
                tapped.answer(),
                Optional.ofNullable(tapped.question()),
                Optional.ofNullable(tapped.child()),
                tapped.stoodThere(),
                Duration.ofSeconds(tapped.secondsAgo()));
        String counts = moment.again(() -> said.danger(reference, me, tap));
        Map<String, Object> taken = new HashMap<>(Map.of("taken", true, "thankYou", thanks.words(counts, me)));
        wentOn.words(reference, counts).ifPresent(words -> {
            taken.put("message", words);
            taken.put("reference", counts);
            if (wentOn.begunBecauseOf(reference, counts)) {
                messages.formOf(counts).ifPresent(form -> taken.put("taskId", form));
            }
        });
        return taken;
    }

    /** Nothing to report after all. */
    @PostMapping("/reports/{reference}/nothing-to-report")
    Map<String, Object> nothingToReport(@PathVariable("reference") String reference) {
        String me = me();
        moment.again(() -> messages.nothingToReport(reference, me));
        return Map.of("closed", true);
    }

    @GetMapping("/thank-you/{reference}")
    ResponseEntity<LastScreen> thankYou(@PathVariable("reference") String reference) {
        String me = me();
        own.require(reference, me);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(thanks.words(reference, me));
    }

    private Unsent whoAndWhen(Incident incident) {
        return new Unsent(
                agency.nameOf(incident.reporterId()),
                times.at(incident.startedAt()),
                agency.person(incident.reporterId())
                        .map(known -> known.telephone())
                        .orElse(""));
    }

    private String me() {
        return person.required();
    }
}
