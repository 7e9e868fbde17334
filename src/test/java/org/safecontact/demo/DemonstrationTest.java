package org.safecontact.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecontact.SafeContactTest;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.agency.Role;
import org.safecontact.journey.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** The demonstration as it stands when everything is up. */
@SafeContactTest
class DemonstrationTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Environment environment;

    @Autowired
    private Agency agency;

    @Autowired
    private MailSink sink;

    @Autowired
    private JavaMailSender mail;

    @Autowired
    private Welcome welcome;

    @Value("${local.server.port}")
    private int port;

    @Test
    void theEngineRunsOnTheEmbeddedDatabase() {
        assertThat(environment.matchesProfiles("demo")).isTrue();
        assertThat(engine.getManagementService().getTableCount()).containsKey("ACT_RU_TASK");
    }

    @Test
    void theApplicationOwnsNothing() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("safe_contact");
        assertThat(database.sql("select relname from pg_class where pg_get_userbyid(relowner) = current_user")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(database.sql("select proname from pg_proc where pg_get_userbyid(proowner) = current_user")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void theApplicationReadsAndWritesTheEnginesTablesAndNothingMore() {
        assertThat(database.sql("""
                                select distinct privilege_type from information_schema.table_privileges
                                where grantee = current_user and table_name like 'act\\_%'
                                """).query(String.class).list())
                .containsExactlyInAnyOrder("SELECT", "INSERT", "UPDATE", "DELETE");
    }

    @ParameterizedTest
    @CsvSource({
        "carer1, carer",
        "carer2, carer",
        "carer3, carer",
        "ssw1, supervisingSocialWorker",
        "ssw2, supervisingSocialWorker",
        "duty1, dutySocialWorker",
        "teammanager1, teamManager",
        "manager1, registeredManager",
        "manager2, registeredManager",
        "director1, responsibleIndividual",
        "childsw1, childsSocialWorker",
        "childsw2, childsSocialWorker",
        "admin, camunda-admin",
    })
    void everybodyOfTheContractLogsInAndStandsInTheAgencysFolder(String id, String group) {
        IdentityService identities = engine.getIdentityService();
        assertThat(identities.checkPassword(id, "Demo-contact-1")).isTrue();
        assertThat(identities.createGroupQuery().groupMember(id).list())
                .extracting(Group::getId)
                .containsExactly(group);
        Person person = agency.person(id).orElseThrow();
        assertThat(person.roles()).extracting(Role::groupId).containsExactly(group);
        User user = identities.createUserQuery().userId(id).singleResult();
        assertThat(user.getFirstName() + " " + user.getLastName()).isEqualTo(person.name());
    }

    @Test
    void nobodyElseCanLogIn() {
        Set<String> known =
                DemoPeople.LOGINS.stream().map(DemoPeople.DemoLogin::id).collect(Collectors.toSet());
        assertThat(engine.getIdentityService().createUserQuery().list())
                .extracting(User::getId)
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theConsoleEndsWithAddressesAndLogins() {
        assertThat(welcome.text(8080))
                .contains(
                        "http://localhost:8080/camunda/app/tasklist/",
                        "http://localhost:8080/camunda/app/cockpit/",
                        "http://localhost:8080/demo/mail",
                        "Demo-contact-1")
                .contains(
                        DemoPeople.LOGINS.stream().map(DemoPeople.DemoLogin::id).toList());
    }

    @Test
    void mailIsShownAndNotSent() throws Exception {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("safe-contact@example.org");
        message.setTo("ssw1@example.org");
        message.setSubject("A letter <b>for</b> the page");
        message.setText("Please log in: 1 < 2.");
        message.setSentDate(new Date(1_790_000_000_000L));
        mail.send(message);
        assertThat(sink.letters())
                .filteredOn(letter -> letter.subject().equals("A letter <b>for</b> the page"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.to()).isEqualTo("ssw1@example.org");
                    assertThat(letter.text()).contains("Please log in");
                });
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/demo/mail"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(page.body())
                .contains(
                        "Demonstration",
                        "A letter &lt;b&gt;for&lt;/b&gt; the page",
                        "Monday 21 September 2026, 15:13:20");
    }

    @Test
    void onlyThisMachineReachesIt() throws IOException {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        for (InetAddress address : outside) {
            for (int open : new int[] {port, sink.port()}) {
                assertThat(reaches(address, open)).as("%s:%d", address, open).isFalse();
            }
        }
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatIsNotThereSaysWhomToRing() {
        Visitor.Answer page = Visitor.stranger(port).get("/nothing/here");
        assertThat(page.status()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
        assertThat(page.text())
                .contains("tel:999", "a child in foster care is in danger", agency.dutyTelephone(Instant.EPOCH))
                .contains("There is nothing at this address")
                .doesNotContain("Exception", "/nothing/here");
    }

    @Test
    void healthSaysNothingButWhetherItIsUp() {
        assertThat(Visitor.stranger(port).get("/actuator/health").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Visitor.stranger(port).get("/actuator/env").accepted()).isFalse();
    }

    private static boolean reaches(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
