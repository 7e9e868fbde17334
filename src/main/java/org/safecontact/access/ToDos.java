package org.safecontact.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;

/**
 * Keys of the to-dos that several rooms go by: user tasks in the diagrams of whoever stands above (contract, section 3). What only one room
 * knows stands there.
 */
public final class ToDos {

    public static final String REPORT_CONTACT = "reportContact";
    public static final String PRESERVE_EVIDENCE = "preserveEvidence";
    public static final String CALL_POLICE = "callPolice";
    public static final String ASSESS_ESCALATION = "assessEscalation";
    public static final String COMPLETE_RECORD = "completeRecord";
    public static final String OBSERVE_WELLBEING = "observeWellbeing";
    public static final String TOUCHPOINT = "touchpoint";
    public static final String READ_PLAN = "readPlan";
    public static final String RECORD_CONTACT = "recordContact";

    /** A limit on phone or apps is written down, and what was decided about it is read. */
    public static final String PROPOSE_RESTRICTION = "proposeRestriction";

    public static final String READ_RESTRICTION = "readRestriction";

    /** A carer does what was agreed about online safety. */
    public static final String DO_OPEN_POINT = "doOpenPoint";

    /** What got out is made private again, with the child. */
    public static final String MAKE_PRIVATE = "makePrivate";

    public static final String ASK_FOR_CONTACT = "askForContact";
    public static final String READ_DECISION = "readDecision";

    /** Who has not read it is rung. */
    public static final String TELL_DECISION = "tellDecision";

    /** Whoever knows of sexual abuse makes their own report of it. */
    public static final String MAKE_OWN_REPORT = "makeOwnReport";

    /** What carers are asked to do: helping with it, or ringing them about it, is a worker's own to-do. */
    public static final List<String> OF_CARERS = List.of(
            REPORT_CONTACT,
            PRESERVE_EVIDENCE,
            CALL_POLICE,
            COMPLETE_RECORD,
            OBSERVE_WELLBEING,
            READ_PLAN,
            RECORD_CONTACT,
            ASK_FOR_CONTACT,
            READ_DECISION,
            MAKE_PRIVATE,
            PROPOSE_RESTRICTION,
            READ_RESTRICTION,
            MAKE_OWN_REPORT,
            DO_OPEN_POINT);

    /** Nobody reads for somebody else, and nobody's own report is another's. */
    public static final List<String> OF_ONE_READER =
            List.of(READ_PLAN, READ_DECISION, READ_RESTRICTION, MAKE_OWN_REPORT);

    public static final String CLOSE_INCIDENT = "closeIncident";

    /** An alarm; its own diagram asks the next people when whoever took it does not answer. */
    public static final String ACKNOWLEDGE = "acknowledge";

    public static final String RING_CARER = "ringCarer";

    /** A call that was promised to a carer; its own diagram asks others when it is not made. */
    public static final String RING_AS_AGREED = "ringAsAgreed";

    /** An agreed contact upset the child: whoever supervises the home rings. */
    public static final String HEAR_OF_CONTACT = "hearOfContact";

    public static final String TELL_BY_TELEPHONE = "tellByTelephone";

    /** Somebody else decides. */
    public static final String SECOND_SIGNATURE = "secondSignature";

    public static final String CONFIRM_WITHDRAWAL = "confirmWithdrawal";
    public static final String DECIDE_LOWERING = "decideLowering";
    public static final String DECIDE_CONTACT = "decideContact";
    public static final String ASK_LEGAL_ADVICE = "askLegalAdvice";
    public static final String DEAL_WITH_SEALED_FILE = "dealWithSealedFile";

    /** Whoever saved a copy of a file before it was sealed. */
    public static final String LEAVE_COPY = "leaveCopy";

    public static final String RATIFY_RESTRICTION = "ratifyRestriction";
    public static final String AUTHORISE_RESTRICTION = "authoriseRestriction";
    public static final String REVIEW_RESTRICTION = "reviewRestriction";

    /** A limit is over: somebody makes sure that it is undone. */
    public static final String CONFIRM_RETURNED = "confirmReturned";

    /** Private details got out: the home is rung. */
    public static final String CHECK_ADDRESS_SAFETY = "checkAddressSafety";

    /** It was not safe there: the home is rung again. */
    public static final String CHECK_AGAIN = "checkAgain";

    /** The school got out: it hears by way of the child's social worker. */
    public static final String TELL_SCHOOL = "tellSchool";

    public static final String AGREE_TAKEDOWN = "agreeTakedown";
    public static final String DEAL_WITH_BREACH = "dealWithBreach";

    /** Whether the Information Commissioner has to know. */
    public static final String ANSWER_REGULATOR = "answerRegulator";

    /** A body outside is asked to act. */
    public static final String MAKE_REFERRAL = "makeReferral";

    /** Technical help did something in a case. */
    public static final String CASE_WAS_TOUCHED = "caseWasTouched";

    /** The same account stands in reports about two children. */
    public static final String DECIDE_ABOUT_ACCOUNT = "decideAboutAccount";

    private ToDos() {}

    /**
     * Whether it is for workers to do, and so can be late: nobody shows a carer as late (practice, section 3). What carers are asked to do is,
     * where a worker has it, or where it waits for people of whom none is of a home or an authority; a report never.
     *
     * @param holder who has it
     * @param people to whom it is offered by name
     */
    public static boolean isOfWorkers(Agency agency, String key, Optional<String> holder, Set<String> people) {
        if (!OF_CARERS.contains(key)) {
            return true;
        }
        Set<String> theirs = holder.map(Set::of).orElse(people);
        return !key.equals(REPORT_CONTACT)
                && !theirs.isEmpty()
                && theirs.stream()
                        .noneMatch(id -> agency.is(id, Role.CARER) || agency.is(id, Role.CHILDS_SOCIAL_WORKER));
    }
}
