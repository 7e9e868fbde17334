package org.safecontact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.record.Author;
import org.springframework.beans.factory.ObjectProvider;

/** In which role somebody writes. */
class AuthorsTest {

    private final Agency agency = mock();
    private final Authors authors = new Authors(provided());

    @Test
    void whoHasSeveralRolesWritesInTheOneThatWasAskedFor() {
        holds("ssw1", Role.SUPERVISING_SOCIAL_WORKER, Role.DUTY_SOCIAL_WORKER, Role.TEAM_MANAGER);

        assertThat(authors.of("ssw1", Set.of("dutySocialWorker")).role()).isEqualTo("dutySocialWorker");
        assertThat(authors.of("ssw1", Set.of("teamManager", "dutySocialWorker")).role())
                .isEqualTo("dutySocialWorker");
        assertThat(authors.of("ssw1", Set.of("registeredManager")).role()).isEqualTo("supervisingSocialWorker");
        assertThat(authors.of("ssw1").role()).isEqualTo("supervisingSocialWorker");
    }

    @Test
    void whoHasLeftHasNoRoleAndTheProductIsItself() {
        assertThat(authors.of("gone", Set.of("carer"))).isEqualTo(new Author("gone", "none"));
        assertThat(authors.of("system", Set.of("carer"))).isEqualTo(Author.SYSTEM);
    }

    private void holds(String id, Role... roles) {
        Person person = mock();
        when(person.roles()).thenReturn(Set.of(roles));
        when(agency.person(id)).thenReturn(Optional.of(person));
    }

    private ObjectProvider<Agency> provided() {
        ObjectProvider<Agency> provider = mock();
        when(provider.getObject()).thenReturn(agency);
        return provider;
    }
}
