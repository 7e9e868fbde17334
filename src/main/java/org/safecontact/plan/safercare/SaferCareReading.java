package org.safecontact.plan.safercare;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safecontact.access.ChildAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.Person;
import org.safecontact.engine.KeptLooks;
import org.safecontact.plan.AlsoAgreed;
import org.safecontact.plan.PlanReading.Line;
import org.safecontact.plan.PlanReading.Part;
import org.safecontact.plan.PlanRegister;
import org.safecontact.record.Statement;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Safer Care Plan for whoever may read what is agreed about the child: one view for all of them. It holds no report and no word about one, so
 * nobody is shown less of it than anybody else.
 */
@Service
@Transactional
@NamedInterface("saferCare")
public class SaferCareReading implements AlsoAgreed {

    /** Its heading wherever it stands. */
    public static final String HEADING = "Safer Care Plan";

    /** Where no version was signed: reports closed before there were versions may have words that were. */
    public static final String NONE =
            "No Safer Care Plan is kept here yet. What was signed before stands in the report:"
                    + " ask the supervising social worker.";

    /** Heading of the entry that keeps a reading by duty. */
    public static final String READ_ON_DUTY = "The Safer Care Plan was read on duty";

    /** What a version is called among what carers have read. */
    private static final String BESIDE = "s";

    private final SaferCareDocument document;
    private final PlanRegister register;
    private final ChildAccess access;
    private final KeptLooks looks;
    private final Agency agency;
    private final HumanTime times;
    private final Clock clock;

    SaferCareReading(
            SaferCareDocument document,
            PlanRegister register,
            ChildAccess access,
            KeptLooks looks,
            Agency agency,
            HumanTime times,
            Clock clock) {
        this.document = document;
        this.register = register;
        this.access = access;
        this.looks = looks;
        this.agency = agency;
        this.times = times;
        this.clock = clock;
    }

    /**
     * A version as people read it.
     *
     * @param written by whom and when, and so {@code signed}
     * @param read who of the home has read and signed it, when, or that they have not yet; a line for each
     * @param past whether it was to be looked at again before today
     */
    public record Shown(
            int number,
            NewSaferCare words,
            String reviewOn,
            boolean past,
            String written,
            String signed,
            List<String> read) {}

    /**
     * @param versions the newest first
     * @param because the open case because of which duty reads it; empty for everybody whose own work it is
     */
    public record Page(Child child, List<Shown> versions, Optional<String> because) {}

    /** @throws NotYours when it is not this person's to read */
    public Page read(String childId, String personId) {
        access.requireRead(personId, childId);
        Child child = agency.child(childId).orElseThrow();
        List<SaferCareVersion> versions = document.versions(childId);
        Optional<String> because = access.becauseOf(personId, childId);
        because.ifPresent(reference -> keepTheLook(reference, child, versions, personId));
        return new Page(
                child,
                versions.stream()
                        .map(version -> shown(child, version, version.equals(versions.get(0))))
                        .toList(),
                because);
    }

    /**
     * The version that holds, for whoever writes or signs the next one because of a case; that duty read it stands in that case's record.
     *
     * @return empty where there is none, or it is not this person's to read
     */
    public Optional<SaferCareVersion> present(String childId, String personId, String reference) {
        if (!access.mayRead(personId, childId)) {
            return Optional.empty();
        }
        List<SaferCareVersion> versions = document.versions(childId);
        if (access.becauseOf(personId, childId).isPresent()) {
            keepTheLook(reference, agency.child(childId).orElseThrow(), versions, personId);
        }
        return versions.stream().findFirst();
    }

    /** Which version it is, in words: <i>Version 2, signed Tuesday 12 January 2027, 10:00 by Gray Teamwell</i>. */
    public String title(SaferCareVersion version) {
        return "Version " + version.number() + ", signed " + times.full(version.signedAt()) + " by "
                + agency.nameOf(version.signedBy());
    }

    /** What it says, each statement a question and its answer. */
    public List<Statement> statements(NewSaferCare words) {
        return Stream.of(
                        new Statement("What is done now", words.says()),
                        new Statement("What changed", words.changed()),
                        new Statement("Why", words.why()),
                        new Statement("What we will learn together, by when", words.learn()),
                        new Statement("To be looked at again by", HumanTime.date(words.reviewOn())))
                .filter(statement -> !statement.answer().isEmpty())
                .toList();
    }

    @Override
    public Part about(String childId, String personId) {
        return new Part(
                HEADING,
                document.present(childId).stream()
                        .map(version ->
                                new Line(0, title(version).replaceFirst(", s", ". S"), details(version.text()), ""))
                        .toList());
    }

    @Override
    public String none(String childId, String personId) {
        return document.present(childId).isEmpty() ? NONE : "";
    }

    @Override
    public String mark(String childId, String personId) {
        return document.present(childId)
                .map(version -> BESIDE + version.number())
                .orElse("");
    }

    @Override
    public String signs(String childId) {
        return document.present(childId)
                .map(version -> "the Safer Care Plan, version " + version.number())
                .orElse("");
    }

    @Override
    public String path(String childId) {
        return document.present(childId).isEmpty() ? "" : "/safe-contact/s/" + childId;
    }

    @Override
    public String more() {
        return "All its versions, and who has signed";
    }

    /** A line for each line that was typed: a plan is read, and a list in it stays one. */
    private List<String> details(SaferCareText text) {
        List<String> details = new ArrayList<>();
        statements(text.words())
                .forEach(statement -> (statement.question() + ": " + statement.answer())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(details::add));
        return details;
    }

    private Shown shown(Child child, SaferCareVersion version, boolean present) {
        SaferCareText text = version.text();
        LocalDate today = clock.instant().atZone(London.ZONE).toLocalDate();
        return new Shown(
                version.number(),
                text.words(),
                HumanTime.date(text.words().reviewOn()),
                present && text.words().reviewOn().isBefore(today),
                "Written by " + who(text.writtenBy()) + ", " + times.full(text.writtenAt()),
                "Signed by " + who(version.signedBy()) + ", " + times.full(version.signedAt()),
                readers(child, version, present));
    }

    private String who(String personId) {
        return agency.person(personId).isPresent() ? agency.roleAndNameOf(personId) : agency.nameOf(personId);
    }

    /** Who lived with the child before is nobody's to read in the home where it lives now. */
    private List<String> readers(Child child, SaferCareVersion version, boolean present) {
        Map<String, Instant> read = register.readBeside(child.id(), BESIDE + version.number());
        List<Person> home = agency.carersOf(child.householdId());
        List<String> lines = new ArrayList<>();
        for (Person carer : home) {
            if (read.containsKey(carer.id())) {
                lines.add(carer.name() + ": " + times.full(read.get(carer.id())));
            } else if (present) {
                lines.add(carer.name() + ": not yet");
            }
        }
        read.entrySet().stream()
                .filter(entry -> home.stream().map(Person::id).noneMatch(entry.getKey()::equals))
                .map(entry -> "A carer of the home before: " + times.full(entry.getValue()))
                .forEach(lines::add);
        return lines;
    }

    private void keepTheLook(String reference, Child child, List<SaferCareVersion> versions, String personId) {
        looks.once(
                reference,
                READ_ON_DUTY,
                List.of(
                        new Statement("Who", agency.nameOf(personId)),
                        new Statement("About", child.label()),
                        new Statement(
                                "Version",
                                versions.isEmpty()
                                        ? "none yet"
                                        : String.valueOf(versions.get(0).number()))),
                personId);
    }
}
