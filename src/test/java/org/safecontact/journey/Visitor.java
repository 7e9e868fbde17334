package org.safecontact.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.safecontact.Patience;

/** One person at the running product, through the same requests that Tasklist sends. */
public final class Visitor {

    /** What came back: the status, and the body as JSON (missing node when there was none). */
    public record Answer(int status, JsonNode body, String text) {
        public boolean accepted() {
            return status / 100 == 2;
        }
    }

    /** A task as the list shows it. */
    public record Todo(String id, String key, String name, Optional<String> assignee, Optional<String> due) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final String user;
    private final String base;
    /** How to log in again; nothing for whoever has not logged in. */
    private Runnable backAgain;

    private boolean sendsToken = true;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Patience.LONGEST)
            .build();

    private Visitor(String user, int port) {
        this.user = user;
        this.base = "http://127.0.0.1:" + port;
    }

    /** Somebody who has opened the login page and not logged in. */
    public static Visitor stranger(int port) {
        return asking(port, "");
    }

    /** Somebody who has opened the login page and says who they are. */
    public static Visitor asking(int port, String user) {
        Visitor visitor = new Visitor(user, port);
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    /** Somebody who has logged in to Tasklist with the demo password. */
    public static Visitor loggedIn(int port, String user) {
        return loggedIn(port, user, "tasklist");
    }

    /** Somebody who has logged in to that web application with the demo password. */
    public static Visitor loggedIn(int port, String user, String application) {
        return loggedIn(port, user, application, "Demo-contact-1");
    }

    /** Somebody who has logged in to that web application with that password. */
    public static Visitor loggedIn(int port, String user, String application, String password) {
        Visitor visitor = new Visitor(user, port);
        visitor.comesIn(password, application);
        visitor.backAgain = () -> visitor.comesIn(password, application);
        return visitor;
    }

    private void comesIn(String password, String application) {
        get("/camunda/app/" + application + "/default/");
        Answer login = login(password, application);
        if (!login.accepted()) {
            throw new IllegalStateException(user + " cannot log in: " + login.status() + " " + login.text());
        }
        // The login begins a new session; its token comes with the first answer, as in Tasklist.
        get(ENGINE + "/user/" + user + "/profile");
    }

    /** The same person who does not come back when the login ends because nobody touched the screen. */
    public Visitor awayFromTheScreen() {
        backAgain = null;
        return this;
    }

    /** The same session on a screen that still shows somebody else, who was logged in there before. */
    public Answer postFromTheScreenOf(String other, String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-Shown-To", other)
                .POST(json(body)));
    }

    /** The same person on a page that somebody else made: the session, without the token. */
    public Visitor withoutToken() {
        sendsToken = false;
        return this;
    }

    public Answer login(String password) {
        return login(password, "tasklist");
    }

    private Answer login(String password, String application) {
        String form = "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return send(request("/camunda/api/admin/auth/user/default/login/" + application)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Where a page sends its visitor instead, as the answer says it; empty when nowhere. */
    public String redirectedTo(String path) {
        return page(path).headers().firstValue("Location").orElse("");
    }

    /** A page as a browser gets it, its headers too. */
    public HttpResponse<String> page(String path) {
        return sent(request(path).GET(), BodyHandlers.ofString());
    }

    /** The same for whoever follows a link or types the address. */
    public HttpResponse<String> pageInBrowser(String path) {
        return sent(request(path).setHeader("Accept", "text/html").GET(), BodyHandlers.ofString());
    }

    public Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    /** @return the reference of the report that was begun */
    public String beginsReport() {
        return post("/safe-contact/api/reports", Map.of())
                .body()
                .path("reference")
                .asText();
    }

    public Answer method(String method, String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").method(method, json(body)));
    }

    /** Sends a body of another type as it is and gives back what came as it is, for files. */
    public HttpResponse<byte[]> raw(String path, String contentType, HttpRequest.BodyPublisher body) {
        return sent(request(path).header("Content-Type", contentType).POST(body), BodyHandlers.ofByteArray());
    }

    /** Everything on the lists that this person's filters show, each task once. */
    public List<Todo> todos() {
        return todos(any -> true);
    }

    /** What one of this person's lists shows. */
    public List<Todo> todosOn(String list) {
        return todos(list::equals);
    }

    private List<Todo> todos(Predicate<String> list) {
        Map<String, Todo> all = new LinkedHashMap<>();
        for (JsonNode filter : get(ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task")
                .body()) {
            if (!list.test(filter.path("name").asText())) {
                continue;
            }
            Answer page = post(
                    ENGINE + "/filter/" + filter.path("id").asText() + "/list?firstResult=0&maxResults=50", Map.of());
            stream(
                            page.body().isArray()
                                    ? page.body()
                                    : page.body().path("_embedded").path("task"))
                    .map(Visitor::todo)
                    .forEach(todo -> all.put(todo.id(), todo));
        }
        return List.copyOf(all.values());
    }

    /** How much stands on all lists of this person together, as the numbers beside the lists say. */
    public int counted() {
        int all = 0;
        for (JsonNode filter : get(ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task")
                .body()) {
            Answer count = get(ENGINE + "/filter/" + filter.path("id").asText() + "/count");
            mustBeAccepted("count a list", count);
            all += count.body().path("count").asInt();
        }
        return all;
    }

    /** The form itself, as it is shown before anything is filled in. */
    public JsonNode form(Todo todo) {
        return get(ENGINE + "/task/" + todo.id() + "/deployed-form").body();
    }

    /** The one task of that key on this person's lists. */
    public Todo todo(String key) {
        List<Todo> found =
                todos().stream().filter(todo -> todo.key().equals(key)).toList();
        if (found.size() != 1) {
            throw new AssertionError(user + " has " + found.size() + " of " + key + ", has "
                    + todos().stream().map(Todo::key).toList());
        }
        return found.get(0);
    }

    public boolean has(String key) {
        return todos().stream().anyMatch(todo -> todo.key().equals(key));
    }

    public Answer claim(Todo todo) {
        return post(ENGINE + "/task/" + todo.id() + "/claim", Map.of("userId", user));
    }

    /** What the form shows beside its own text. */
    public JsonNode formData(Todo todo) {
        return get(ENGINE + "/task/" + todo.id() + "/form-variables?deserializeValues=false")
                .body();
    }

    /** Sends the form as Tasklist does: lists as JSON, the rest untyped. */
    public Answer submit(Todo todo, Map<String, ?> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((key, value) -> variables.put(key, variable(value)));
        return post(ENGINE + "/task/" + todo.id() + "/submit-form", Map.of("variables", variables));
    }

    /** Takes a task that waits for somebody, if need be, and sends its form; fails when it is refused. */
    public void complete(String key, Map<String, ?> answers) {
        Todo todo = todo(key);
        if (todo.assignee().isEmpty()) {
            mustBeAccepted("take " + key, claim(todo));
        }
        mustBeAccepted("send " + key, submit(todo, answers));
    }

    private void mustBeAccepted(String what, Answer answer) {
        if (!answer.accepted()) {
            throw new AssertionError(user + " could not " + what + ": " + answer.status() + " " + answer.text());
        }
    }

    private static Map<String, Object> variable(Object value) {
        if (value instanceof List<?>) {
            return Map.of("value", write(value), "type", "Json");
        }
        Map<String, Object> untyped = new LinkedHashMap<>();
        untyped.put("value", value);
        return untyped;
    }

    private static Todo todo(JsonNode task) {
        return new Todo(
                task.path("id").asText(),
                task.path("taskDefinitionKey").asText(),
                task.path("name").asText(),
                text(task.path("assignee")),
                text(task.path("due")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Patience.LONGEST);
        token().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request.header("Accept", "application/hal+json, application/json; q=0.5, text/html; q=0.2");
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = sent(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), parse(response.body()), response.body());
    }

    /** Where hours have passed in the test, and nobody sat at the screen, people log in again. */
    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        HttpResponse<T> response = sentOnce(request, body);
        if (backAgain == null || !isUnattended(response)) {
            return response;
        }
        backAgain.run();
        token().ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
        return sentOnce(request, body);
    }

    private static boolean isUnattended(HttpResponse<?> response) {
        if (response.statusCode() != 401) {
            return response.headers().firstValue("Location").orElse("").contains("?back=");
        }
        String text = response.body() instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(response.body());
        return parse(text).path("type").asText().equals("Unattended");
    }

    private <T> HttpResponse<T> sentOnce(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException notReached) {
            throw new UncheckedIOException(notReached);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Optional<String> token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> sendsToken && cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(write(body));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
