package org.safecontact.incident.carer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.LastResort;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Person;
import org.safecontact.agency.WorkingTime;
import org.safecontact.incident.AuthorityTold;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Police;
import org.safecontact.incident.RiskDecision;
import org.safecontact.incident.RiskLevel;
import org.safecontact.incident.WhoWasTold;
import org.safecontact.incident.store.AnswerRepository;
import org.safecontact.incident.store.IncidentRepository;
import org.safecontact.incident.store.LevelRepository;
import org.springframework.beans.factory.ObjectProvider;

/** What the last screen says about ringing, by how messages leave, and by when somebody answers. */
class ThankYouTest {

    private static final String REFERENCE = "INC-2026-000001";
    private static final Instant NOW = Instant.parse("2026-11-21T22:04:00Z");
    private static final String CANNOT = "We cannot ring people for you, so please ring duty yourself.";

    private final IncidentRepository repository = mock();
    private final AnswerRepository answers = mock();
    private final Police police = mock();
    private final LevelRepository levels = mock();
    private final CaseFiles files = mock();
    private final CaseAccess access = mock();
    private final Agency agency = mock();
    private final WhoWasTold telling = mock();
    private final ObjectProvider<WhoWasTold> known = mock();
    private final WorkingTime working = mock();
    private final HumanTime times = mock();
    private final ForTheCarer forTheCarer = mock();
    private final AuthorityTold authority = mock();
    private final ObjectProvider<AlsoForTheCarer> also = mock();
    private final HowItEnded ended = mock();
    private final WhereItStands stands =
            new WhereItStands(police, levels, agency, times, known, Clock.fixed(NOW, ZoneOffset.UTC));
    private final FirstWords first = new FirstWords(answers, stands, working, Clock.fixed(NOW, ZoneOffset.UTC));
    private final WhomToRing toRing = new WhomToRing(files, repository, agency, Clock.fixed(NOW, ZoneOffset.UTC));
    private final ThankYou thankYou = new ThankYou(
            repository,
            files,
            access,
            agency,
            first,
            toRing,
            mock(LastResort.class),
            new WhatFollowed(first, toRing, stands, forTheCarer, authority, also, mock(WithTheChild.class), ended));

    @ParameterizedTest
    @EnumSource(names = {"HIGH", "IMMEDIATE"})
    void saysThatNobodyIsRungOnlyUntilMessagesWakePeople(RiskLevel level) {
        reported(level);

        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains(CANNOT);
        when(telling.wakesPeople()).thenReturn(true);
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).doesNotContain(CANNOT);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatToDoWithPicturesAndThePhone(RiskLevel level) {
        Incident incident = reported(level);
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).noneMatch(line -> line.contains("Report Remove"));

        when(answers.answers(REFERENCE)).thenReturn(Map.of("concerns", List.of("images")));
        saysWhatToDoWithBoth();
        when(incident.escalated()).thenReturn(true);
        when(levels.all(REFERENCE))
                .thenReturn(List.of(decided(RiskDecision.BY_A_PERSON), decided(RiskLevel.HIGH, "rule_10")));
        saysWhatToDoWithBoth();
    }

    private void saysWhatToDoWithBoth() {
        assertThat(String.join(" ", thankYou.words(REFERENCE, "carer1").lines()))
                .contains(
                        "do not look, copy, send or delete",
                        "The child can use Report Remove themself",
                        "on stays on, off stays off. Put it on charge. Stop it being used.",
                        "Never by force")
                .doesNotContainIgnoringCase("no need to take the phone");
    }

    @Test
    void saysByWhenWhoeverIsAskedNowMustAnswer() {
        reported(RiskLevel.HIGH);
        Instant by = NOW.plusSeconds(1800);
        when(telling.asked(REFERENCE)).thenReturn(Optional.of(new WhoWasTold.Asked("dutySocialWorker", by)));
        when(times.by(by)).thenReturn("by 22:34 today");

        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains("Somebody talks with you by 22:34 today.");
    }

    @Test
    void saysByWhenSomebodyTalksWithWhoeverIsInDangerToo() {
        reported(RiskLevel.IMMEDIATE);
        Instant by = NOW.plusSeconds(900);
        when(telling.asked(REFERENCE)).thenReturn(Optional.of(new WhoWasTold.Asked("dutySocialWorker", by)));
        when(times.by(by)).thenReturn("by 22:19 today");

        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains("Somebody talks with you by 22:19 today.");
    }

    @ParameterizedTest
    @CsvSource({
        "true,We will talk today. Duty reads this by 23:04 today.",
        "false,We will talk. Duty reads this by 23:04 today."
    })
    void saysWhoReadsWhatIsNotUrgentAndByWhen(boolean officeHours, String line) {
        reported(RiskLevel.MEDIUM);
        Instant by = NOW.plusSeconds(3600);
        when(working.isOfficeHours(NOW)).thenReturn(officeHours);
        when(telling.asked(REFERENCE)).thenReturn(Optional.of(new WhoWasTold.Asked("dutySocialWorker", by)));
        when(times.by(by)).thenReturn("by 23:04 today");

        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains(line);
    }

    @Test
    void whoIsKeptAwayIsStillToldToRing999WhenSomebodyIsInDanger() {
        reported(RiskLevel.IMMEDIATE);
        when(files.excluded(REFERENCE)).thenReturn(Set.of("carer1"));
        when(files.excludedHere(REFERENCE)).thenReturn(Set.of("carer1"));

        LastScreen words = thankYou.words(REFERENCE, "carer1");
        assertThat(words.title()).isEqualTo("Thank you. Ring 999 now, we are with you.");
        assertThat(words.lines())
                .contains("Ring 999 first, then duty.", CANNOT)
                .anyMatch(line -> line.startsWith("Don't reply, don't delete"));
    }

    @Test
    void whoRang999AndThenToldMoreIsAskedToTellThatToo() {
        reported(RiskLevel.IMMEDIATE);
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).noneMatch(line -> line.startsWith("Ring 999 again"));

        when(police.everTold(REFERENCE)).thenReturn(true);
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .anyMatch(line -> line.startsWith("Ring 999 again, then duty: this is new"))
                .noneMatch(line -> line.startsWith("Ring 999 first"));
    }

    @Test
    void whoeverWroteItAndMayNotReadTheCaseAnyMoreReadsNothingOfWhatFollowed() {
        reported(RiskLevel.HIGH);
        when(also.stream()).thenAnswer(any -> Stream.of((AlsoForTheCarer) reference -> List.of("The door is locked.")));
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains("The door is locked.");

        when(access.mayRead("carer1", REFERENCE)).thenReturn(false);
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .containsExactly("What you wrote is on record, and stays yours to read. In danger now: 999.");
    }

    @Test
    void saysNoTimeThatHasPassed() {
        reported(RiskLevel.LOW);
        when(telling.asked(REFERENCE)).thenReturn(Optional.of(new WhoWasTold.Asked("teamManager", NOW)));

        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .contains("The team manager reads this and tells the child's social worker.");
    }

    @Test
    void saysWhoHasSpokenAndWhenTheyRingAgainAndNoLongerToRing999() {
        reported(RiskLevel.IMMEDIATE);
        Instant again = NOW.plusSeconds(3600);
        answeredAt(NOW.minusSeconds(60), Optional.of(again));
        when(telling.promised(REFERENCE)).thenReturn(Optional.of(new WhoWasTold.Promised(Optional.of("duty1"), again)));
        when(times.by(again)).thenReturn("by 23:04 today");
        when(police.settledSinceWorse(REFERENCE)).thenReturn(true);

        LastScreen words = thankYou.words(REFERENCE, "carer1");
        assertThat(words.title()).isEqualTo("Thank you.");
        assertThat(words.dutyFirst()).isFalse();
        assertThat(words.lines())
                .contains("Frankie Nightingale has this and has spoken with you and rings you again by 23:04 today.")
                .doesNotContain(CANNOT)
                .noneMatch(line -> line.startsWith("Ring 999"));
    }

    @Test
    void aCallThatWasPromisedIsSaidUntilItIsMadeAndOnceItsTimeIsOverWhomToRing() {
        reported(RiskLevel.LOW);
        answeredAt(NOW.minusSeconds(7200), Optional.empty());
        Instant over = NOW.minusSeconds(1);
        Instant ahead = NOW.plusSeconds(60);
        when(agency.roleAndNameOf("duty1")).thenReturn("duty social worker Frankie Nightingale");
        when(agency.roleAndNameOf("manager1")).thenReturn("registered manager Robin Manager");
        when(agency.dutyTelephone(NOW)).thenReturn("01632 960100");
        when(times.by(over)).thenReturn("by 22:03 today");
        when(times.by(ahead)).thenReturn("by 22:05 today");
        String read = "Duty social worker Frankie Nightingale has read this";

        promised("duty1", over);
        assertThat(thankYou.whoHasIt(REFERENCE, "carer1"))
                .contains(read + ". Duty social worker Frankie Nightingale was to ring you by 22:03 today."
                        + " Not rung yet? Ring duty: 01632 960100.");
        promised(null, over);
        assertThat(thankYou.whoHasIt(REFERENCE, "carer1"))
                .contains(read + ". Somebody was to ring you by 22:03 today. Not rung yet? Ring duty: 01632 960100.");
        promised("manager1", ahead);
        assertThat(thankYou.whoHasIt(REFERENCE, "carer1"))
                .contains(read + ". Registered manager Robin Manager rings you again by 22:05 today.");
        promised(null, ahead);
        assertThat(thankYou.whoHasIt(REFERENCE, "carer1"))
                .contains(read + ". Somebody rings you again by 22:05 today.");
        promised("duty1", ahead);
        assertThat(thankYou.whoHasIt(REFERENCE, "carer1")).contains(read + " and rings you again by 22:05 today.");
    }

    private void promised(String who, Instant by) {
        when(telling.promised(REFERENCE))
                .thenReturn(Optional.of(new WhoWasTold.Promised(Optional.ofNullable(who), by)));
    }

    @Test
    void namesWhoHasItByWhatTheyDoInALineOfItsOwnToo() {
        reported(RiskLevel.LOW);
        answeredAt(NOW.minusSeconds(60), Optional.empty());
        when(agency.roleAndNameOf("duty1")).thenReturn("duty social worker Frankie Nightingale");

        String line = "Duty social worker Frankie Nightingale has read this.";
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains(line);
        assertThat(thankYou.whoHasIt(REFERENCE, "carer1")).contains(line);
        assertThat(thankYou.whoHasIt(REFERENCE, "ssw1")).isEmpty();

        when(files.excluded(REFERENCE)).thenReturn(Set.of("carer1"));
        assertThat(thankYou.whoHasIt(REFERENCE, "carer1")).isEmpty();
    }

    @Test
    void oncePoliceWereToldTheCarerReadsThatAndNoPlanToDoSo() {
        reported(RiskLevel.HIGH);
        answeredAt(NOW.minusSeconds(600), Optional.empty());
        when(forTheCarer.agreed(any(), any()))
                .thenReturn(List.of("Agreed: Doors locked.", "The police are to be rung"));
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains("The police are to be rung");

        when(police.toldSinceWorse(REFERENCE)).thenReturn(true);
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .contains("Agreed: Doors locked.")
                .anyMatch(line -> line.startsWith("The police were told."))
                .doesNotContain("The police are to be rung");
    }

    @Test
    void whatAReviewFindsBelowHighLeavesTheAnswerAsItWasUnlessPeopleWereAskedAnew() {
        reported(RiskLevel.MEDIUM);
        answeredAt(NOW.minusSeconds(60), Optional.empty());
        when(levels.worseAt(REFERENCE)).thenReturn(Optional.of(NOW.minusSeconds(30)));
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains("Frankie Nightingale has read this.");

        when(telling.newestAlarm(REFERENCE)).thenReturn(Optional.of(NOW.minusSeconds(30)));
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).noneMatch(line -> line.contains("has read this"));
    }

    @Test
    void anAnswerFromBeforeSomebodyWasMoreWorriedIsNone() {
        reported(RiskLevel.IMMEDIATE);
        answeredAt(NOW.minusSeconds(60), Optional.empty());
        when(levels.worseAt(REFERENCE)).thenReturn(Optional.of(NOW.minusSeconds(30)));

        LastScreen words = thankYou.words(REFERENCE, "carer1");
        assertThat(words.title()).contains("Ring 999 now");
        assertThat(words.dutyFirst()).isTrue();
        assertThat(words.lines()).contains(CANNOT).noneMatch(line -> line.contains("spoken with you"));
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIUM,Duty social worker took this today at 22:03 and is reading it.",
        "HIGH,Duty social worker took this today at 22:03 and is about to ring you."
    })
    void whoeverHasTakenItIsNamedAlsoWithoutATimeAndWhenItGotWorseMeanwhile(RiskLevel level, String line) {
        reported(level);
        Instant at = NOW.minusSeconds(60);
        when(telling.taken(REFERENCE))
                .thenReturn(Optional.of(new WhoWasTold.Taken("duty1", at, Optional.of(NOW), false, false)));
        when(agency.roleAndNameOf("duty1")).thenReturn("duty social worker");
        when(times.at(at)).thenReturn("today at 22:03");
        when(levels.worseAt(REFERENCE)).thenReturn(Optional.of(NOW.minusSeconds(30)));

        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains(line);
    }

    @ParameterizedTest
    @EnumSource
    void saysOnceTheChildsSocialWorkerKnows(RiskLevel level) {
        reported(level);
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).doesNotContain("The child's social worker knows.");

        when(authority.byUsAt(REFERENCE)).thenReturn(Optional.of(NOW));
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).contains("The child's social worker knows.");
    }

    @Test
    void saysThatTheChildsSocialWorkerWasToldBeforeItGotWorse() {
        reported(RiskLevel.HIGH);
        when(authority.byUsAt(REFERENCE)).thenReturn(Optional.of(NOW));
        when(times.at(NOW)).thenReturn("on Sunday at 10:00");
        when(levels.worseAt(REFERENCE)).thenReturn(Optional.of(NOW.plusSeconds(30)));

        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .contains("The child's social worker was told on Sunday at 10:00.")
                .doesNotContain("The child's social worker knows.");
    }

    @ParameterizedTest
    @CsvSource({
        "LOW,'Told: duty social worker today at 22:04, registered manager today at 22:10.',",
        "HIGH,Told: registered manager today at 22:10.,A message went to: duty social worker today at 22:04."
    })
    void saysWhoWasToldAndWhenAndThatAMessageAloneIsNotTellingWhenItIsUrgent(
            RiskLevel level, String told, String written) {
        reported(level);
        answeredAt(NOW, Optional.empty());
        Instant later = NOW.plusSeconds(360);
        when(times.at(NOW)).thenReturn("today at 22:04");
        when(times.at(later)).thenReturn("today at 22:10");
        when(telling.told(eq(REFERENCE), any()))
                .thenReturn(List.of(
                        new WhoWasTold.Told("duty social worker", NOW, false),
                        new WhoWasTold.Told("registered manager", later, true)));

        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .filteredOn(line -> line.startsWith("Told: ") || line.startsWith("A message went to: "))
                .containsExactlyElementsOf(
                        Stream.of(told, written).filter(Objects::nonNull).toList());
    }

    @Test
    void saysThatASecondPersonReadsFirstWhatWasDecided() {
        reported(RiskLevel.HIGH);
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .noneMatch(line -> line.contains("a second person reads it first"));

        when(forTheCarer.waitForSignature(any(), any())).thenReturn(true);
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .anyMatch(line -> line.contains("a second person reads it first")
                        && line.contains("Until then, what you agreed with us stands."));
    }

    @Test
    void saysWhatWasDecidedInTheWordsMeantForTheCarer() {
        reported(RiskLevel.HIGH);
        when(forTheCarer.words(any(), any())).thenReturn(Optional.of("The phone stays downstairs until Monday."));

        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .contains("Decided: The phone stays downstairs until Monday.");
    }

    @Test
    void saysWhatWasAgreedWithWhoeverAnswered() {
        reported(RiskLevel.HIGH);
        answeredAt(NOW.minusSeconds(60), Optional.empty());
        when(forTheCarer.agreed(any(), any())).thenReturn(List.of("Agreed: Doors locked, the phone stays with Alex."));

        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .contains("Agreed: Doors locked, the phone stays with Alex.");
    }

    @Test
    void theWordsOfAnAgreementAreThoseOfTheForm() throws IOException {
        String form = Files.readString(Path.of("forms", "acknowledge.form"));
        assertThat(ForTheCarer.AGREED).allSatisfy(question -> assertThat(form).contains('"' + question + '"'));
        assertThat(Files.readString(Path.of("forms", "ring-as-agreed.form")))
                .contains('"' + ForTheCarer.AGREED_NEXT + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"assess-escalation", "review-contact"})
    void theWordsForTheCarerAreThoseOfTheForms(String form) throws IOException {
        assertThat(Files.readString(Path.of("forms", form + ".form"))).contains('"' + ForTheCarer.QUESTION + '"');
    }

    @Test
    void whatWasTakenBackAsksNobodyToRingThePolice() {
        Incident incident = reported(RiskLevel.IMMEDIATE);
        when(incident.state()).thenReturn(Incident.State.WITHDRAWN);

        assertThat(thankYou.words(REFERENCE, "carer1").title()).isEqualTo("This was closed as started by accident.");
        assertThat(thankYou.words(REFERENCE, "carer1").lines()).noneMatch(line -> line.contains("police"));
    }

    @Test
    void whatIsClosedGivesNoOrdersAndSaysWhatToDoWithSomethingNew() {
        Incident incident = reported(RiskLevel.IMMEDIATE);
        answeredAt(NOW.minusSeconds(60), Optional.empty());
        when(forTheCarer.words(any(), any())).thenReturn(Optional.of("The phone is back."));
        when(forTheCarer.agreed(any(), any())).thenReturn(List.of("Agreed: I ring at 18:00."));
        when(incident.state()).thenReturn(Incident.State.CLOSED);

        LastScreen words = thankYou.words(REFERENCE, "carer1");
        assertThat(words.title()).isEqualTo("This is closed.");
        assertThat(words.lines())
                .containsExactly("Decided: The phone is back.", "Something new: press Report contact. In danger: 999.");
        assertThat(words.dutyFirst()).isFalse();

        when(ended.words(REFERENCE)).thenReturn(Optional.of("It is over. He stays blocked."));
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .as("first how it ended, and what was decided only as before")
                .startsWith("It is over. He stays blocked.", "Decided before: The phone is back.");
    }

    @Test
    void theWordsOfAskingAboutBlockingAreThoseOfTheForm() throws IOException {
        assertThat(Files.readString(Path.of("forms", "preserve-evidence.form")))
                .contains('"' + AskedAboutBlocking.QUESTION + '"', '"' + AskedAboutBlocking.ASK_FIRST + '"');
    }

    @Test
    void theWordsOfHowItEndedAreThoseOfTheForm() throws IOException {
        assertThat(Files.readString(Path.of("forms", "close-incident.form"))).contains('"' + HowItEnded.QUESTION + '"');
    }

    @Test
    void whatAManagerLoweredWhileItRunsIsNoCarryOnAsUsual() {
        Incident incident = reported(RiskLevel.LOW);
        when(incident.escalated()).thenReturn(true);
        when(levels.all(REFERENCE))
                .thenReturn(List.of(decided(RiskDecision.BY_A_PERSON), decided(RiskLevel.IMMEDIATE, "rule_01")));

        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .contains(
                        "Somebody still talks with you.",
                        "What is on your list still needs doing. Don't reply, don't delete, don't look through the phone.")
                .noneMatch(line -> line.contains("Carry on as usual"));

        when(levels.all(REFERENCE)).thenReturn(List.of(decided("rule_20"), decided(RiskLevel.HIGH, "rule_16a")));
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .as("the table settled what was open")
                .anyMatch(line -> line.contains("Carry on as usual"));
        when(levels.all(REFERENCE))
                .thenReturn(List.of(
                        decided(RiskDecision.BY_A_PERSON),
                        decided(RiskLevel.MEDIUM, "rule_19"),
                        decided(RiskLevel.HIGH, "rule_16a")));
        assertThat(thankYou.words(REFERENCE, "carer1").lines())
                .as("nothing urgent ran when it was lowered")
                .anyMatch(line -> line.contains("Carry on as usual"));
    }

    @Test
    void theHomesOtherCarerReadsWhereItStandsAndNobodyElseDoes() {
        Incident incident = reported(RiskLevel.HIGH);
        when(incident.sent()).thenReturn(true);
        when(incident.householdId()).thenReturn(Optional.of("H1"));
        List<Person> both = List.of(carer("carer1"), carer("carer3"));
        when(agency.carersOf("H1")).thenReturn(both);
        answeredAt(NOW.minusSeconds(60), Optional.empty());
        assertThatThrownBy(() -> thankYou.words(REFERENCE, "carer3"))
                .as("kept away from it")
                .isInstanceOf(NotYours.class);

        when(access.mayRead(any(), eq(REFERENCE))).thenReturn(true);
        LastScreen words = thankYou.words(REFERENCE, "carer3");
        assertThat(words.title()).isEqualTo("Where this stands");
        assertThat(words.lines()).contains("Frankie Nightingale has this and has spoken with your home.");
        assertThatThrownBy(() -> thankYou.words(REFERENCE, "ssw1")).isInstanceOf(NotYours.class);
    }

    private static RiskDecision decided(String rule) {
        return decided(RiskLevel.LOW, rule);
    }

    private static RiskDecision decided(RiskLevel level, String rule) {
        return new RiskDecision(level, false, false, "", rule, "1", "", "manager1", NOW);
    }

    private static Person carer(String id) {
        Person carer = mock();
        when(carer.id()).thenReturn(id);
        return carer;
    }

    private void answeredAt(Instant at, Optional<Instant> ringsBy) {
        when(telling.taken(REFERENCE)).thenReturn(Optional.of(new WhoWasTold.Taken("duty1", at, ringsBy, true, false)));
        when(agency.roleAndNameOf("duty1")).thenReturn("Frankie Nightingale");
    }

    private Incident reported(RiskLevel level) {
        Incident incident = mock();
        when(incident.reference()).thenReturn(REFERENCE);
        when(incident.level()).thenReturn(Optional.of(level));
        when(incident.urgent()).thenReturn(level.urgent());
        when(incident.state()).thenReturn(Incident.State.OPEN);
        when(incident.reporterId()).thenReturn("carer1");
        when(access.mayRead("carer1", REFERENCE)).thenReturn(true);
        when(incident.householdId()).thenReturn(Optional.of("H2"));
        List<Person> alone = List.of(carer("carer1"));
        when(agency.carersOf("H2")).thenReturn(alone);
        when(incident.takenBy()).thenReturn(Optional.empty());
        when(repository.find(REFERENCE)).thenReturn(Optional.of(incident));
        when(repository.startedBy(REFERENCE)).thenReturn("carer1");
        when(agency.dutyTelephone(any())).thenReturn("01632 960100");
        when(known.stream()).thenAnswer(asked -> Stream.of(telling));
        when(telling.taken(REFERENCE)).thenReturn(Optional.empty());
        when(levels.worseAt(REFERENCE)).thenReturn(Optional.empty());
        when(forTheCarer.words(any(), any())).thenReturn(Optional.empty());
        return incident;
    }
}
