package org.safecontact.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.journey.Visitor;

/** The pages on which the agency keeps itself, as a registered manager's browser sends them. */
final class OurPages {

    static final String OURS = "/safe-contact/u";

    private final Visitor manager;
    private final Agency agency;

    OurPages(Visitor manager, Agency agency) {
        this.manager = manager;
        this.agency = agency;
    }

    static final String FORM = "application/x-www-form-urlencoded";

    static HttpResponse<byte[]> send(Visitor visitor, String page, Map<String, String> typed) {
        List<String> fields = new ArrayList<>();
        typed.forEach((name, value) -> {
            for (String each : List.of("roles", "adultName", "adultId").contains(name)
                    ? value.split(",", -1)
                    : new String[] {value}) {
                fields.add(name + "=" + URLEncoder.encode(each, StandardCharsets.UTF_8));
            }
        });
        return visitor.raw(OURS + page, FORM, BodyPublishers.ofString(String.join("&", fields)));
    }

    static void kept(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(302);
    }

    static void kept200(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    static String refused(HttpResponse<byte[]> answer) {
        String page = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(page).isEqualTo(422);
        assertThat(page).contains("Nothing was changed yet");
        return page;
    }

    /** Somebody as they stand, with something typed instead. */
    Map<String, String> person(String id, Map<String, String> instead) {
        Person known = agency.person(id).orElseThrow();
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "name", known.name(),
                "roles", known.roles().stream().map(role -> role.groupId()).collect(Collectors.joining(",")),
                "telephone", known.telephone(),
                "email", known.email(),
                "fromDate", "",
                "number", number("/p/" + id)));
        typed.putAll(instead);
        return typed;
    }

    String number(String page) {
        return numberIn(manager.get(OURS + page).text());
    }

    static String numberIn(String page) {
        Matcher number = Pattern.compile("name=\"number\" value=\"(\\d+)\"").matcher(page);
        assertThat(number.find()).as(page).isTrue();
        return number.group(1);
    }
}
