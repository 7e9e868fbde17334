package org.safecontact.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.SafeContactTest;
import org.safecontact.incident.Incidents;
import org.safecontact.journey.Visitor;
import org.safecontact.journey.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever nobody can have typed or chosen is refused in words, at every door of ours, and nothing of it is kept. */
@SafeContactTest
class OddInputTest {

    private static final String API = "/safe-contact/api/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String NUL = "/safe-contact/a\0b";
    private static final String NUL_IN_ADDRESS = "a%00b";

    @LocalServerPort
    private int port;

    @Autowired
    private Incidents incidents;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Visitor carer;
    private Visitor manager;
    private String reference;
    private Visitor.Todo report;

    /** Where something comes in: how, the address with this case in it, and what takes it. */
    private record Door(String verb, String path, HandlerMethod method) {

        List<RecordComponent> body() {
            return Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    .flatMap(parameter ->
                            Arrays.stream(parameter.getParameterType().getRecordComponents()))
                    .toList();
        }

        List<String> query() {
            return Arrays.stream(method.getMethodParameters())
                    .flatMap(parameter -> Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                            .map(RequestParam::name)
                            .map(name -> name.isEmpty()
                                    ? parameter
                                            .getParameterAnnotation(RequestParam.class)
                                            .value()
                                    : name)
                            .stream())
                    .toList();
        }
    }

    @BeforeEach
    void aReportIsBegun() {
        carer = Visitor.loggedIn(port, "carer1");
        manager = Visitor.loggedIn(port, "manager1");
        reference = carer.beginsReport();
        report = carer.todos().stream()
                .filter(todo -> todo.key().equals("reportContact"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSignThatNoDatabaseKeepsFailsAtNoDoor() {
        for (Door door : doors()) {
            for (Visitor visitor : List.of(carer, manager)) {
                for (String name : door.query()) {
                    tried(visitor, door, door.path() + "?" + name + "=" + NUL_IN_ADDRESS, Map.of());
                }
                tried(visitor, door, door.path().replace(reference, NUL_IN_ADDRESS), Map.of());
                for (RecordComponent part : door.body()) {
                    tried(visitor, door, door.path(), Map.of(part.getName(), odd(part)));
                    tried(visitor, door, door.path(), Collections.singletonMap(part.getName(), null));
                }
            }
        }
    }

    @Test
    void asAnAddressAndAsADraftItIsRefusedInWordsAndNothingIsKept() {
        HttpResponse<String> page = manager.pageInBrowser("/safe-contact/w?case=" + NUL_IN_ADDRESS);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("This did not work", "999", "Duty, day and night");
        for (Answer refused : List.of(
                manager.get("/safe-contact/api/drafts?form=" + NUL_IN_ADDRESS),
                carer.method("PUT", "/safe-contact/api/drafts", Map.of("form", NUL, "answers", Map.of("text", "x"))))) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("message").asText())
                    .contains("Please look at this once more", "999", "Duty: ");
        }
        assertThat(database.sql("select count(*) from form_draft where form like '/safe-contact/a%b'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void tried(Visitor visitor, Door door, String path, Map<String, ?> body) {
        assertThat(visitor.method(door.verb(), path, body).status())
                .as(door.verb() + " " + path + " " + body.keySet())
                .isLessThan(500);
    }

    private static Object odd(RecordComponent part) {
        return part.getType().equals(List.class)
                ? List.of(NUL)
                : part.getType().equals(Map.class) ? Map.of(NUL, NUL) : NUL;
    }

    private List<Door> doors() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.safecontact."))
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .flatMap(path -> each.getKey().getMethodsCondition().getMethods().stream()
                                .map(verb -> new Door(verb.name(), filled(path), each.getValue()))))
                .toList();
    }

    private String filled(String path) {
        return path.replace("{reference}", reference)
                .replace("{taskId}", report.id())
                .replace("{child}", "C1")
                .replaceAll("\\{\\w+}", "1");
    }

    /** Answers that no form of ours sends. */
    private static final List<String> NO_ANSWERS = List.of(
            "null",
            "\"text\"",
            "[]",
            "7",
            "{\"value\":{\"a\":1}}",
            "{\"value\":\"YQ==\",\"type\":\"File\"}",
            "{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a.txt\"}}",
            "{\"value\":\"YQ==\",\"type\":\"Bytes\"}",
            "{\"value\":\"x\",\"type\":\"Object\"}",
            "{\"value\":\"\\\"x\\\"\",\"type\":\"object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\","
                    + "\"serializationDataFormat\":\"application/json\"}}",
            "{\"value\":\"x\",\"type\":7}",
            "{\"value\":7,\"type\":\"Json\"}");

    @Test
    void whatIsNoAnswerToAFormIsRefusedAndTheToDoStays() {
        for (String sent : NO_ANSWERS) {
            HttpResponse<byte[]> refused = carer.raw(
                    ENGINE + "/task/" + report.id() + "/submit-form",
                    "application/json",
                    BodyPublishers.ofString(
                            "{\"variables\":{\"child\":{\"value\":\"C1\"},\"whatHappened\":" + sent + "}}"));
            assertThat(refused.statusCode()).as(sent).isBetween(400, 499);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .as(sent)
                    .contains("\"type\"", "\"message\"", "999", "Duty: ");
        }
        assertThat(carer.has("reportContact")).isTrue();
        assertThat(incidents.get(reference).sent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, reports/{reference}/danger, 405",
        "PUT, reports/{reference}/danger, 405",
        "DELETE, drafts, 405",
        "GET, drafts, 400",
        "GET, nothing-here, 404",
        "POST, evidence/{reference}/items/x/whereabouts, 400",
        "POST, evidence/{reference}/files/x/seal, 400",
    })
    void whatTheApiDoesNotHaveIsSaidAsEveryOtherNo(String verb, String path, int status) {
        Answer refused = carer.method(verb, API + path.replace("{reference}", reference), Map.of());
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body().path("type").asText()).isEqualTo("FormRefused");
        assertThat(refused.body().path("fields").isObject()).isTrue();
        assertThat(refused.body().path("message").asText())
                .contains("999", "Duty: ")
                .doesNotContain("Exception")
                .doesNotContain("Request method");
    }
}
