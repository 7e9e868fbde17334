package org.safecontact.access.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.safecontact.access.process.TaskAnswers;
import org.springframework.stereotype.Component;

/** What the door finds out and answers by itself. */
@Component
class DoorAnswers {

    private final TaskAnswers tasks;
    private final Refusal refusal;

    DoorAnswers(TaskAnswers tasks, Refusal refusal) {
        this.tasks = tasks;
        this.refusal = refusal;
    }

    /** Whether person and case allow it; when not, the refusal is written. */
    boolean goOn(DoorLine.Question question, String personId, String id, HttpServletResponse response)
            throws IOException {
        TaskAnswers.TaskAnswer answer = switch (question) {
            case READ_TASK -> tasks.mayRead(personId, id);
            case WORK_TASK, SEND_FORM -> tasks.mayWork(personId, id);
            case CURRENT_REPORT, FAILED_JOB -> null;
        };
        if (answer == null) {
            boolean current =
                    question == DoorLine.Question.FAILED_JOB ? tasks.isFailedJob(id) : tasks.isCurrentReport(id);
            if (!current) {
                refusal.notOpen(response);
            }
            return current;
        }
        switch (answer.outcome()) {
            case YES -> {
                return true;
            }
            case TAKEN -> refusal.taken(response, answer.by().orElseThrow(), answer.since());
            case DONE -> {
                if (question == DoorLine.Question.SEND_FORM) {
                    return true;
                }
                refusal.done(response, answer.by(), answer.since().orElseThrow());
            }
            case FOR_OTHERS -> refusal.forOthers(response, answer.roles());
            case FOR_A_SECOND -> refusal.forASecond(response);
            case NOTHING -> refusal.notThere(response);
        }
        return false;
    }

    void literally(String answer, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
