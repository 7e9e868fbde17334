package org.safecontact.evidence.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.evidence.PoliceDirection;
import org.safecontact.evidence.SealedFiles;
import org.springframework.stereotype.Component;

/** The registered manager tells the police of a sealed file and notes what they direct. */
@Component
class DealWithSealedFile implements UserTaskWork {

    private final SealedFiles sealed;
    private final FileWords words;

    DealWithSealedFile(SealedFiles sealed, FileWords words) {
        this.sealed = sealed;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ToDos.DEAL_WITH_SEALED_FILE;
    }

    @Override
    public String recordedAs() {
        return "A sealed file: the police";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return words.about(task);
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String direction = answers.one("direction").orElseThrow();
        String by = task.person().orElseThrow();
        if (direction.equals("remove")) {
            sealed.direct(
                    FileWords.id(task),
                    by,
                    new PoliceDirection(
                            answers.one("officer").orElseThrow(),
                            answers.one("officerNumber").orElseThrow(),
                            answers.one("force").orElseThrow(),
                            answers.one("policeReference").orElseThrow(),
                            answers.one("backups").orElseThrow()));
        } else {
            sealed.keepSealed(FileWords.id(task), by);
        }
        return Map.of(SealedFile.DIRECTION, direction);
    }
}
