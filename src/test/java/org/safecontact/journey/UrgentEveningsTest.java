package org.safecontact.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safecontact.journey.Evening.nothingWorrying;
import static org.safecontact.journey.Evening.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safecontact.evidence.OnlyWords;
import org.safecontact.evidence.Upload;
import org.safecontact.evidence.file.Samples;
import org.safecontact.record.CaseRecord;
import org.safecontact.record.RecordVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journeys where people are needed now. */
@Journey
class UrgentEveningsTest {

    @Autowired
    private Evening evening;

    @Autowired
    private CaseRecord record;

    @Autowired
    private RecordVerifier verifier;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saturdayTenAtNight() {
        evening.begins("2026-11-28T22:04");
        String reference = evening.reports("carer1", fatherThreatens());
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        whoIsToldAtOnce(reference);
        theEmergencyDutyTeamIsRung(reference);
        theTeamManagerAnswers(reference);
        thePoliceAreRung(reference);
        theEvidenceIsKept(reference);
        itIsAssessedAndSigned(reference);
        onMondayTheyTakeOver(reference);
        whoWasToldIsComplete(reference);
        nothingOfItCanBeChanged(reference);
        twoFilesAreListed(reference);
    }

    private void whoIsToldAtOnce(String reference) {
        Visitor.Answer thankYou = evening.as("carer1").get("/safe-contact/api/thank-you/" + reference);
        assertThat(thankYou.body().path("dutyFirst").asBoolean()).isTrue();
        assertThat(thankYou.text())
                .contains("Whoever answers arranges the police")
                .contains("you need not ring them unless something changes")
                .contains("01632 960100")
                .doesNotContain("HIGH", "Told: ", "A message went to: ");
        assertThat(evening.as("duty1").todo("acknowledge").due())
                .hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T22:34"));
        assertThat(evening.mails())
                .extracting(mail -> mail.to() + " " + mail.subject())
                .as("nobody else was told")
                .containsExactlyInAnyOrder(
                        "duty1@example.org " + reference + ": please answer by 22:34 today",
                        "manager1@example.org " + reference + ": for you to know; you may answer");
        assertThat(evening.mails())
                .allSatisfy(mail -> assertThat(mail.text()).doesNotContain("C1", "Kingfisher", "Ashdown", "father"));
    }

    private void theEmergencyDutyTeamIsRung(String reference) {
        evening.at("2026-11-28T22:20");
        Visitor.Todo call = evening.todo("duty1", reference, "tellByTelephone");
        assertThat(evening.todo("manager1", reference, "tellByTelephone").id()).isEqualTo(call.id());
        assertThat(evening.as("duty1").formData(call).toString())
                .contains("Emergency duty team of Northshire", "01632 960299", "Example Fostering", reference);
        assertThat(evening.as("duty1")
                        .get("/camunda/api/engine/engine/default/task/" + call.id() + "/deployed-form")
                        .text())
                .contains("Say: *I am ringing from {{agency}}", "Who answered? Name and role");
        Visitor manager = evening.as("manager1");
        assertThat(manager.claim(call).accepted()).isTrue();
        Map<String, Object> made = new LinkedHashMap<>(Map.of(
                "reachedWhom", "emergencyDutyTeam",
                "when", "2026-11-28T22:18",
                "whatWasSaid", "They know the reference and will ring back."));
        assertThat(manager.submit(call, made).status())
                .as("without who answered")
                .isEqualTo(400);
        made.put("whoAnswered", "Jo Night, emergency duty social worker");
        assertThat(manager.submit(call, made).text()).isEmpty();
    }

    private void theTeamManagerAnswers(String reference) {
        evening.at("2026-11-28T22:33:59");
        assertThat(evening.mailsTo("teammanager1")).isEmpty();
        evening.at("2026-11-28T22:34");
        assertThat(evening.alarmsTo("teammanager1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).endsWith("please answer by 22:49 today"));
        Visitor teamManager = evening.as("teammanager1");
        Visitor.Todo acknowledge = teamManager.todo("acknowledge");
        assertThat(teamManager.claim(acknowledge).accepted()).isTrue();
        assertThat(evening.as("carer1")
                        .get("/safe-contact/api/thank-you/" + reference)
                        .text())
                .contains("Gray Teamwell has this and rings you by 22:44 today.");
        assertThat(evening.as("duty1").claim(acknowledge).status())
                .as("it is somebody else's now")
                .isIn(403, 409);

        evening.at("2026-11-28T22:40");
        assertThat(teamManager
                        .submit(
                                acknowledge,
                                with(spoken("2026-11-28T22:38"), "police", "toBeRung", "policeHow", "I ring 101 now."))
                        .text())
                .isEmpty();
        evening.aMomentLater();
        assertThat(evening.as("carer1")
                        .get("/safe-contact/api/thank-you/" + reference)
                        .text())
                .contains("Gray Teamwell has this and has spoken with your home.")
                .contains("Told: ", "team manager today at 22:40")
                .contains("A message went to: duty social worker today at 22:04, registered manager today at 22:04.");
        for (String told : List.of("duty1", "manager1", "teammanager1")) {
            assertThat(evening.todosOf(told, reference)).as(told).doesNotContain("acknowledge");
        }
    }

    private void thePoliceAreRung(String reference) {
        Visitor.Todo police = evening.todo("teammanager1", reference, "callPolice");
        assertThat(police.assignee()).contains("teammanager1");
        assertThat(police.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T23:40"));
        evening.at("2026-11-28T22:42");
        evening.complete(
                "teammanager1",
                reference,
                "callPolice",
                Map.of("police", "rang101", "policeReference", "CRIME-1234-26"));
    }

    private void theEvidenceIsKept(String reference) {
        evening.at("2026-11-28T22:43");
        evening.complete(
                "carer1",
                reference,
                "preserveEvidence",
                Map.of(
                        "phone", "childGave",
                        "device", "charging",
                        "evidenceKinds", List.of("textMessages"),
                        "app", "A messenger",
                        "handle", "dad_is_back",
                        "wordsSeen", "I will find you",
                        "blocked", "ask"));
        theCarerAsksWhetherToBlock(reference);
        String evidence = "/safe-contact/api/evidence/" + reference;
        Visitor carer = evening.as("carer1");
        assertThat(carer.get(evidence)
                        .body()
                        .path("items")
                        .path(0)
                        .path("place")
                        .asText())
                .isEqualTo("On charge, as it was, not in use");
        assertThat(carer.get(evidence)
                        .body()
                        .path("items")
                        .path(0)
                        .path("holder")
                        .asText())
                .isEqualTo("The carer; the child gave it after they talked");
        assertThat(screenshot(reference, OnlyWords.WORDS, Samples.png()))
                .as("nobody agreed yet")
                .isEqualTo(409);

        evening.at("2026-11-28T22:45");
        Map<String, Object> texts = Map.of("kinds", List.of("textMessages"));
        assertThat(carer.post(evidence + "/agreements", texts).status())
                .as("a carer does not agree with themself")
                .isEqualTo(409);
        assertThat(evening.as("teammanager1")
                        .post(evidence + "/agreements", texts)
                        .status())
                .isEqualTo(200);
        assertThat(screenshot(reference, "yes", Samples.png()))
                .as("without the confirmation")
                .isEqualTo(400);
        assertThat(screenshot(reference, OnlyWords.WORDS, Samples.png())).isEqualTo(200);
        assertThat(screenshot(reference, OnlyWords.WORDS, Samples.jpeg())).isEqualTo(200);
        evening.complete(
                "carer1",
                reference,
                "completeRecord",
                Map.of("whatHappened", "He wrote at ten and again at five past."));
    }

    private void theCarerAsksWhetherToBlock(String reference) {
        evening.aMomentLater();
        assertThat(evening.mailsTo("teammanager1"))
                .as("whoever has it hears of it")
                .anySatisfy(mail ->
                        assertThat(mail.subject()).startsWith(reference + ": ").contains("read"));
        assertThat(thanks(reference)).contains("You asked about blocking: do not block yet.");
        assertThat(evening.as("manager1")
                        .formData(evening.todo("manager1", reference, "assessEscalation"))
                        .path("answered")
                        .path("value")
                        .asText())
                .startsWith("**The carer asks whether to block: please answer in what you write for the carer.**");
    }

    private int screenshot(String reference, String confirmation, byte[] picture) {
        return Upload.send(evening.as("carer1"), reference, 1, confirmation, "IMG_1", picture)
                .statusCode();
    }

    private void itIsAssessedAndSigned(String reference) {
        evening.at("2026-11-29T00:30");
        assertThat(evening.alarmsTo("manager1")).as("the climb was over").isEmpty();
        assertThat(evening.mailsTo("director1")).isEmpty();
        Visitor.Todo assess = evening.todo("manager1", reference, "assessEscalation");
        assertThat(assess.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-29T02:04"));
        Visitor manager = evening.as("manager1");
        assertThat(manager.raw(
                                "/safe-contact/e/" + reference + "/files/1/open",
                                "application/json",
                                BodyPublishers.ofString("{\"reason\":\"to read the threat\"}"))
                        .body())
                .isEqualTo(Samples.png());
        manager.claim(assess);
        Map<String, Object> notListed = assessed();
        notListed.remove("notifyWords");
        assertThat(manager.submit(assess, notListed).status())
                .as("who must be notified says when, how and reference")
                .isEqualTo(400);
        evening.complete("manager1", reference, "assessEscalation", assessed());
        assertThat(thanks(reference)).as("not read yet").contains("You asked about blocking");

        assertThat(evening.todosOf("manager1", reference))
                .as("what a second person signs stands on no list of whoever assessed")
                .doesNotContain("secondSignature");
        Visitor.Todo sign = evening.todo("manager2", reference, "secondSignature");
        assertThat(manager.claim(sign).status())
                .as("nobody signs the own assessment")
                .isEqualTo(403);
        assertThat(manager.submit(sign, Map.of("signed", "sign", "help", "C1 sleeps safely."))
                        .text())
                .contains("You decided this first, so it is for somebody else to agree.");
        assertThat(evening.mailsTo("manager2"))
                .as("where the one on call assessed, the others of that role hear of it")
                .anySatisfy(mail -> assertThat(mail.subject()).contains("waits for you to decide"));
        evening.complete(
                "manager2", reference, "secondSignature", Map.of("signed", "sign", "help", "C1 sleeps safely."));
        assertThat(thanks(reference)).as("answered").doesNotContain("You asked about blocking");
    }

    private String thanks(String reference) {
        return evening.as("carer1")
                .get("/safe-contact/api/thank-you/" + reference)
                .text();
    }

    private void onMondayTheyTakeOver(String reference) {
        evening.at("2026-11-30T08:59");
        assertThat(evening.mailsTo("ssw1")).isEmpty();
        assertThat(evening.todosOf("ssw1", reference)).doesNotContain("acknowledge", "tellByTelephone");

        evening.at("2026-11-30T09:00");
        assertThat(evening.alarmsTo("ssw1")).hasSize(1);
        Visitor.Todo call = evening.todo("ssw1", reference, "tellByTelephone");
        assertThat(evening.as("ssw1").formData(call).toString())
                .contains("Child's social worker, Northshire", "Kit Placer", "01632 960201");
        evening.at("2026-11-30T09:10");
        evening.complete(
                "ssw1", reference, "acknowledge", Map.of("whatNext", "I visit C1 and Alex Ashdown at four today."));

        Visitor.Todo close = evening.todo("manager1", reference, "closeIncident");
        assertThat(evening.as("manager1")
                        .formData(close)
                        .path("known")
                        .path("value")
                        .asText())
                .as("what whoever closes confirms stands there")
                .contains(
                        "- How the child is: ",
                        "- The phone: taken, and nobody has written that it is back",
                        "- The police: Gray Teamwell, on Saturday 28 November at 22:42: I rang 101. Reference **CRIME");
        assertThat(evening.as("manager1")
                        .submit(
                                close,
                                with(
                                        OrdinaryDaysTest.closed(),
                                        "carerSupported",
                                        "yes",
                                        "phoneBack",
                                        "yes",
                                        "referralsAnswered",
                                        "yes",
                                        "authorityTold",
                                        "yes",
                                        "authorityToldAt",
                                        "2026-11-30T09:05",
                                        "authorityToldWhom",
                                        "I left word."))
                        .text())
                .as("closing waits for the child's social worker's answer")
                .contains("Tell the child's authority by telephone");
        evening.complete(
                "ssw1",
                reference,
                "tellByTelephone",
                Map.of(
                        "reachedWhom", "childsSocialWorker",
                        "whoAnswered", "Kit Placer",
                        "when", "2026-11-30T09:08",
                        "whatWasSaid", "Kit Placer visits on Tuesday."));
    }

    private void whoWasToldIsComplete(String reference) {
        assertThat(told(reference))
                .containsExactly(
                        "Sat 22:04 TOLD dutySocialWorker duty1 by system, message",
                        "Sat 22:04 TOLD registeredManager manager1 by system, message",
                        "Sat 22:04 TO_BE_RUNG emergencyDutyTeam - by system, telephone",
                        "Sat 22:20 REACHED emergencyDutyTeam - by manager1, telephone",
                        "Sat 22:34 TOLD teamManager teammanager1 by system, message",
                        "Sat 22:34 TAKEN teamManager teammanager1 by teammanager1, screen",
                        "Sat 22:40 ANSWERED teamManager teammanager1 by teammanager1, screen",
                        "Mon 09:00 TOLD supervisingSocialWorker ssw1 by system, message",
                        "Mon 09:00 TO_BE_RUNG childsSocialWorker - by system, telephone",
                        "Mon 09:10 TAKEN supervisingSocialWorker ssw1 by ssw1, screen",
                        "Mon 09:10 ANSWERED supervisingSocialWorker ssw1 by ssw1, screen",
                        "Mon 09:10 REACHED childsSocialWorker - by ssw1, telephone");
        assertThat(record.entries(reference))
                .filteredOn(entry -> List.of("Asked to answer", "Told").contains(entry.title()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.statements().stream()
                                .map(said -> said.question() + ": " + said.answer())
                                .collect(Collectors.joining("; ")))
                        .containsPattern(
                                "of the table \"who-to-tell\", version 1\\.1\\.0; What (it says|they say): [A-Z].*;"
                                        + " Table: signed as a demonstration only by"));
        assertThat(evening.linesOf(reference, "manager1"))
                .filteredOn(line -> List.of("Asked to answer", "Told").contains(line.title()))
                .extracting(line -> line.says().replaceFirst("^.*(What (it says|they say): .*)$", "$1"))
                .as("whoever reads it reads a rule once")
                .filteredOn(says -> says.startsWith("What "))
                .doesNotHaveDuplicates();
        assertThat(evening.linesOf(reference, "manager1"))
                .extracting(line -> line.written().replaceFirst("(...).* 2026,", "$1") + " " + line.by() + ", "
                        + line.title() + ": " + line.says().replaceFirst("; Decided by: .*", ""))
                .containsSubsequence(
                        "Sat 22:04 Safe Contact, Asked to answer: Who: Frankie Nightingale; As: duty social worker;"
                                + " How: a message, and on their list; By when: Saturday 28 November 2026, 22:34",
                        "Sat 22:04 Safe Contact, Told: Who: Harper Leadwell; As: registered manager;"
                                + " How: a message, and on their list",
                        "Sat 22:20 Harper Leadwell, The child's authority, by telephone: Whom did you reach?: The"
                                + " emergency duty team; Who answered? Name and role: Jo Night, emergency duty social"
                                + " worker; When?: Saturday 28 November 2026, 22:18; What was said, by you and by them?:"
                                + " They know the reference and will ring back.",
                        "Sat 22:34 Safe Contact, Asked to answer: Who: Gray Teamwell; As: team manager;"
                                + " How: a message, and on their list; By when: Saturday 28 November 2026, 22:49",
                        "Sat 22:40 Gray Teamwell, Answered: Have you spoken with the carer, or with whoever reported it?:"
                                + " Yes; When did you speak?: Saturday 28 November 2026, 22:38; The child is … (where,"
                                + " with whom, how): At home, in bed, calm.",
                        "Sat 22:40 Gray Teamwell, Answered: The police: are to be rung; Who rings by when, or why is it not"
                                + " needed?: I ring 101 now.",
                        "Sat 22:42 Gray Teamwell, The police: What was done?: I rang 101; Police reference, if you have"
                                + " one already: CRIME-1234-26",
                        "Mon 09:00 Safe Contact, Asked to answer: Who: Dana Northgate; As: supervising social worker;"
                                + " How: a message, and on their list; By when: Monday 30 November 2026, 10:00",
                        "Mon 09:10 Dana Northgate, Answered: What happens next, and who does it?:"
                                + " I visit C1 and Alex Ashdown at four today.",
                        "Mon 09:10 Dana Northgate, The child's authority, by telephone: Whom did you reach?: The child's"
                                + " social worker; Who answered? Name and role: Kit Placer; When?: Monday 30 November"
                                + " 2026, 09:08; What was said, by you and by them?: Kit Placer visits on Tuesday.");
        assertThat(evening.linesOf(reference, "manager1"))
                .filteredOn(line -> line.title().equals("Assessment"))
                .extracting(Evening.Line::says)
                .anySatisfy(says -> assertThat(says).contains("Who must be notified?: The placing authority"))
                .anySatisfy(says -> assertThat(says)
                        .contains("Each notice: who, when, how, reference: Northshire, its emergency duty team,"
                                + " 22:18, by telephone, NS-77."));
    }

    private List<String> told(String reference) {
        return jdbc.sql("""
                        select to_char(at at time zone 'Europe/London', 'Dy HH24:MI') || ' ' || what || ' ' || role || ' '
                               || coalesce(person_id, '-') || ' by ' || by_whom || ', ' || how
                          from told where reference = ? order by id
                        """).param(reference).query(String.class).list();
    }

    private void nothingOfItCanBeChanged(String reference) {
        for (String table : List.of("told", "record_entry", "record_content", "outgoing_message", "evidence_custody")) {
            for (String sql : List.of("delete from " + table, "truncate " + table + " cascade")) {
                assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
            }
        }
        assertThatThrownBy(() -> jdbc.sql("update told set what = what").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update record_content set title = title").update())
                .isInstanceOf(DataAccessException.class);
        assertThat(evening.as("director1")
                        .post(
                                "/safe-contact/api/cases/" + reference + "/additions",
                                Map.of("kind", "FACT", "text", "It was not so.", "corrects", 2))
                        .status())
                .as("putting right what somebody else wrote")
                .isEqualTo(400);
        assertThat(verifier.verify().broken()).isEmpty();
    }

    private void twoFilesAreListed(String reference) {
        JsonNode files = evening.as("manager1")
                .get("/safe-contact/api/evidence/" + reference)
                .body()
                .path("items")
                .path(0)
                .path("files");
        assertThat(files).hasSize(2);
        assertThat(files)
                .extracting(file -> file.path("sha256").asText())
                .containsExactly(sha256(Samples.png()), sha256(Samples.jpeg()));
        assertThat(files)
                .extracting(file -> file.path("added").asText())
                .containsOnly("Alex Ashdown, Saturday 28 November 2026, 22:45");
        assertThat(files.path(0).path("custody"))
                .extracting(line -> line.path("at").asText() + " "
                        + line.path("who").asText() + " " + line.path("what").asText() + ": "
                        + line.path("detail").asText())
                .containsExactly(
                        "Saturday 28 November 2026, 22:45 Alex Ashdown added the file: " + OnlyWords.WORDS,
                        "Sunday 29 November 2026, 00:30 Harper Leadwell opened the file: to read the threat");
        assertThat(files.path(1).path("custody"))
                .extracting(line -> line.path("what").asText())
                .containsExactly("added the file");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void now() {
        evening.begins("2026-11-28T19:00");
        Visitor carer = evening.as("carer2");
        String reference = carer.beginsReport();
        Visitor.Todo report = carer.todo("reportContact");
        assertThat(carer.form(report).path("components").path(0).path("text").asText())
                .as("before any field")
                .startsWith("**Danger now: [999](tel:999)**");
        for (int taps = 0; taps < 2; taps++) {
            assertThat(carer.post("/safe-contact/api/reports/" + reference + "/danger", Map.of("answer", "yes"))
                            .accepted())
                    .isTrue();
        }
        evening.aMomentLater();
        assertThat(evening.level(reference)).isEqualTo("IMMEDIATE");

        Visitor.Todo police = evening.todo("carer2", reference, "callPolice");
        assertThat(police.assignee()).contains("carer2");
        assertThat(police.due()).hasValueSatisfying(due -> assertThat(due).startsWith("2026-11-28T19:05"));
        assertThat(carer.formData(police).path("immediate").path("value").asBoolean())
                .as("the screen says 999")
                .isTrue();
        assertThat(carer.has("reportContact")).as("the report stays open").isTrue();
        assertThat(evening.mails())
                .as("in the same second, and once for two taps")
                .extracting(mail -> mail.sentAt() + " " + mail.to() + " " + mail.subject())
                .containsExactlyInAnyOrder(
                        "2026-11-28T19:00:00Z duty1@example.org " + reference + ": please answer by 19:15 today",
                        "2026-11-28T19:00:00Z manager1@example.org " + reference + ": for you to know; you may answer");
        assertThat(evening.todosOf("duty1", reference)).contains("acknowledge");

        evening.at("2026-11-28T19:04:59");
        assertThat(evening.todosOf("duty1", reference)).doesNotContain("ringCarer");
        evening.at("2026-11-28T19:05");
        Visitor.Todo ring = evening.todo("duty1", reference, "ringCarer");
        assertThat(evening.todo("manager1", reference, "ringCarer").id()).isEqualTo(ring.id());
        assertThat(evening.as("duty1").formData(ring).toString())
                .contains("Charlie Brookside", "07700 900102")
                .contains("police");
        assertThat(evening.as("duty1").form(ring).toString())
                .contains("If there is no answer, ring [999](tel:999) yourself.");
        evening.complete("manager1", reference, "ringCarer", Map.of("police999", "iRang"));
        assertThat(evening.todosOf("duty1", reference))
                .as("the first to take it")
                .doesNotContain("ringCarer");
    }

    @Test
    void fridayTwentyPastFour() {
        evening.begins("2026-11-27T16:20");
        String reference = evening.reports("carer1", fatherWrote());
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        assertThat(evening.alarmsTo("ssw1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).endsWith("please answer by 16:50 today"));

        evening.at("2026-11-27T16:49:59");
        assertThat(evening.mailsTo("duty1")).isEmpty();
        evening.at("2026-11-27T16:50");
        assertThat(evening.alarmsTo("duty1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject())
                        .as("the row of out of hours: half an hour")
                        .endsWith("please answer by 17:20 today"));
        assertThat(evening.alarmsTo("teammanager1")).as("duty is not jumped").isEmpty();
        assertThat(evening.todosOf("duty1", reference)).contains("acknowledge");

        evening.at("2026-11-27T16:59:59");
        assertThat(evening.formsOf("duty1", "tellByTelephone"))
                .singleElement()
                .satisfies(form -> assertThat(form).contains("Child's social worker, Northshire"));
        evening.at("2026-11-27T17:00");
        assertThat(evening.formsOf("duty1", "tellByTelephone"))
                .singleElement()
                .satisfies(form -> assertThat(form).contains("Emergency duty team of Northshire", "01632 960299"));

        evening.at("2026-11-27T17:05");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(
                        spoken("2026-11-27T17:02"),
                        "police",
                        "notNeeded",
                        "policeHow",
                        "Nobody is near.",
                        "help",
                        "A quiet night."));
        evening.complete(
                "duty1", reference, "tellByTelephone", reached("emergencyDutyTeam", "Jo Night", "2026-11-27T17:04"));

        evening.at("2026-11-30T08:59");
        assertThat(evening.todosOf("ssw1", reference)).doesNotContain("acknowledge", "tellByTelephone");
        evening.at("2026-11-30T09:00");
        assertThat(evening.alarmsTo("ssw1")).hasSize(2);
        assertThat(evening.formsOf("ssw1", "tellByTelephone"))
                .singleElement()
                .satisfies(form -> assertThat(form).contains("Child's social worker, Northshire", "Kit Placer"));
        evening.complete("ssw1", reference, "acknowledge", Map.of("whatNext", "I visit today at four."));
        evening.complete(
                "ssw1", reference, "tellByTelephone", reached("childsSocialWorker", "Kit Placer", "2026-11-30T08:58"));
        assertThat(evening.todosOf("ssw1", reference)).doesNotContain("acknowledge", "tellByTelephone");
    }

    @Test
    void sheTookItAndFellAsleep() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports("carer1", fatherWrote());
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(duty.claim(acknowledge).accepted()).isTrue();

        Map<String, Object> notSpoken = with(spokenAndPoliceRung("2026-11-28T22:00"), "spokenWithCarer", "no");
        notSpoken.remove("spokenAt");
        Visitor.Answer refused = duty.submit(acknowledge, notSpoken);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Please ring first");
        notSpoken.remove("spokenWithCarer");
        assertThat(duty.submit(acknowledge, notSpoken).status()).isEqualTo(400);

        evening.at("2026-11-28T22:09:59");
        assertThat(evening.mailsTo("teammanager1")).isEmpty();
        evening.at("2026-11-28T22:10:02");
        assertThat(evening.alarmsTo("teammanager1")).hasSize(1);
        evening.complete("teammanager1", reference, "acknowledge", spokenAndPoliceRung("2026-11-28T22:10"));
    }

    @Test
    void iWasNotSure() {
        evening.begins("2026-11-28T22:00");
        String reference = evening.reports(
                "carer1",
                with(nothingWorrying("C1"), "danger", List.of("unsure"), "whatHappened", "A message from an aunt."));
        assertThat(evening.level(reference)).isEqualTo("HIGH");
        assertThat(evening.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo("duty1@example.org"));
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(evening.as("duty1")
                        .formData(acknowledge)
                        .path("askDanger")
                        .path("value")
                        .asBoolean())
                .isTrue();

        evening.at("2026-11-28T22:10");
        evening.complete(
                "duty1",
                reference,
                "acknowledge",
                with(
                        spoken("2026-11-28T22:08"),
                        "danger",
                        List.of("none"),
                        "police",
                        "notNeeded",
                        "policeHow",
                        "Nobody is in danger.",
                        "help",
                        "A quiet night."));

        assertThat(evening.level(reference)).isEqualTo("LOW");
        List<Evening.Line> lines = evening.linesOf(reference, "duty1");
        assertThat(lines)
                .filteredOn(line -> line.says().contains("Is any of this true now?"))
                .extracting(line -> line.by() + ": " + line.says())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("Alex Ashdown")
                                .contains("Is any of this true now?: I'm not sure"),
                        second -> assertThat(second)
                                .startsWith("Frankie Nightingale")
                                .contains("Is any of this true now?: None of these"));
        assertThat(lines)
                .filteredOn(line -> line.title().equals("How serious it is"))
                .extracting(Evening.Line::says)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Level: High", "risk-level"),
                        again -> assertThat(again).contains("Level: Low", "risk-level"));
        assertThat(lines).extracting(Evening.Line::title).doesNotContain("Less serious than first thought");

        evening.at("2026-11-29T10:00");
        for (String manager : List.of("manager1", "manager2", "teammanager1", "director1")) {
            assertThat(evening.mailsTo(manager)).as("%s was woken", manager).isEmpty();
        }
        assertThat(evening.todosOf("ssw1", reference)).contains("reviewContact");
    }

    @Test
    void twoAtOnce() {
        evening.begins("2026-11-25T10:00");
        String reference = evening.reports("carer1", fatherWrote());
        evening.at("2026-11-25T10:31");
        Visitor worker = evening.as("ssw1");
        Visitor duty = evening.as("duty1");
        Visitor.Todo acknowledge = evening.todo("duty1", reference, "acknowledge");
        assertThat(evening.todo("ssw1", reference, "acknowledge").id()).isEqualTo(acknowledge.id());

        Map<String, Object> answer = spokenAndPoliceRung("2026-11-25T10:30");
        List<Visitor.Answer> both = evening.atOnce(
                () -> worker.submit(acknowledge, with(answer, "agreed", "What the worker typed.")),
                () -> duty.submit(acknowledge, with(answer, "agreed", "What duty typed.")));

        assertThat(both).filteredOn(Visitor.Answer::accepted).hasSize(1);
        String first = both.get(0).accepted() ? "Dana Northgate" : "Frankie Nightingale";
        assertThat(both).filteredOn(late -> !late.accepted()).singleElement().satisfies(late -> {
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body().path("message").asText())
                    .startsWith(first + " has already done this, today at 10:31.")
                    .contains("What you wrote is kept in the record, under your name.");
        });
        assertThat(worker.get("/safe-contact/w").text()).contains("What the worker typed.");
        assertThat(duty.get("/safe-contact/w").text()).contains("What duty typed.");
        assertThat(evening.linesOf(reference, "manager1"))
                .filteredOn(line -> line.title().equals("Answered"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.by()).isEqualTo(first));
    }

    static Map<String, Object> fatherWrote() {
        return with(nothingWorrying("C1"), "contactBarred", "yes", "whatHappened", "Father wrote to C1.");
    }

    static Map<String, Object> reached(String whom, String who, String when) {
        return Map.of("reachedWhom", whom, "whoAnswered", who, "when", when, "whatWasSaid", "They know and act.");
    }

    static Map<String, Object> fatherThreatens() {
        return with(
                nothingWorrying("C1"),
                "concerns",
                List.of("threats"),
                "personRisk",
                "risky",
                "contactBarred",
                "yes",
                "distress",
                "unsettled",
                "whatHappened",
                "C1's father found the account, threatens, and asks where C1 lives.",
                "childSaid",
                "He says he will find me.");
    }

    static Map<String, Object> spoken(String at) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("spokenWithCarer", "yes");
        answers.put("spokenAt", at);
        answers.put("childIs", "At home, in bed, calm.");
        answers.put("agreed", "Doors locked, the phone stays downstairs, I ring at eight.");
        return answers;
    }

    static Map<String, Object> spokenAndPoliceRung(String at) {
        return with(spoken(at), "police", "rung", "policeWho", "The carer", "policeAt", at);
    }

    static Map<String, Object> assessed() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("done", "Spoken with the carer, the police and the emergency duty team.");
        answers.put("police", "told");
        answers.put("policeWords", "101, reference CRIME-1234-26.");
        answers.put("crime", "yes");
        answers.put("seriousOffence", "no");
        answers.put("policeAtHome", "no");
        answers.put("strategy", "none");
        answers.put("significantHarm", "no");
        answers.put("radicalisation", "no");
        answers.put("referrals", List.of("none"));
        answers.put("notify", List.of("placingAuthority"));
        answers.put("notifyWords", "Northshire, its emergency duty team, 22:18, by telephone, NS-77.");
        answers.put("wishes", "C1 wants to stay and wants him to stop.");
        answers.put("whoToldChild", "The carer, at 22:30.");
        answers.put("childSeen", "no");
        answers.put("device", "childGave");
        answers.put("parents", "asked");
        answers.put("parentsAskedOn", "2026-11-27");
        answers.put("abuseReport", "no");
        answers.put("safeTonight", "yes");
        answers.put("decision", "The police visit on Sunday; the school is told on Monday by the authority.");
        answers.put("reasons", "He is barred and asks where the child lives.");
        answers.put("planNeeded", "no");
        answers.put("planWhy", "It was reviewed on Thursday and covers this.");
        answers.put("forTheCarer", "The phone stays downstairs until Monday. C1 knows that the police come.");
        answers.put("help", "C1 is safe and knows what happens.");
        return answers;
    }
}
