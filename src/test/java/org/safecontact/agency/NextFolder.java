package org.safecontact.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

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

    /** The demonstration's again. */
    public void unchanged() {
        loader.load(DEMO.toString());
    }

    private void change(String file, String old, String with) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(FOLDERS), "folder");
            for (Path each : demonstration()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
            String text = Files.readString(folder.resolve(file));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " has no " + old);
            }
            Files.writeString(folder.resolve(file), text.replace(old, with));
            loader.load(folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> demonstration() throws IOException {
        try (var files = Files.list(DEMO)) {
            return files.toList();
        }
    }
}
