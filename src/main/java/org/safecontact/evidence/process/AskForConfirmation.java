package org.safecontact.evidence.process;

import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.evidence.OnlyWords;
import org.safecontact.evidence.SealedFiles;
import org.springframework.stereotype.Component;

/** The registered manager asks whoever added a locked file for the confirmation again; doubt seals. */
@Component
class AskForConfirmation implements UserTaskWork {

    private final SealedFiles sealed;
    private final FileWords words;
    private final Agency agency;

    AskForConfirmation(SealedFiles sealed, FileWords words, Agency agency) {
        this.sealed = sealed;
        this.words = words;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return "askForConfirmation";
    }

    @Override
    public String recordedAs() {
        return "A locked file: asked again";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task);
        shown.put("confirmation", OnlyWords.WORDS);
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        String answer = answers.one("answer").orElseThrow();
        String by = task.person().orElseThrow();
        if (answer.equals("confirmed")) {
            sealed.confirmedAgain(FileWords.id(task), by);
        } else {
            sealed.seal(FileWords.id(task), by, agency.nameOf(words.file(task).addedBy()) + " is not sure");
        }
        return Map.of(SealedFile.ANSWER, answer);
    }
}
