package org.safecontact.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

class AgencyFolderTest {

    private static final Path DEMO = Path.of("src/main/resources/demo-agency");

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheDemonstration() throws IOException {
        FileSystemUtils.copyRecursively(DEMO, folder);
    }

    @Test
    void readsTheDemonstration() {
        AgencyState state = AgencyFolder.read("classpath:demo-agency/", validator);

        assertThat(state.people()).hasSize(13);
        assertThat(state.children()).extracting(Child::id).containsExactly("C1", "C2", "C3");
        assertThat(state.one(ItemKind.CHILDREN, "C2", Child.class).orElseThrow().legalStatus())
                .isEqualTo(LegalStatus.SECTION_20);
        assertThat(state.children())
                .extracting(Child::fullName)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("Ellis Featherly"));
        assertThat(state.orders()).singleElement().satisfies(order -> {
            assertThat(order.childId()).isEqualTo("C1");
            assertThat(order.contactBarred()).isTrue();
        });
    }

    @Test
    void readsTheSameFromAPlainPath() {
        assertThat(AgencyFolder.read(folder.toString(), validator))
                .isEqualTo(AgencyFolder.read("classpath:demo-agency", validator));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "households.yaml | supervisedBy: ssw1 | supervisedBy: [ssw1, ssw2] | households.yaml, line 5: H1: supervisedBy can only be one, but 2 stand here: ssw1, ssw2",
                "households.yaml | supervisedBy: ssw1 | supervisedBy: nobody | households.yaml, line 5: H1: names nobody, which is not in people.yaml",
                "households.yaml | supervisedBy: ssw1 | supervisedBy: duty1 | households.yaml, line 5: H1: names duty1, who is no supervising social worker",
                "households.yaml | team: South | team: West | households.yaml, line 9: H2: names West, which is not in teams.yaml",
                "households.yaml | - id: H2 | - id: H1 | households.yaml, line 6: H1 stands in line 1 already",
                "children.yaml | dateOfBirth: 2013-03-14 | dateOfBirth: 14.3.2013 | children.yaml, line 4: C1: dateOfBirth says '14.3.2013', which is not a date (write 2016-04-23)",
                "children.yaml | dateOfBirth: 2013-03-14 | dateOfBirth: 2999-01-01 | children.yaml, line 4: C1: dateOfBirth lies in the future",
                "children.yaml | label: C1 (Kingfisher) | label: Kingfisher | children.yaml, line 3: C1: has a label that does not begin with the id",
                "children.yaml | legalStatus: section20 | legalStatus: agreed | children.yaml, line 15: C2: legalStatus says 'agreed', which is not a legal status (known: careOrder, interimCareOrder, placementOrder, emergencyProtection, section20, remand, unknown)",
                "children.yaml | fullName: Ellis Featherly | fullName: [Ellis, Featherly] | children.yaml, line 24: C3: fullName is not written as docs/agency-folder.md says",
                "children.yaml | fullName: Ellis Featherly | fullName: ` ` | children.yaml, line 24: C3: fullName is empty: leave it out, or write it",
                "people.yaml | telephone: `07700 900101` | telephone: 07700-900101 | people.yaml, line 5: carer1: telephone is not a telephone number (write it like 01632 960123)",
                "people.yaml | - id: carer1 | - id: carer-1 | people.yaml, line 2: carer-1: id may only have letters and digits (like carer1)",
                "people.yaml | email: carer1@example.org | e-mail: carer1@example.org | people.yaml, line 6: carer1: e-mail is not known here; known are: id, name, roles, telephone, email, household, absences, relatedTo, suspendedFrom",
                "people.yaml | email: carer1@example.org | e-mail: carer1@example.org | people.yaml, line 2: carer1: email is missing",
                "people.yaml | roles: [dutySocialWorker] | roles: [teamManager] | people.yaml: nobody is duty social worker (dutySocialWorker); somebody must be, or an alarm would end in silence",
                "people.yaml | - id: duty1 | - id: duty1\\n  suspendedFrom: 2026-11-24 | people.yaml: nobody who is not suspended is duty social worker (dutySocialWorker); somebody must be, or an alarm would end in silence",
                "people.yaml | roles: [responsibleIndividual] | roles: [teamManager] | people.yaml: nobody is responsible individual (responsibleIndividual); somebody must be, or an alarm would end in silence",
                "people.yaml | roles: [camunda-admin] | roles: [camunda-admin, teamManager] | people.yaml, line 67: admin: looks after the machine and can have no other role: it sees no case",
                "people.yaml | household: H1 | household: H9 | people.yaml, line 7: carer1: names H9, which is not in households.yaml",
                "people.yaml | household: H2 | absences: [{from: 2026-12-24, until: 2026-12-20}] | people.yaml, line 19: carer2: has an absence that ends before it begins",
                "people.yaml | household: H2 | absences: [{from: 2026-12-24, til: 2026-12-30}] | people.yaml, line 19: carer2: absences has 'til', which is not known here",
                "people.yaml | household: H2 | absences: [{from: 2026-12-24}] | people.yaml, line 19: carer2: absences[0].until is missing",
                "rota.yaml | - id: onCallAlways | - id: two\\n  role: dutySocialWorker\\n  people: [duty1]\\n  from: 2026-01-01\\n- id: onCallAlways | rota.yaml, line 9: two: overlaps with dutyAlways for the same role",
                "rota.yaml | people: [duty1] | people: [carer1] | rota.yaml, line 4: dutyAlways: names carer1, who is no duty social worker",
                "teams.yaml | managers: [teammanager1] | managers: [] | teams.yaml, line 3: North: managers is missing",
                "orders.yaml | child: C1 | child: C9 | orders.yaml, line 2: O1: names C9, which is not in children.yaml",
                "orders.yaml | contactBarred: true | contactBarred: perhaps | orders.yaml, line 4: O1: contactBarred says 'perhaps', which is not true or false",
                "agency.yaml | dutyTelephone: `01632 960100` | dutyTelephone: ring us | agency.yaml, line 4: dutyTelephone is not a telephone number (write it like 01632 960123)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {unsentreport: PT15M} | agency.yaml, line 4: times: has unsentreport, which is not known here; docs/agency-folder.md has all names",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {unsentReport: soon} | agency.yaml, line 4: times: unsentReport says 'soon', which is not a time by the clock (write it like PT15M)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {policeInDanger: WPT5M} | agency.yaml, line 4: times: policeInDanger says 'WPT5M', which is not a time by the clock (write it like PT5M)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {unsentReport: PT0S} | agency.yaml, line 4: times: unsentReport says 'PT0S', which is less than a minute (usual is PT15M)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {unsentReport: PT-15M} | agency.yaml, line 4: times: unsentReport says 'PT-15M', which is less than a minute (usual is PT15M)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {policeInDanger: PT51M} | agency.yaml, line 4: times: policeInDanger says 'PT51M', which is more than 10 times as long as usual (PT5M)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {signOff: P1W} | agency.yaml, line 4: times: signOff says 'P1W', which is not a deadline (write it like workingDays:2)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {signOff: workingDays:0} | agency.yaml, line 4: times: signOff says 'workingDays:0', which is less than a minute (usual is workingDays:2)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {handover: nextWorkingDay25:00} | agency.yaml, line 4: times: handover says 'nextWorkingDay25:00', which is not a deadline (write it like nextWorkingDay09:00)",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: [unsentReport] | agency.yaml, line 4: times is not written as docs/agency-folder.md says",
                "agency.yaml | name: Example Fostering | name: Example Fostering\\ntimes: {unsentReport: } | agency.yaml, line 4: times is not written as docs/agency-folder.md says",
                "policies.yaml | owner: manager1 | owner: nobody | policies.yaml, line 5: contactAndFamilyTime: names nobody, which is not in people.yaml",
                "policies.yaml | reviewOn: 2028-09-04 | reviewOn: 4.9.2028 | policies.yaml, line 6: contactAndFamilyTime: reviewOn says '4.9.2028', which is not a date (write 2016-04-23)",
                "policies.yaml | - id: onlineSafety | - id: contactAndFamilyTime | policies.yaml, line 8: contactAndFamilyTime stands in line 2 already",
                "policies.yaml | version: `1` | version: `` | policies.yaml, line 4: contactAndFamilyTime: version is missing",
                "policies.yaml | document: online-safety.md | document: elsewhere.md | policies.yaml, line 13: onlineSafety: document names policies/elsewhere.md, which is not there",
                "policies.yaml | document: online-safety.md | document: ../people.yaml | policies.yaml, line 13: onlineSafety: document names no document (write contact.md or contact.pdf)",
                "policies.yaml | document: online-safety.md | file: online-safety.md | policies.yaml, line 8: onlineSafety: document is missing",
                "authorities.yaml | - id: northshire | id: northshire | authorities.yaml, line 2: cannot be read as YAML: mapping values are not allowed here",
            })
    void saysWhatIsWrongAndWhere(String file, String old, String changed, String problem) throws IOException {
        change(file, old.replace('`', '"'), changed.replace("\\n", "\n").replace('`', '"'));

        assertThat(problems()).contains(problem);
    }

    @Test
    void takesTheAgencysOwnTimes() throws IOException {
        change(
                "agency.yaml",
                "name:",
                "times: {unsentReport: PT20M, signOff: PT24H, review: WPT8H, tellAuthority: workingDays:1}\nname:");

        assertThat(AgencyFolder.read(folder.toString(), validator)
                        .settings()
                        .orElseThrow()
                        .times())
                .isEqualTo(Map.of(
                        "unsentReport", "PT20M",
                        "signOff", "PT24H",
                        "review", "WPT8H",
                        "tellAuthority", "workingDays:1"));
    }

    @Test
    void listsEverythingAtOnce() throws IOException {
        change("people.yaml", "telephone: \"07700 900101\"", "telephone: ring");
        change("people.yaml", "email: carer1@example.org", "email: nowhere");
        change("children.yaml", "household: H2", "household: H7");
        Files.delete(folder.resolve("teams.yaml"));
        Files.writeString(folder.resolve("peoples.yaml"), "- id: x");

        assertThat(problems())
                .contains(
                        "people.yaml, line 5: carer1: telephone is not a telephone number (write it like 01632 960123)",
                        "people.yaml, line 6: carer1: email is not an e-mail address",
                        "children.yaml, line 19: C3: names H7, which is not in households.yaml",
                        "teams.yaml: is missing",
                        "peoples.yaml: is none of the files that we know");
    }

    private List<String> problems() {
        return catchThrowableOfType(AgencyFolderRefused.class, () -> AgencyFolder.read(folder.toString(), validator))
                .problems();
    }

    private void change(String file, String old, String changed) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        Files.writeString(path, text.substring(0, at) + changed + text.substring(at + old.length()));
    }
}
