package org.safecontact.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.Test;
import org.safecontact.access.door.DoorLine.Question;
import org.safecontact.agency.Role;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A to-do is somebody's until another person takes it over; whoever sends its form in that moment is told so. */
class OfOneOnlyTest {

    private static final String SEND = "/camunda/api/engine/engine/default/task/t1/submit-form";

    private final WhoIsThere who = mock();
    private final DoorAnswers answers = mock();
    private final DoorFilter door = new DoorFilter(
            new DoorTable(), who, answers, mock(Refusal.class), mock(GroupsFollowRoles.class), mock(), new OwnLine());

    @Test
    void whoSendsWhatWasTakenOverInThatMomentReadsWhoHasIt() throws Exception {
        when(answers.goOn(eq(Question.SEND_FORM), eq("ssw1"), eq("t1"), any()))
                .thenReturn(true)
                .thenAnswer(asked -> {
                    asked.<HttpServletResponse>getArgument(3).setStatus(409);
                    return false;
                });
        assertThat(sent(403).getStatus()).isEqualTo(409);
    }

    @Test
    void whatTheEngineRefusesForAnotherReasonStaysAsItIs() throws Exception {
        when(answers.goOn(eq(Question.SEND_FORM), eq("ssw1"), eq("t1"), any())).thenReturn(true);
        MockHttpServletResponse refused = sent(400);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).isEqualTo("words");
        assertThat(sent(204).getStatus()).isEqualTo(204);
    }

    private MockHttpServletResponse sent(int engineSays) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", SEND);
        request.setServletPath(SEND);
        request.setContentType("application/json");
        request.setContent("{\"variables\":{}}".getBytes(StandardCharsets.UTF_8));
        request.getSession().setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, "token");
        request.addHeader(SessionToken.HEADER, "token");
        when(who.of(any())).thenReturn(Optional.of(new SomebodyThere("ssw1", Set.of(Role.SUPERVISING_SOCIAL_WORKER))));
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(request, response, (passed, answer) -> {
            ((HttpServletResponse) answer).setStatus(engineSays);
            answer.getOutputStream().write("words".getBytes(StandardCharsets.UTF_8));
        });
        return response;
    }
}
