package org.safecontact.evidence.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.access.CaseAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.evidence.EvidenceFile;
import org.safecontact.evidence.SealedFiles;
import org.safecontact.evidence.Touch;
import org.springframework.stereotype.Component;

/** What the forms about a file show: which file, who added it when; never the file. */
@Component
class FileWords {

    private final SealedFiles sealed;
    private final CaseAccess access;
    private final Agency agency;
    private final HumanTime time;

    FileWords(SealedFiles sealed, CaseAccess access, Agency agency, HumanTime time) {
        this.sealed = sealed;
        this.access = access;
        this.agency = agency;
        this.time = time;
    }

    Map<String, Object> about(OpenTask task) {
        EvidenceFile file = file(task);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reference", file.reference());
        shown.put("file", String.valueOf(file.number()));
        shown.put("fileType", file.type().words());
        shown.put("addedBy", agency.nameOf(file.addedBy()));
        shown.put("addedAt", time.full(file.addedAt()));
        shown.put("sha256", file.sha256());
        shown.put("copies", copies(file));
        return shown;
    }

    /** Who has one and what they are asked; whoever is kept away from the case is asked nothing, and hears nothing of it. */
    private String copies(EvidenceFile file) {
        Map<Boolean, List<Touch>> kept = sealed.copies(file.id()).stream()
                .collect(Collectors.partitioningBy(touch -> access.keptAway(touch.personId(), file.reference())));
        return Stream.of(
                        listed(
                                "Who saved a copy here to look at:",
                                kept.get(false),
                                "Each of them is asked to leave it, not to open it, and to say where it is. What they answer stands in"
                                        + " the record."),
                        listed(
                                "Saved a copy here too, and is kept away from this case now:",
                                kept.get(true),
                                "Nobody is asked about that here. Please tell the police, and ask them who speaks with that person."))
                .filter(words -> !words.isEmpty())
                .reduce((asked, notAsked) -> asked + "\n\n" + notAsked)
                .orElse("Nobody saved a copy here to look at.");
    }

    private String listed(String heading, List<Touch> copies, String asked) {
        return copies.isEmpty()
                ? ""
                : copies.stream()
                        .map(touch ->
                                "- " + AsTyped.inText(agency.nameOf(touch.personId()) + ", " + time.full(touch.at())))
                        .collect(Collectors.joining("\n", heading + "\n\n", "\n\n" + asked));
    }

    EvidenceFile file(OpenTask task) {
        return sealed.file(id(task));
    }

    static UUID id(OpenTask task) {
        return id(task.variables());
    }

    static UUID id(Map<String, Object> variables) {
        return UUID.fromString((String) variables.get(SealedFile.FILE_ID));
    }
}
