package org.safecontact.inform.process;

/** Names in the diagrams of this area. Variables are ids and enumerations only. */
public final class InformNames {

    public static final String DELIVER_MESSAGE = "deliver-message";
    public static final String TELL_BY_TELEPHONE = "tell-by-telephone";
    public static final String RING_AS_AGREED = "ring-as-agreed";

    public static final String MESSAGE_NOT_DELIVERED = "messageNotDelivered";

    /** The timer that gives the next people their turn. */
    public static final String NOBODY_ANSWERED = "boundaryEvent_nobodyAnswered";

    /** The timer of the next attempt to hand a message over. */
    public static final String TRY_AGAIN = "boundaryEvent_tryAgain";

    /** What is asked of whoever takes over in the morning, as they read it. */
    public static final String TAKE_OVER = "Take over from the night";

    /** Id of the alarm: that of its process instance. */
    public static final String LADDER = "ladder";
    /** Message-ID of an outgoing message. */
    public static final String MESSAGE_ID = "messageId";
    /** Which of the authority's offices is to be rung: a role of who-to-tell. */
    public static final String OFFICE = "office";
    /** How often more people were asked to ring. */
    public static final String ASKED_MORE = "askedMore";
    /** Until when a call is to be made: counted once, however often nobody picks up. */
    public static final String RING_BY = "ringBy";
    /** When a limit began that a call is about; null where it is about none. */
    public static final String LIMIT_BEGAN = "limitBegan";
    /** User id of who promised the carer a call. */
    public static final String PROMISED_BY = "promisedBy";
    /** Whether the carer is rung once more. */
    public static final String RINGS_AGAIN = "ringsAgain";
    /** Whether a call reached somebody. */
    public static final String REACHED = "reached";
    /** Whether an answer named somebody near the child who was not named before. */
    public static final String SOMEBODY_NAMED_NOW = "somebodyNamedNow";

    /** The BPMN error of a message that was not taken. */
    public static final String NOT_TAKEN = "message.notTaken";

    /** Everything of this area that runs for a case ends. */
    public static final String CALLED_OFF = "inform.calledOff";

    /** Somebody near the child is named: an alarm goes on to whoever answers for the service. */
    public static final String MANAGER_FIRST = "inform.managerFirst";

    private InformNames() {}
}
