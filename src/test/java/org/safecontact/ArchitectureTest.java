package org.safecontact;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safecontact.agency.Child;
import org.safecontact.agency.London;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;

/** The walls of the house: who may know whom, where Camunda is known, where time comes from. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.safecontact");

    @Test
    void roomsUseEachOtherOneWayOnlyAndThroughTheirFrontDoors() {
        ApplicationModules.of(SafeContactApplication.class).verify();
    }

    /** docs/house.md has the floors; {@code start} stands before everything, and {@code demo} may know every room. */
    @Test
    void everyRoomStandsAboveAllThatItUses() throws IOException {
        Map<String, Integer> floors = new HashMap<>();
        Matcher floor = Pattern.compile("^\\| (\\d) \\| (`[^|]+) \\|", MULTILINE)
                .matcher(Files.readString(Path.of("docs/house.md")));
        while (floor.find()) {
            Pattern.compile("`(\\w+)`")
                    .matcher(floor.group(2))
                    .results()
                    .forEach(room -> floors.put(room.group(1), Integer.valueOf(floor.group(1))));
        }
        assertThat(Stream.of(Path.of("src/main/java/org/safecontact").toFile().listFiles(File::isDirectory))
                        .map(File::getName))
                .as("every room has its floor")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(floors.keySet().stream(), Stream.of("start", "demo"))
                        .toList());
        floors.forEach((room, at) -> noClasses()
                .that()
                .resideInAPackage("org.safecontact." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(floors.entrySet().stream()
                        .filter(other ->
                                other.getValue() >= at && !other.getKey().equals(room))
                        .map(other -> "org.safecontact." + other.getKey() + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(PRODUCT));
    }

    @Test
    void onlyThePageForThePoliceKnowsTheNameOfAChildAndWhatItLooksLike() {
        assertThat(Stream.of("fullName", "description")
                        .map(PRODUCT.get(Child.class)::getMethod)
                        .flatMap(method -> method.getAccessesToSelf().stream())
                        .map(access -> access.getOriginOwner().getSimpleName()))
                .hasSize(2)
                .containsOnly("PoliceFacts");
    }

    @Test
    void everyDecisionIsInTheirIndex() throws IOException {
        String index = Files.readString(Path.of("docs/adr/README.md"));
        try (Stream<Path> files = Files.list(Path.of("docs/adr"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d.*")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }

    @Test
    void whatARoomIsMadeOfStandsOneOnTheOther() {
        slices().matching("org.safecontact.(*).(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void diagramsAndPagesGoThroughServicesNotToTheTables() {
        noClasses()
                .that()
                .resideInAnyPackage("..process..", "..web..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Repository.class)
                .check(PRODUCT);
    }

    @Test
    void camundaIsKnownInProcessPackagesAndInTheRoomsThatRunItOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..process..", "org.safecontact.engine..", "org.safecontact.access..", "org.safecontact.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(PRODUCT);
    }

    @Test
    void theEnginesInsidesAreKnownInTheEngineRoomAndAtItsDoorOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.safecontact.engine..", "org.safecontact.access..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .check(PRODUCT);
    }

    @Test
    void timeComesFromTheOneClock() {
        for (Class<?> type : new Class<?>[] {
            Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class
        }) {
            noClasses().should().callMethod(type, "now").check(PRODUCT);
        }
        noClasses().should().callConstructor(Date.class).check(PRODUCT);
        noClasses().should().callMethod(Clock.class, "systemUTC").check(PRODUCT);
        noClasses().should().callMethod(Clock.class, "systemDefaultZone").check(PRODUCT);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(PRODUCT);
    }

    /** The record knows nobody above it, so it says for itself where its people are. */
    @Test
    void whereTheHouseIsStandsInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.safecontact.record..")
                .and()
                .doNotBelongToAnyOf(London.class)
                .should()
                .callMethod(ZoneId.class, "of", String.class)
                .check(PRODUCT);
    }

    @Test
    void partsAreHandedInNotReachedFor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(PRODUCT);
    }

    /** The engine's tables have one read model, {@code access/tasks-in-sight.xml}. */
    @Test
    void noStatementOfOursAsksTheEnginesTables() throws IOException {
        nothingIn("src/main/java", "\\bact_(ru|hi|re|ge|id)_");
    }

    /** The database's own clock cannot be moved, nor be the same on every node. */
    @Test
    void noStatementOfOursAsksTheDatabasesClock() throws IOException {
        String clocks = "current_timestamp|localtimestamp|clock_timestamp|(=|values \\(|default)\\s*now\\(\\)";
        nothingIn("src/main/java", clocks);
        nothingIn("src/main/resources/db/migration", clocks);
    }

    private static void nothingIn(String folder, String forbidden) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainPattern(Pattern.compile(forbidden, CASE_INSENSITIVE)));
        }
    }
}
