package org.safecontact.access.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The one door before the engine's web API: what {@code access/door.yaml} does not allow is refused before Camunda sees
 * it. What goes on carries the body and the query that were checked, written anew, so that two readers of the same
 * bytes cannot understand two things.
 */
@Component
class DoorFilter extends OncePerRequestFilter {

    private static final String API = "/camunda/api";
    private static final String LOGOUT = API + "/admin/auth/user/default/logout";
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/_:.*+-]*");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(DoorFilter.class);

    private record Found(DoorLine line, Map<String, String> path) {}

    private final DoorTable table;
    private final WhoIsThere who;
    private final DoorAnswers answers;
    private final Refusal refusal;
    private final GroupsFollowRoles groups;
    private final WrongPasswords wrong;
    private final OwnLine own;
    private final LoginTurn strangers = new LoginTurn();
    private final LoginTurn known = new LoginTurn();

    DoorFilter(
            DoorTable table,
            WhoIsThere who,
            DoorAnswers answers,
            Refusal refusal,
            GroupsFollowRoles groups,
            WrongPasswords wrong,
            OwnLine own) {
        this.table = table;
        this.who = who;
        this.answers = answers;
        this.refusal = refusal;
        this.groups = groups;
        this.wrong = wrong;
        this.own = own;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return !path.startsWith(API) && !request.getRequestURI().startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SomebodyThere> person = who.of(request);
        if (person.isEmpty()) {
            atTheDoor(person, request, response, chain);
        } else if (!own.inTurn(person.get().id(), request, () -> atTheDoor(person, request, response, chain))) {
            refusal.longLine(response);
        }
    }

    private void atTheDoor(
            Optional<SomebodyThere> person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Found> found = find(request, person);
        if (found.isEmpty()) {
            refuse(person, request, response);
            return;
        }
        DoorLine line = found.get().line();
        String self = person.map(SomebodyThere::id).orElse("");
        Optional<String> query = Query.checked(request.getQueryString(), line, self);
        if (query.isEmpty()) {
            refusal.notOpen(response);
            return;
        }
        byte[] bytes = request.getInputStream().readNBytes(line.body().mostBytes() + 1);
        if (bytes.length > line.body().mostBytes()) {
            refusal.tooMuch(response);
            return;
        }
        Optional<byte[]> body = checkedBody(line.body(), bytes, request, self);
        if (body.isEmpty()) {
            refusal.notOpen(response);
            return;
        }
        if (line.asks().isPresent()
                && !answers.goOn(line.asks().get(), self, found.get().path().get("id"), response)) {
            return;
        }
        if (line.answer().isPresent()) {
            answers.literally(line.answer().get(), response);
            return;
        }
        HttpServletResponse kept = new KeptNowhere(response);
        CheckedRequest checked = new CheckedRequest(request, body.get(), query.get());
        if (line.body() != BodyRule.LOGIN && !SessionToken.allows(request, request.getHeader(SessionToken.HEADER))) {
            withoutToken(person, request, response);
        } else if (line.asks().filter(DoorLine.Question.OF_ONE_ONLY::contains).isPresent()) {
            ofOneOnly(line.asks().get(), self, found.get().path().get("id"), checked, kept, chain);
        } else if (line.body() == BodyRule.LOGIN) {
            logIn(LoginForm.loginIn(body.get()), checked, kept, chain);
        } else {
            chain.doFilter(checked, kept);
            if (request.getRequestURI().equals(LOGOUT)) {
                who.left(request);
            }
        }
    }

    /** Of two who take it in the same moment, or take it over from whoever sends it, the later one reads who has it, and since when. */
    private void ofOneOnly(
            DoorLine.Question question,
            String self,
            String id,
            CheckedRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        // The engine says it as a conflict, or, a little later, as not theirs.
        boolean answered =
                held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST && !answers.goOn(question, self, id, response);
        if (!answered) {
            held.copyBodyToResponse();
        }
    }

    private void logIn(String login, CheckedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (login.chars().anyMatch(Character::isISOControl)) {
            // Nobody is called so, and the database cannot even look for some of it.
            refusal.loginNeeded(response);
            return;
        }
        switch (wrong.mayTry(request, login)) {
            case WAIT_HERE -> refusal.tooManyTries(response);
            case STRANGERS_WAIT -> refusal.strangersWait(response);
            case LOOK -> inTurn(strangers, login, request, response, chain);
            case LOOK_KNOWN -> inTurn(known, login, request, response, chain);
        }
    }

    private void inTurn(
            LoginTurn turn, String login, CheckedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!turn.came()) {
            refusal.tooManyAtOnce(response);
            return;
        }
        try {
            look(login, request, response, chain);
        } finally {
            turn.over();
        }
    }

    private void look(String login, CheckedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean known = groups.beforeLogin(login);
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() == HttpServletResponse.SC_OK) {
            LOG.info("{} logged in from {}", login, request.getRemoteAddr());
            wrong.wasRight(request, held, login);
        } else {
            // what nobody is called may be a password in the wrong field
            LOG.warn("Not let in from {}: {}", request.getRemoteAddr(), known ? login : "nobody of this agency");
        }
        who.rememberLogin(request);
        held.copyBodyToResponse();
    }

    private Optional<Found> find(HttpServletRequest request, Optional<SomebodyThere> person) {
        String path = request.getRequestURI();
        // nothing encoded, no path parameters, no dots that climb: what is matched here is what Camunda reads
        if (!PLAIN_PATH.matcher(path).matches() || path.contains("..") || path.contains("//")) {
            return Optional.empty();
        }
        for (DoorLine line : table.lines()) {
            Optional<Map<String, String>> values = line.match(request.getMethod(), path)
                    .filter(found -> !found.containsKey("self")
                            || person.filter(there -> there.id().equals(found.get("self")))
                                    .isPresent());
            if (values.isPresent() && line.isFor(person)) {
                return Optional.of(new Found(line, values.get()));
            }
        }
        return Optional.empty();
    }

    /** Who wants to log out reads from it whether a login of theirs still goes on. */
    private void withoutToken(Optional<SomebodyThere> person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (person.isEmpty()) {
            refusal.nobodyThere(request, response);
        } else {
            refusal.stalePage(response);
        }
    }

    private void refuse(Optional<SomebodyThere> person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (person.isEmpty()) {
            refusal.nobodyThere(request, response);
        } else {
            refusal.notOpen(response);
        }
    }

    private static Optional<byte[]> checkedBody(BodyRule rule, byte[] bytes, HttpServletRequest request, String self) {
        if (rule == BodyRule.LOGIN) {
            return Optional.ofNullable(request.getContentType())
                    .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                    .map(type -> bytes);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank() || text.equals("null")) {
            return switch (rule) {
                case NOTHING -> Optional.of(new byte[0]);
                case EMPTY_START, INSTANCE_PAGE -> Optional.of("{}".getBytes(StandardCharsets.UTF_8));
                default -> Optional.empty();
            };
        }
        try {
            Optional<JsonNode> accepted = rule.accept(JSON.readTree(text), self);
            return accepted.isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsBytes(accepted.get()));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
