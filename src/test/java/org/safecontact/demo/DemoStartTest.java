package org.safecontact.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.safecontact.start.CannotStart;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** When a start is the demonstration and when it is not. */
class DemoStartTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void theDemonstrationDoesNotGoTogetherWithADatabaseOfOnesOwn() {
        environment.setActiveProfiles("demo");
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://database.example.org/safe_contact");
        assertThatThrownBy(this::decide)
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("profile demo", "SPRING_DATASOURCE_URL", "leave out one")
                .hasMessageNotContainingAny("\n");
    }

    private void decide() {
        new DemoStart(new DefaultBootstrapContext()).postProcessEnvironment(environment, new SpringApplication());
    }
}
