package org.safecontact.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.safecontact.restriction.Limits.agreed;
import static org.safecontact.restriction.Limits.asking;
import static org.safecontact.restriction.Limits.keep;
import static org.safecontact.restriction.Limits.lift;
import static org.safecontact.restriction.Limits.made;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.SafeContactTest;
import org.safecontact.TestClock;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every limit in force, for the managers: each with why, until when and by whom, and counted by age and kind. */
@SafeContactTest
class LimitRegisterTest {

    private static final String ALL = "/safe-contact/l";

    @LocalServerPort
    private int port;

    @Autowired
    private Limits limits;

    @Autowired
    private LimitRegister register;

    @Autowired
    private LimitDecisions decisions;

    @Autowired
    private TestClock clock;

    private Visitor carer;
    private Visitor worker;
    private Visitor manager;

    @BeforeEach
    void aTuesday() {
        clock.setLondon("2027-01-12T10:00");
        carer = Visitor.loggedIn(port, "carer1");
        worker = Visitor.loggedIn(port, "ssw1");
        manager = Visitor.loggedIn(port, "manager1");
    }

    @Test
    void managersReadWhatIsInForceAndCountItAndWhoIsKeptAwayFindsNothing() {
        assertThat(register.page("manager2").limits()).isEmpty();
        String none = Visitor.loggedIn(port, "manager2").page(ALL).body();
        assertThat(none).contains("No limit stands here now.").doesNotContain("How many");

        String phone = limits.written(carer, "C1", made("2027-01-12T09:30", "2027-01-14T20:00"));
        String games = limits.written(worker, "C1", asking("limit", "time", "2027-02-12T20:00"));
        assertThat(register.page("manager1").limits())
                .as("what waits for the authority is in force for nobody")
                .extracting(LimitRegister.InForce::kind)
                .containsExactly("the phone or device is kept");
        limits.complete(manager, games, "authoriseRestriction", agreed("2027-02-12T20:00"));
        limits.written(Visitor.loggedIn(port, "carer2"), "C3", made("2027-01-12T09:00", "2027-01-13T20:00"));

        clock.setLondon("2027-01-14T10:00");
        LimitRegister.Page page = register.page("manager1");
        assertThat(page.limits()).hasSize(3);
        LimitRegister.InForce kept = of(page, "C1", "the phone or device is kept");
        assertThat(kept.why()).isEqualTo("Nobody reaches them while they sleep.");
        assertThat(kept.since()).isEqualTo("Tuesday 12 January 2027, 09:30, 2 days by now");
        assertThat(kept.until()).isEqualTo("Thursday 14 January 2027, 20:00");
        assertThat(kept.toRatify()).isTrue();
        LimitRegister.InForce time = of(page, "C1", "times, apps or games are limited");
        assertThat(time.authorised()).startsWith("Kit Placer, Northshire");
        assertThat(time.nextLook()).isEqualTo("Tuesday 9 February 2027, 10:00");
        assertThat(time.again()).isEmpty();
        LimitRegister.InForce others = of(page, "C3", "the phone or device is kept");
        LimitRegister.Counts counts = page.counts();
        assertThat(counts.ages())
                .containsExactlyInAnyOrder(
                        new LimitRegister.OfAge(kept.age(), kept.kind(), 1),
                        new LimitRegister.OfAge(time.age(), time.kind(), 1),
                        new LimitRegister.OfAge(others.age(), others.kind(), 1));
        assertThat(counts.ages()).extracting(LimitRegister.OfAge::age).isSorted();
        assertThat(counts.all()).isEqualTo(3);
        assertThat(counts.several()).containsExactly(kept.child().label() + " has 2 at once.");
        assertThat(manager.page(ALL).body())
                .contains(
                        "How many",
                        "Nobody reaches them while they sleep.",
                        kept.child().label() + " has 2 at once.")
                .doesNotContain(phone);
        assertThat(manager.page(ALL + "/C1").body()).contains("All limits in force");
        assertThat(worker.page(ALL + "/C1").body()).doesNotContain("All limits in force");

        limits.complete(
                worker,
                games,
                "reviewRestriction",
                look(games, keep("A new number wrote.", "2027-01-14T09:00", "2027-03-10T20:00")));
        assertThat(of(register.page("manager1"), "C1", "times, apps or games are limited")
                        .again())
                .isEqualTo("once");

        limits.reported(
                "carer1",
                "C1",
                Map.of("namedPerson", "worker", "namedPersons", List.of("manager2"), "concerns", List.of()));
        LimitRegister.Page away = register.page("manager2");
        assertThat(away.limits())
                .extracting(limit -> limit.child().id())
                .as("nothing of the child about whom that manager is named")
                .containsOnly("C3");
        assertThat(away.counts().all()).isEqualTo(1);
        assertThat(away.counts().ages()).hasSize(1);
        assertThat(away.counts().several()).isEmpty();

        limits.complete(worker, games, "reviewRestriction", look(games, lift()));
        assertThat(register.page("manager1").counts().all())
                .as("what was lifted is in force no more")
                .isEqualTo(2);
    }

    @Test
    void whatIsNotAllowedOrOverIsListedUntilSomebodyWritesThatItIsUndone() {
        clock.setLondon("2027-03-16T10:00");
        Map<String, Object> forced = new HashMap<>(Map.of(
                "begun", "made",
                "madeAt", "2027-03-16T09:30",
                "kind", "removal",
                "subject", "phone",
                "what", "the phone",
                "purpose", "safety",
                "force", "yes",
                "danger", "yes",
                "evidence", "no"));
        forced.put("still", "yes");
        String reference = limits.written(Visitor.loggedIn(port, "carer1"), "C1", forced);

        assertThat(register.page("manager1").notUndone())
                .extracting(limit -> limit.child().id(), LimitRegister.NotUndone::kind)
                .contains(tuple("C1", "the phone or device is kept"));
        int before = register.page("manager1").notUndone().size();
        assertThat(manager.page(ALL).body())
                .contains("Not allowed, or over, and nobody has written that it is undone")
                .doesNotContain(reference);
        assertThat(manager.page("/safe-contact/c").body()).contains("Limits in force");
        assertThat(worker.page("/safe-contact/c").body()).doesNotContain("Limits in force");

        decisions.returned(reference, "ssw1");
        assertThat(register.page("manager1").notUndone()).hasSize(before - 1);
    }

    /** Somebody looks before its day. */
    private Map<String, Object> look(String reference, Map<String, Object> answers) {
        limits.post(worker, "C1/" + reference + "/look");
        return answers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"carer1", "ssw1", "duty1", "childsw1", "director1"})
    void nobodyElseReadsIt(String login) {
        assertThat(Visitor.loggedIn(port, login).page(ALL).statusCode()).isEqualTo(404);
    }

    private static LimitRegister.InForce of(LimitRegister.Page page, String child, String kind) {
        return page.limits().stream()
                .filter(limit ->
                        limit.child().id().equals(child) && limit.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
