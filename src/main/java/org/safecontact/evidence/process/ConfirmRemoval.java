package org.safecontact.evidence.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.SecondPerson;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.evidence.PoliceDirection;
import org.safecontact.evidence.SealedFiles;
import org.springframework.stereotype.Component;

/** A second person agrees, or not, that a sealed file is removed as a police officer directed. */
@Component
class ConfirmRemoval implements UserTaskWork, SecondPerson {

    private final SealedFiles sealed;
    private final FileWords words;
    private final Agency agency;

    ConfirmRemoval(SealedFiles sealed, FileWords words, Agency agency) {
        this.sealed = sealed;
        this.words = words;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return "confirmRemoval";
    }

    @Override
    public String recordedAs() {
        return "Removing a sealed file: the second person";
    }

    @Override
    public Optional<String> first(String reference, Map<String, Object> variables) {
        return sealed.direction(FileWords.id(variables)).map(PoliceDirection.Decided::decidedBy);
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task);
        sealed.direction(FileWords.id(task)).ifPresent(decided -> {
            PoliceDirection direction = decided.direction();
            shown.put("decidedBy", agency.nameOf(decided.decidedBy()));
            shown.put("officer", AsTyped.inText(direction.officer()));
            shown.put("officerNumber", AsTyped.inText(direction.officerNumber()));
            shown.put("force", AsTyped.inText(direction.force()));
            shown.put("policeReference", AsTyped.inText(direction.policeReference()));
            shown.put("backups", AsTyped.inText(direction.backups()));
        });
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String agreed = answers.one("agreed").orElseThrow();
        String by = task.person().orElseThrow();
        boolean same = sealed.direction(FileWords.id(task))
                .filter(decided -> decided.decidedBy().equals(by))
                .isPresent();
        if (same) {
            throw new FormRefused("agreed", "You decided this first. Somebody else has to agree.");
        }
        if (agreed.equals("yes")) {
            sealed.remove(FileWords.id(task), by);
        }
        return Map.of(SealedFile.AGREED, agreed);
    }
}
