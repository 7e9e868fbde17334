package org.safecontact.referral.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names of the diagram {@code external-referral}. */
final class ExternalReferral {

    static final String HEAR_OF_REFERRAL = "hearOfReferral";

    /** A later assessment says that it was asked. */
    static final String ASKED_MEANWHILE = "referral.askedMeanwhile";
    /** Nobody is asked any more. */
    static final String CALLED_OFF = "referral.calledOff";

    /** Long: which one. */
    static final String REFERRAL = "referral";
    /** Boolean: it was asked. */
    static final String ASKED = "asked";
    /** Date: when it was asked last. */
    static final String ASKED_AT = "askedAt";
    /** Boolean: it says what it does about it. */
    static final String ANSWERS = "answers";
    /** Boolean: it did. */
    static final String ANSWERED = "answered";

    private ExternalReferral() {}

    static long referral(VariableScope scope) {
        return (Long) scope.getVariable(REFERRAL);
    }

    static Instant askedAt(VariableScope scope) {
        return ((Date) scope.getVariable(ASKED_AT)).toInstant();
    }
}
