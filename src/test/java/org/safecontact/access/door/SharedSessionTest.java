package org.safecontact.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** A session that another request of the same screen ends. */
class SharedSessionTest {

    private static final String NAME = "carer";

    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletRequest request = new MockHttpServletRequest() {
        @Override
        public MockHttpSession getSession(boolean create) {
            return session; // found before the other request ended it
        }
    };

    @Test
    void whatIsKeptIsReadAsItsKindOnly() {
        session.setAttribute(NAME, "carer1");
        assertThat(SharedSession.attribute(request, NAME, String.class)).hasValue("carer1");
        assertThat(SharedSession.attribute(request, NAME, Integer.class)).isEmpty();
        assertThat(SharedSession.attribute(new MockHttpServletRequest(), NAME, String.class))
                .isEmpty();
    }

    @Test
    void whoFindsItEndedHasNone() {
        session.setAttribute(NAME, "carer1");
        session.invalidate();
        assertThat(SharedSession.attribute(request, NAME, String.class)).isEmpty();
        assertThatCode(() -> SharedSession.change(request, kept -> kept.setAttribute(NAME, "carer1")))
                .doesNotThrowAnyException();
        assertThatCode(() -> SharedSession.end(request)).doesNotThrowAnyException();
    }

    @Test
    void itEndsForEverybody() {
        SharedSession.end(request);
        assertThat(session.isInvalid()).isTrue();
    }
}
