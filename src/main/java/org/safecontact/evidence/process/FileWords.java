package org.safecontact.evidence.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.evidence.EvidenceFile;
import org.safecontact.evidence.SealedFiles;
import org.springframework.stereotype.Component;

/** What the forms about a file show: which file, who added it when; never the file. */
@Component
class FileWords {

    private final SealedFiles sealed;
    private final Agency agency;
    private final HumanTime time;

    FileWords(SealedFiles sealed, Agency agency, HumanTime time) {
        this.sealed = sealed;
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

    private String copies(EvidenceFile file) {
        String each = sealed.copies(file.id()).stream()
                .map(touch -> "- " + AsTyped.inText(agency.nameOf(touch.personId()) + ", " + time.full(touch.at())))
                .collect(Collectors.joining("\n"));
        return each.isEmpty() ? "Nobody saved a copy here to look at." : "Who saved a copy here to look at:\n\n" + each;
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
