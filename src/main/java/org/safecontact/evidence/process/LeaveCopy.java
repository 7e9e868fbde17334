package org.safecontact.evidence.process;

import java.util.Map;
import org.safecontact.access.ToDos;
import org.safecontact.agency.Agency;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.springframework.stereotype.Component;

/** Whoever saved a copy of a file before it was sealed leaves it, and says where it is (Protection of Children Act 1978, section 1). */
@Component
class LeaveCopy implements UserTaskWork {

    private final FileWords words;
    private final Agency agency;

    LeaveCopy(FileWords words, Agency agency) {
        this.words = words;
        this.agency = agency;
    }

    @Override
    public String taskKey() {
        return ToDos.LEAVE_COPY;
    }

    @Override
    public String recordedAs() {
        return "A sealed file: the copy that was saved before";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = words.about(task);
        shown.put("holder", agency.nameOf((String) task.variables().get(SealedFile.HOLDER)));
        return shown;
    }
}
