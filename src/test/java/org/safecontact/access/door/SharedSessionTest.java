package org.safecontact.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** A session that another request of the same screen ends. */
class SharedSessionTest {

    private static final String NAME = "carer";

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void whatIsKeptIsReadAsItsKindOnly() {
        session.setAttribute(NAME, "carer1");
        assertThat(SharedSession.attribute(session, NAME, String.class)).hasValue("carer1");
        assertThat(SharedSession.attribute(session, NAME, Integer.class)).isEmpty();
        assertThat(SharedSession.attribute(null, NAME, String.class)).isEmpty();
    }

    @Test
    void whoFindsItEndedHasNone() {
        session.setAttribute(NAME, "carer1");
        session.invalidate();
        assertThat(SharedSession.attribute(session, NAME, String.class)).isEmpty();
        assertThatCode(() -> SharedSession.change(session, kept -> kept.setAttribute(NAME, "carer1")))
                .doesNotThrowAnyException();
        assertThatCode(() -> SharedSession.end(session)).doesNotThrowAnyException();
    }

    @Test
    void itEndsForEverybody() {
        SharedSession.end(session);
        assertThat(session.isInvalid()).isTrue();
    }
}
