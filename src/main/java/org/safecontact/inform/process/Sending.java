package org.safecontact.inform.process;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.safecontact.incident.CaseNames;
import org.safecontact.inform.Call;
import org.safecontact.inform.OutgoingMessage;
import org.safecontact.inform.SetInMotion;

/**
 * Sets messages and calls in motion, in the transaction of the step that they belong to. Each is an instance of its
 * own, so that an answer does not take away a call that still has to be made.
 */
final class Sending {

    private Sending() {}

    static void start(SetInMotion inMotion, DelegateExecution execution) {
        start(inMotion, execution.getProcessEngineServices().getRuntimeService());
    }

    static void start(SetInMotion inMotion, RuntimeService runtime) {
        inMotion.messages().forEach(message -> start(message, runtime));
        inMotion.calls().forEach(call -> start(call, runtime));
    }

    static void start(OutgoingMessage message, RuntimeService runtime) {
        runtime.startProcessInstanceByKey(
                InformNames.DELIVER_MESSAGE,
                message.reference(),
                Variables.putValue(CaseNames.REFERENCE, message.reference())
                        .putValue(InformNames.MESSAGE_ID, message.id()));
    }

    private static void start(Call call, RuntimeService runtime) {
        runtime.startProcessInstanceByKey(
                InformNames.TELL_BY_TELEPHONE,
                call.reference(),
                Variables.putValue(CaseNames.REFERENCE, call.reference())
                        .putValue(InformNames.LADDER, call.ladder())
                        .putValue(InformNames.OFFICE, call.role())
                        .putValue(CaseNames.PURPOSE, call.purpose().id())
                        .putValue(InformNames.ASKED_MORE, 0)
                        .putValue(
                                InformNames.LIMIT_BEGAN,
                                call.began().map(Date::from).orElse(null)));
    }
}
