package org.safecontact.inform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safecontact.SafeContactTest;
import org.safecontact.access.LoginMail;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Person;
import org.safecontact.demo.MailSink;
import org.safecontact.incident.report.UnsentReports;
import org.safecontact.journey.Visitor;
import org.safecontact.plan.PlanPeople;
import org.safecontact.plan.PlanPerson;
import org.safecontact.plan.Relationship;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody negotiates with the birth family (policy, section 2; contract, 5.5): no way leads from here to a relative, and that is said. */
@SafeContactTest
class NobodyWritesToRelativesTest {

    private static final List<String> CHILDREN = List.of("C1", "C2", "C3");

    @LocalServerPort
    private int port;

    @Autowired
    private Messages messages;

    @Autowired
    private PlanPeople people;

    @Autowired
    private Agency agency;

    @Autowired
    private UnsentReports unsent;

    @Autowired
    private MailSink mails;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void noMessageReachesAnybodyOfWhomAPlanSpeaks() {
        people.add("C2", "C2's aunt who would write", Relationship.OTHER_FAMILY, "ssw1");
        List<PlanPerson> relatives =
                CHILDREN.stream().flatMap(child -> people.of(child).stream()).toList();
        assertThat(relatives).extracting(PlanPerson::label).contains("C1's mother", "C2's aunt who would write");
        String reference = unsent.start("carer1");
        int before = mails.letters().size();
        for (PlanPerson relative : relatives) {
            assertThat(agency.person(relative.id()))
                    .as("nobody of the agency is called what a relative is called")
                    .isEmpty();
            messages.write(reference, "relative", 0, 0, relative.id(), OutgoingMessage.Wanted.KNOW, Optional.empty())
                    .ifPresent(message -> messages.handOver(message.id()));
        }
        assertThat(mails.letters()).hasSize(before);
    }

    /** What is known of a relative is how the home speaks of them: there is nothing to write to. */
    @Test
    void noAddressAndNoNumberOfARelativeIsKept() {
        assertThat(jdbc.sql("""
                                select column_name from information_schema.columns
                                where table_name = 'plan_person' and table_schema = current_schema()
                                """).query(String.class).list())
                .containsExactlyInAnyOrder("id", "child_id", "label", "relationship", "added_by", "added_at");
    }

    @Test
    void everyWayOutOfTheHouseTakesSomebodyOfTheAgency() {
        for (Class<?> way : List.of(MessageGateway.class, LoginMail.class)) {
            List<Method> lettersOut = Stream.of(way.getMethods())
                    .filter(method -> method.getParameterCount() > 0)
                    .toList();
            assertThat(lettersOut)
                    .as(way.getSimpleName())
                    .isNotEmpty()
                    .allSatisfy(method -> assertThat(method.getParameterTypes()).contains(Person.class));
        }
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.safecontact")
                                .stream()
                                .filter(known -> known.getDirectDependenciesFromSelf().stream()
                                        .anyMatch(uses -> uses.getTargetClass()
                                                .getPackageName()
                                                .startsWith("org.springframework.mail")))
                                .filter(known -> !known.getPackageName().equals("org.safecontact.demo"))
                                .map(JavaClass::getSimpleName))
                .as("one class sends mail, to whom a message is for")
                .containsExactly("EmailGateway");
    }

    /** No link opens a letter or a text to anybody: an answer to a relative is neither drafted nor offered. */
    @Test
    void noScreenOffersAnAnswerToSend() throws IOException {
        for (String folder :
                List.of("forms", "src/main/resources/templates", "src/main/resources/META-INF/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(file -> file.toString().matches(".*[.](form|html|js)")))
                        .as(folder)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file))
                                .doesNotContain("mailto:", "sms:", "smsto:", "wa.me/"));
            }
        }
    }

    @Test
    void thatNobodyArrangesAnythingWithTheFamilyIsSaidWhereItMatters() {
        Visitor carer = Visitor.loggedIn(port, "carer1");
        String nobody = "Safe Contact writes to nobody of the family";
        assertThat(words(carer, "/safe-contact/a/C1")).contains("Please do not arrange it with the family", nobody);
        assertThat(words(carer, "/safe-contact/t/C1"))
                .contains("Please agree to nothing yourself, also when the family asks", nobody);
        assertThat(words(carer, "/safe-contact/guide/carer"))
                .contains("Please arrange nothing with the family", nobody);
        Visitor worker = Visitor.loggedIn(port, "ssw1");
        assertThat(words(worker, "/safe-contact/a/C1")).contains(nobody);
        assertThat(words(worker, "/safe-contact/guide/worker"))
                .contains("Nothing is arranged with the family before", nobody);
    }

    private static String words(Visitor visitor, String page) {
        return visitor.get(page).text().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
