package org.safecontact.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.demo.SecondDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** A start on the agency's own database says in one line what is missing, all of it at once. */
class RealDatabaseTest {

    private static SecondDatabase database;

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeAll
    static void start() {
        database = SecondDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void everythingIsThere() {
        for (String setting : database.settings()) {
            String[] parts = setting.substring(2).split("=", 2);
            environment.setProperty(parts[0], parts[1]);
        }
        environment.setProperty("safe-contact.agency.folder", "src/main/resources");
    }

    @Test
    void withEverythingThereItGoesOn() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.username, SPRING_DATASOURCE_USERNAME",
        "spring.datasource.password, SPRING_DATASOURCE_PASSWORD",
        "spring.datasource.url, SPRING_DATASOURCE_URL",
        "spring.mail.host, SPRING_MAIL_HOST",
        "safe-contact.mail.from, SAFE_CONTACT_MAIL_FROM",
        "safe-contact.base-url, SAFE_CONTACT_BASE_URL",
        "safe-contact.draft-key, SAFE_CONTACT_DRAFT_KEY",
        "safe-contact.agency.folder, SAFE_CONTACT_AGENCY_FOLDER",
        "safe-contact.admin.password, SAFE_CONTACT_ADMIN_PASSWORD",
    })
    void whatIsMissingIsNamed(String property, String variable) {
        environment.setProperty(property, " ");
        assertThatThrownBy(this::check)
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Missing: ")
                .hasMessageContaining(variable)
                .hasMessageNotContainingAny("\n");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        environment.setProperty("spring.mail.host", "");
        environment.setProperty("safe-contact.admin.password", "");
        assertThatThrownBy(this::check).hasMessageContainingAll("SPRING_MAIL_HOST", "SAFE_CONTACT_ADMIN_PASSWORD");
    }

    @Test
    void theInventedPeopleOfTheDemonstrationAreNotTakenForAnAgency() {
        environment.setProperty("safe-contact.agency.folder", "classpath:demo-agency/");
        assertThatThrownBy(this::check).hasMessageContaining("SAFE_CONTACT_AGENCY_FOLDER");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        environment.setProperty("safe-contact.agency.folder", "/nowhere/agency");
        assertThatThrownBy(this::check).hasMessageContaining("/nowhere/agency");
    }

    @Test
    void aDatabaseThatRefusesIsNamedWithoutItsPassword() {
        environment.setProperty("spring.datasource.url", database.url() + "?password=in-the-address");
        assertThatThrownBy(this::check)
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(database.url(), "does not let safe_contact_owner in")
                .hasMessageNotContainingAny("\n", "in-the-address");
    }

    @Test
    void theOwnersPasswordIsTriedToo() {
        environment.setProperty("spring.flyway.password", "wrong");
        assertThatThrownBy(this::check).hasMessageContaining("does not let safe_contact_owner in");
    }

    @Test
    void anOwnerWhoMayNotMakeTablesIsToldSo() {
        environment.setProperty("spring.flyway.user", database.application());
        environment.setProperty("spring.flyway.password", database.applicationPassword());
        assertThatThrownBy(this::check)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("safe_contact may not make tables")
                .hasMessageNotContainingAny("\n");
    }

    @Test
    void inTheDemonstrationNothingIsAsked() {
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        assertThatCode(() -> new RealDatabase().postProcessEnvironment(demo, new SpringApplication()))
                .doesNotThrowAnyException();
    }

    private void check() {
        new RealDatabase().postProcessEnvironment(environment, new SpringApplication());
    }
}
