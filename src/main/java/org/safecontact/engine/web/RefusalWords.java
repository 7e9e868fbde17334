package org.safecontact.engine.web;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.IfInDanger;
import org.safecontact.engine.FormRefused;
import org.safecontact.engine.NotPossible;
import org.safecontact.engine.SomebodyWasFaster;
import org.springframework.stereotype.Component;

/** Says what was refused and what to do now. Wherever something is refused, the way to help stands beside it. */
@Component
class RefusalWords {

    private static final String FASTER = "SomebodyWasFaster";

    private final Agency agency;
    private final IfInDanger ifInDanger;

    RefusalWords(Agency agency, IfInDanger ifInDanger) {
        this.agency = agency;
        this.ifInDanger = ifInDanger;
    }

    Refusal of(RuntimeException problem, int status) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormRefused refused) {
                return form(refused);
            }
            if (cause instanceof SomebodyWasFaster faster) {
                return refusal(409, faster.getClass().getSimpleName(), faster.getMessage());
            }
            if (cause instanceof TaskAlreadyClaimedException claimed) {
                return refusal(409, FASTER, agency.nameOf(claimed.getTaskAssignee()) + " has already got this.");
            }
            if (cause instanceof OptimisticLockingException) {
                return refusal(409, FASTER, "Somebody else worked on this in the same moment. Please open it again.");
            }
            if (isMissingTask(cause)) {
                return gone();
            }
            if (cause instanceof AuthorizationException || cause instanceof NotYours) {
                return refusal(403, "NotYours", new NotYours().getMessage());
            }
        }
        return notPossible(status);
    }

    /** Whatever it was, it was nothing that a person can put right. */
    Refusal notPossible(int status) {
        return refusal(status, "NotPossible", NotPossible.WORDS);
    }

    /** What somebody looked for is not there, as far as they can know. */
    Refusal gone() {
        return refusal(409, FASTER, SomebodyWasFaster.GONE);
    }

    private static boolean isMissingTask(Throwable cause) {
        return (cause instanceof NullValueException || cause instanceof BadUserRequestException)
                && String.valueOf(cause.getMessage()).startsWith("Cannot find task with id");
    }

    private Refusal form(FormRefused refused) {
        String whole = refused.messages().get("");
        String message = whole != null
                ? whole
                : "Nothing has been sent yet. "
                        + String.join(" ", refused.messages().values());
        return new Refusal(400, "FormRefused", withHelp(message), refused.messages());
    }

    private Refusal refusal(int status, String type, String message) {
        return new Refusal(status, type, withHelp(message), Map.of());
    }

    private String withHelp(String message) {
        return message + " " + ifInDanger.sentence();
    }
}
