package org.safecontact.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.util.FileSystemUtils;

/** The agency's folder as the next start reads it: the demonstration's with something changed. */
@TestComponent
public class NextFolder {

    private static final Path DEMO = Path.of("src/main/resources/demo-agency");
    private static final Path FOLDERS = Path.of("target", "agency-folders");

    private final AgencyLoader loader;

    NextFolder(AgencyLoader loader) {
        this.loader = loader;
    }

    /** Somebody is away; from and until as the folder's file has them. */
    public void somebodyIsAway(String personId, String from, String until) {
        change(
                "people.yaml",
                "- id: " + personId + "\n",
                "- id: " + personId + "\n  absences: [{from: " + from + ", until: " + until + "}]\n");
    }

    /** Somebody is suspended from this time on. */
    public void somebodyIsSuspended(String personId, String from) {
        change("people.yaml", "- id: " + personId + "\n", "- id: " + personId + "\n  suspendedFrom: " + from + "\n");
    }

    /** Somebody is related to somebody else. */
    public void somebodyIsRelated(String personId, String otherId) {
        change("people.yaml", "- id: " + personId + "\n", "- id: " + personId + "\n  relatedTo: [" + otherId + "]\n");
    }

    /** Somebody is not with the agency any more. */
    public void somebodyLeaves(String personId) {
        change("people.yaml", Pattern.compile("- id: " + personId + "\n(  .*\n)*"), "");
    }

    /** A carer cares in another home now. */
    public void somebodyMoves(String carerId, String home) {
        change("people.yaml", Pattern.compile("(- id: " + carerId + "\n(?:  .*\n)*?  household: ).*"), "$1" + home);
    }

    /** A child lives in another home now. */
    public void childMoves(String childId, String home) {
        change("children.yaml", Pattern.compile("(- id: " + childId + "\n(?:  .*\n)*?  household: ).*"), "$1" + home);
    }

    /** Somebody does other work now. */
    public void somebodyBecomes(String personId, String role) {
        change("people.yaml", Pattern.compile("(- id: " + personId + "\n(?:  .*\n)*?  roles: ).*"), "$1[" + role + "]");
    }

    /** A home belongs to another team now, which somebody else manages. */
    public void anotherTeam(String home, String managerId) {
        String west = "- id: West\n  name: Team West\n  managers: [" + managerId + "]\n";
        String manager = "- id: " + managerId + "\n  name: Vic Westley\n  roles: [teamManager]\n"
                + "  telephone: \"07700 900499\"\n  email: " + managerId + "@example.org\n";
        load(Map.of(
                "households.yaml",
                replacing(Pattern.compile("(- id: " + home + "\n(?:  .*\n)*?  team: ).*"), "$1West"),
                "teams.yaml",
                text -> text + west,
                "people.yaml",
                text -> text + manager));
    }

    /** A home of one worker is supervised by another now. */
    public void anotherSupervises(String before, String after) {
        change("households.yaml", "supervisedBy: " + before, "supervisedBy: " + after);
    }

    /** Who is dangerous to one child is dangerous to another too. */
    public void isDangerousToo(String child, String other) {
        change("dangerous-people.yaml", "children: [" + child + "]", "children: [" + child + ", " + other + "]");
    }

    /** The agency decides some of its own times; each as the folder's file has it: {@code unsentReport: PT20M}. */
    public void ownTimes(String... times) {
        change("agency.yaml", "name:", "times: {" + String.join(", ", times) + "}\nname:");
    }

    /** A policy of the folder says something else now: its owner, its day. */
    public void aPolicyChanges(String old, String with) {
        change("policies.yaml", old, with);
    }

    /** The document of a policy has other words now, and its line is not touched. */
    public void aPolicyIsRewritten(String document, String words) {
        load(Map.of("policies/" + document, text -> words));
    }

    /** The document of a policy has other words now, as a new version. */
    public void aPolicyIsRewritten(String document, String words, String version) {
        load(Map.of(
                "policies/" + document,
                text -> words,
                "policies.yaml",
                replacing(
                        Pattern.compile("version: \"1\"(\n(?:  .*\n)*?  document: " + document + ")"),
                        "version: \"" + version + "\"$1")));
    }

    /** The document of a policy is a PDF now, as a new version. */
    public void aPolicyIsPdf(String document, String content, String version) {
        String pdf = document.replace(".md", ".pdf");
        load(Map.of(
                "policies/" + pdf,
                text -> content,
                "policies.yaml",
                replacing(
                        Pattern.compile("version: \"1\"(\n(?:  .*\n)*?  document: )" + document),
                        "version: \"" + version + "\"$1" + pdf)));
    }

    /** A policy is not in the folder any more. */
    public void aPolicyIsMissing(String policyId) {
        change("policies.yaml", Pattern.compile("- id: " + policyId + "\n(  .*\n)*"), "");
    }

    /** The demonstration's again. */
    public void unchanged() {
        loader.load(DEMO.toString());
    }

    private void change(String file, String old, String with) {
        change(file, Pattern.compile(Pattern.quote(old)), Matcher.quoteReplacement(with));
    }

    private void change(String file, Pattern old, String with) {
        load(Map.of(file, replacing(old, with)));
    }

    private static UnaryOperator<String> replacing(Pattern old, String with) {
        return text -> {
            if (!old.matcher(text).find()) {
                throw new IllegalArgumentException("There is no " + old);
            }
            return old.matcher(text).replaceAll(with);
        };
    }

    private void load(Map<String, UnaryOperator<String>> changes) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(FOLDERS), "folder");
            FileSystemUtils.copyRecursively(DEMO, folder);
            for (Map.Entry<String, UnaryOperator<String>> change : changes.entrySet()) {
                Path file = folder.resolve(change.getKey());
                String before = Files.exists(file) ? Files.readString(file) : "";
                Files.writeString(file, change.getValue().apply(before));
            }
            loader.load(folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
