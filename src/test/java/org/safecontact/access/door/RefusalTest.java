package org.safecontact.access.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.IfInDanger;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletResponse;

/** A no at the door says whom to ring, also when the database is down. */
class RefusalTest {

    @Test
    void aNoWithoutADatabaseStillSays999() throws IOException {
        Agency agency = mock();
        when(agency.dutyTelephone(any())).thenThrow(new CannotGetJdbcConnectionException("no connection"));
        var response = new MockHttpServletResponse();

        new Refusal(agency, mock(HumanTime.class), new IfInDanger(agency, Clock.systemUTC())).loginNeeded(response);

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentAsString())
                .contains("Please log in first. Danger now: 999, say", "a child in foster care is in danger");
    }
}
