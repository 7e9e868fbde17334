package org.safecontact.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safecontact.OneProductAtATime;
import org.safecontact.SafeContactApplication;
import org.safecontact.demo.MailSink;
import org.safecontact.demo.SecondDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product on the agency's own database: its first start, a later one, and what it refuses. */
@ExtendWith(OutputCaptureExtension.class)
class RealStartTest {

    @BeforeAll
    static void nothingElseRuns() {
        OneProductAtATime.stop();
    }

    @Test
    void theFirstStartMakesTablesGroupsAndOneAdministratorAndNothingOfTheDemonstration(CapturedOutput output)
            throws Exception {
        try (SecondDatabase database = SecondDatabase.start()) {
            try (ConfigurableApplicationContext product = start(database.settings())) {
                assertThat(product.getEnvironment().matchesProfiles("demo")).isFalse();
                IdentityService identities = product.getBean(IdentityService.class);
                assertThat(identities.createUserQuery().list())
                        .extracting(User::getId)
                        .containsExactly("admin");
                assertThat(identities.checkPassword("admin", "Real-secret-12")).isTrue();
                assertThat(identities.createUserQuery().singleResult().getPassword())
                        .as("how it is kept")
                        .startsWith("{PBKDF2-HMAC-SHA-512}");
                assertThat(identities.createGroupQuery().list())
                        .extracting(Group::getId)
                        .containsExactlyInAnyOrder(
                                "carer",
                                "supervisingSocialWorker",
                                "dutySocialWorker",
                                "teamManager",
                                "registeredManager",
                                "responsibleIndividual",
                                "childsSocialWorker",
                                "camunda-admin");
                assertThat(product.getBeansOfType(MailSink.class)).isEmpty();
                assertThat(product.containsBean("embeddedDatabase")).isFalse();
                assertThat(get(product, "/demo/mail")).isNotEqualTo(200);
                assertThat(get(product, "/actuator/health")).isEqualTo(200);
                assertThat(owners(product)).isEmpty();
                asBeforeV43(product.getBean(Flyway.class));
            }
            assertThat(output)
                    .doesNotContain("The product owns its tables")
                    .contains("People reach the product without TLS");
            int before = output.getAll().length();

            List<String> withoutPassword = new ArrayList<>(database.settings());
            withoutPassword.removeIf(setting -> setting.startsWith("--safe-contact.admin.password"));
            withoutPassword.addAll(OwnCertificate.settings());
            try (ConfigurableApplicationContext again = start(withoutPassword)) {
                HttpHeaders page = OwnCertificate.loginPage(port(again));
                assertThat(page.firstValue("Strict-Transport-Security").orElse(""))
                        .startsWith("max-age=");
                assertThat(page.allValues("Set-Cookie"))
                        .hasSize(1)
                        .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
                assertThat(output.getAll().substring(before)).doesNotContain("without TLS");
                assertThat(again.getBean(Flyway.class).info().pending()).isEmpty();
            }
        }
    }

    @Test
    void oneRoleForEverythingWorksAndIsToldWhatItCosts(CapturedOutput output) throws Exception {
        try (SecondDatabase database = SecondDatabase.start()) {
            List<String> settings = new ArrayList<>(database.settings());
            settings.removeIf(setting -> setting.startsWith("--spring.flyway.")
                    || setting.startsWith("--spring.datasource.username")
                    || setting.startsWith("--spring.datasource.password"));
            settings.add("--spring.datasource.username=" + database.owner());
            settings.add("--spring.datasource.password=" + database.ownerPassword());
            try (ConfigurableApplicationContext product = start(settings)) {
                assertThat(owners(product)).isNotEmpty();
            }
            assertThat(output).contains("The product owns its tables", "SPRING_FLYWAY_USER");
        }
    }

    @Test
    void aRefusedStartSaysOneLineAndLeavesNothingBehind(CapturedOutput output) throws Exception {
        try (SecondDatabase database = SecondDatabase.start()) {
            List<String> settings = new ArrayList<>(database.settings());
            settings.removeIf(setting -> setting.startsWith("--safe-contact.admin.password"));
            int before = output.getAll().length();
            assertThatThrownBy(() -> start(settings)).isInstanceOf(CannotStart.class);
            assertThat(output.getAll().substring(before).lines().filter(line -> !line.isBlank()))
                    .singleElement()
                    .asString()
                    .contains("Safe Contact did not start. Missing: SAFE_CONTACT_ADMIN_PASSWORD");
            try (var connection = database.asApplication();
                    var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                assertThat(tables.next()).as("a table was made").isFalse();
            }
        }
    }

    private static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplication(SafeContactApplication.class).run(settings.toArray(String[]::new));
    }

    /** An agency whose database is a little older: a migration is missing below others that have run. */
    private static void asBeforeV43(Flyway flyway) {
        JdbcClient owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        owner.sql("drop index incident_not_sent").update();
        owner.sql("delete from flyway_schema_history where version = '43'").update();
        assertThat(flyway.info().pending()).hasSize(1);
    }

    private static List<String> owners(ConfigurableApplicationContext product) {
        return product.getBean(JdbcClient.class)
                .sql("select relname from pg_class where pg_get_userbyid(relowner) = current_user")
                .query(String.class)
                .list();
    }

    private static int get(ConfigurableApplicationContext product, String path)
            throws IOException, InterruptedException {
        String port = port(product);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String port(ConfigurableApplicationContext product) {
        return product.getEnvironment().getProperty("local.server.port");
    }
}
