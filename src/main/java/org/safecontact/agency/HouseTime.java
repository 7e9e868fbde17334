package org.safecontact.agency;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The times that the agency decides for itself, each with what holds until its folder says otherwise ({@code times} in
 * {@code agency.yaml}, docs/agency-folder.md). A time by the clock is an ISO duration ({@code PT15M}) and stays one: a
 * duty that runs through nights and weekends must not wait for the office by a slip. The others are deadlines as
 * {@link WorkingTime#due(java.time.Instant, String)} takes them. Duties that the law or another body sets are none of
 * these. Source: contract, section 4 ("All durations are defaults"), practice notes, sections 1 to 4.
 */
public enum HouseTime {
    /** From the beginning of a report, while it is not sent, until somebody is asked to ring (practice, section 1). */
    UNSENT_REPORT("PT15M"),
    /** Until somebody is asked to ring about an unsent report again, when nobody answered. House default. */
    UNSENT_REPORT_AGAIN("PT15M"),
    /** How long ago a call may have been that is reported as told by telephone. House default. */
    OLDEST_CALL("P7D"),
    /** Until somebody is asked to ring about a report that is still not sent, though its reporter was spoken with. House default. */
    UNSENT_REPORT_STILL("PT4H"),
    /** To ring a carer when it cannot wait: a report that was not sent, police that nobody confirmed, which is asked again as often. House default. */
    RING_CARER("PT5M"),
    /** To confirm that the police know when somebody is in danger, before everybody told is asked (practice, section 1). */
    POLICE_IN_DANGER("PT5M"),
    /** To confirm that the police know when nobody is in danger now, before more people are asked (practice, section 1). */
    POLICE("PT1H"),
    /** While only the person who reported is asked, before the home's other carer is too (practice, section 1). */
    OTHER_CARER("PT2H"),
    /** To keep the evidence; then the home's other carer is asked too (practice, section 1). */
    EVIDENCE("PT2H"),
    /** From when somebody is asked to keep the evidence until the supervising social worker is asked too, when nobody did. House default. */
    EVIDENCE_BY_WORKER("PT24H"),
    /** From when somebody acting for the agency knew until the record is full, and until help with it is offered again (practice, section 3). House default. */
    FULL_RECORD("PT24H"),
    /** For a full record whose time was over when the case opened (practice, section 2). */
    LATE_RECORD("PT4H"),
    /** To help a carer to write the record. House default. */
    HELP_WITH_RECORD("WPT4H"),
    /** Between what happened and the report: later than that, both times are shown (practice, section 2). House default. */
    REPORTED_LATE("PT2H"),
    /** From a LOW report until it is reviewed (practice, section 1). */
    REVIEW_LOW("workingDays:2"),
    /** From any other report until it is reviewed (practice, section 1). */
    REVIEW("endOfNextWorkingDay"),
    /** From a report until the child's social worker knows, at LOW and MEDIUM (contract, who-to-tell). */
    TELL_AUTHORITY("endOfNextWorkingDay"),
    /** From a report that nobody has answered until somebody is asked to tell the child's social worker all the same. House default. */
    TELL_AUTHORITY_UNANSWERED("nextWorkingDay13:00"),
    /** To review the Safer Care Plan (practice, section 1). */
    SAFER_CARE_PLAN("workingDays:5"),
    /** To sign off the Safer Care Plan (practice, section 1). */
    SIGN_OFF("workingDays:2"),
    /** For the second person to say whether a report was started by accident. House default. */
    CONFIRM_WITHDRAWAL("workingDays:2"),
    /** To close a report once everything is done. House default. */
    CLOSE("workingDays:10"),
    /** To close a report that was escalated: the child's next days lie in between. House default. */
    CLOSE_ESCALATED("workingDays:20"),
    /** For which a carer's list says of a report that was closed how it ended. House default. */
    CLOSED_ON_LIST("P7D"),
    /** From an IMMEDIATE report until it is assessed (practice, section 1). */
    ASSESS_IN_DANGER("PT1H"),
    /** From a HIGH report until it is assessed (practice, section 1). */
    ASSESS("PT4H"),
    /** To decide whether a level is lowered. House default. */
    LOWER_LEVEL("endOfNextWorkingDay"),
    /** For the person who did not assess to sign (practice, section 1). House default. */
    SECOND_SIGNATURE("endOfNextWorkingDay"),
    /** From an alarm out of hours until it is handed over in the morning (contract, who-to-tell). */
    HANDOVER("nextWorkingDay09:00"),
    /** For which what was taken stays with whoever took it at HIGH and above; an alarm once for each person and turn (practice, section 1). */
    TAKEN("PT10M"),
    /**
     * From the time that was agreed with a carer until others are asked to ring, at HIGH and above, and as often again: as the alarm repeats
     * (contract, section 3). House default.
     */
    PROMISED_CALL("PT15M"),
    /** The same below HIGH: when the office opens next (contract, section 4: office hours). House default. */
    PROMISED_CALL_ROUTINE("nextWorkingDay09:00"),
    /** In which nobody hears twice of an alarm that still waits, however often somebody is more worried. House default. */
    ASK_AGAIN("PT5M"),
    /** Until the alarm repeats after its last turn, at HIGH and above (contract, section 3). */
    ALARM_AGAIN_URGENT("PT15M"),
    /** Until the alarm repeats after its last turn, below HIGH (contract, section 3). */
    ALARM_AGAIN("P1D"),
    /** For which those told with a HIGH report wait for the answer to an open question (contract, who-to-tell). */
    OPEN_QUESTION("PT30M"),
    /** Of the office's day: with less than that left it counts as out of hours (contract, who-to-tell). */
    OFFICE_ENDS("PT30M"),
    /** To ring the child's authority, and between asking more people to (contract, who-to-tell). */
    CALL_AUTHORITY("PT30M"),
    /** Before the end of a call that may wait: from then on more people are asked to make it. House default. */
    CALL_ENDS("PT2H"),
    /** From when a carer took the child's phone until the child's social worker knows (practice, section 4). */
    PHONE_TAKEN("PT24H"),
    /** From when a phone was taken, or a limit was begun to be written down, until whoever supervises the home can write it too. House default. */
    LIMIT_WRITTEN("PT4H"),
    /** From when somebody began to ask for a limit until what was not sent is over. House default. */
    LIMIT_NOT_SENT("P7D"),
    /** For which a limit lasts at the most that was made because of danger, before a manager has looked at it. House default. */
    EMERGENCY_LIMIT("PT72H"),
    /** For which a limit goes on at the most that was written down when its longest time was over, until a manager has looked at it. House default. */
    LATE_LIMIT("PT24H"),
    /** For which it lasts at the most once a manager has looked at it; longer only as the authority agrees (domain brief, DMN-10). House default. */
    RATIFIED_LIMIT("P7D"),
    /** For which any limit lasts at the most before it needs new reasons. House default. */
    LONGEST_LIMIT("P84D"),
    /** To say what the authority answered about a limit that was asked for. House default. */
    AUTHORISE_LIMIT("endOfNextWorkingDay"),
    /** To look again at a limit whose day has come. House default. */
    REVIEW_LIMIT("endOfNextWorkingDay"),
    /** To read what was decided about a limit. House default. */
    READ_LIMIT("PT4H"),
    /** To make sure that the device was given back, and that somebody talked with the child. House default. */
    LIMIT_OVER("endOfNextWorkingDay"),
    /** The same where it took force, or may have: as to tell the police at HIGH (practice, section 1). House default. */
    FORCE_UNDONE("PT1H"),
    /** From one look at a child's online safety to the next, at the latest: every three months (policy, section 7). House default. */
    ONLINE_SAFETY("P91D"),
    /** From when a child came to a home until its online safety is looked at there. House default. */
    ONLINE_SAFETY_ARRIVED("P28D"),
    /** To look at it with carer and child once its day has come, or a report about the child was closed. House default. */
    HOLD_ONLINE_SAFETY("workingDays:5"),
    /** From the day by which a carer wanted to do something about it until the worker of the home has it, to help. House default. */
    HELP_WITH_ONLINE_SAFETY("workingDays:5"),
    /** From when private details are known to have got out until somebody rang the home; then the managers are asked too. House default. */
    ADDRESS_CHECK("PT4H"),
    /** To have the school told by way of the child's social worker, before the child is fetched from it. House default. */
    SCHOOL_TOLD("WPT2H"),
    /** To say whether anything more has to be kept before a takedown. House default. */
    AGREE_TAKEDOWN("PT4H"),
    /** Until it is asked again, at the latest, whether what the police want must still stay. House default. */
    TAKEDOWN_AGAIN("workingDays:5"),
    /** For the carer to make it private again with the child. House default. */
    MAKE_PRIVATE("PT12H"),
    /** Until the worker of the home is asked to make it private together with them. House default. */
    MAKE_PRIVATE_TOGETHER("PT24H"),
    /** For a worker to have taken down what others can still see after that. House default. */
    HAVE_TAKEN_DOWN("workingDays:2"),
    /** For the registered manager to deal with what one of us let out. House default. */
    DEAL_WITH_BREACH("endOfWorkingDay"),
    /** Before the end of the regulator's 72 hours: when the responsible individual is asked too. House default. */
    REGULATOR_NOTICE("PT24H"),
    /** To ask a body outside that has to hear of it now, once it was assessed (domain brief, DMN-9). House default. */
    REFERRAL_NOW("PT1H"),
    /** Of the day: with less than that left, whoever has to hear of it the same day is asked by the next morning. House default. */
    REFERRAL_SAME_DAY("PT2H"),
    /** For a body outside to answer that has no clock of its own, before it is asked again. House default. */
    REFERRAL_ANSWER("workingDays:5"),
    /** From when somebody is asked for their own report of sexual abuse until the registered manager hears that it is missing. House default. */
    OWN_REPORT("workingDays:1"),
    /** Until a message that did not leave is tried again, at HIGH and above. House default. */
    MESSAGE_AGAIN_URGENT("PT1M"),
    /** Until a message that did not leave is tried again, below HIGH. House default. */
    MESSAGE_AGAIN("PT15M"),
    /** To ring whom a message did not reach, at HIGH and above. House default. */
    RING_INSTEAD_URGENT("PT5M"),
    /** To ring whom a message did not reach, below HIGH. House default. */
    RING_INSTEAD("PT1H"),
    /** To ask whoever added a file for the confirmation again (practice, section 4). House default. */
    ASK_ABOUT_FILE("PT4H"),
    /** To tell the police of a sealed file: as at HIGH (practice, section 1). House default. */
    SEALED_FILE("PT1H"),
    /** For the registered manager to say what is done about an account that stands in reports about two children. House default. */
    SAME_ACCOUNT("PT4H"),
    /** The same where one of the reports is HIGH or IMMEDIATE: as for what is told to the police at HIGH (practice, section 1). House default. */
    SAME_ACCOUNT_URGENT("PT1H"),
    /** For the second person to agree that a sealed file is removed. House default. */
    REMOVE_FILE("PT24H"),
    /** Before the house's hour: what is reported later has its first look on the next evening (practice, section 3). */
    LOOK_NOTICE("PT1H"),
    /** From when a look is due until somebody rings instead: from 20:00 until noon. House default. */
    LOOK("PT16H"),
    /** The same at HIGH and IMMEDIATE where nobody looked the time before: from 20:00 until 09:00. House default. */
    LOOK_AFTER_MISSED("PT13H"),
    /** From when the last look was due until nobody is asked any more. House default. */
    LAST_LOOK("P14D"),
    /** To ring and ask how the child is when nobody looked. House default. */
    CALL_ABOUT_CHILD("endOfWorkingDay"),
    /** To tell the child's social worker of two looks in a row that were worse (practice, section 3). House default. */
    TELL_WORSE("endOfNextWorkingDay"),
    /** To close the looks after a child. House default. */
    CLOSE_LOOKS("workingDays:2"),
    /** To look after a case in which something did not happen by itself. House default. */
    STUCK_CASE("PT15M"),
    /** Until somebody is asked to look after a stuck case again. House default. */
    STUCK_CASE_AGAIN("PT1H"),
    /** To look at what technical help did in a case. House default. */
    TOUCHED_CASE("endOfNextWorkingDay"),
    /** To finish an entry of what is agreed that was begun. House default. */
    KEEP_PLAN("endOfWorkingDay"),
    /** For a second person to compare an order with the document. House default. */
    CHECK_ORDER("endOfNextWorkingDay"),
    /** For a carer to read what has changed in what is agreed. House default. */
    READ_PLAN("workingDays:2"),
    /** For a carer to read that somebody's contact is forbidden. House default. */
    READ_NO_CONTACT("PT4H"),
    /** For a carer to read a Safer Care Plan that was signed. House default. */
    READ_SAFER_CARE_PLAN("PT4H"),
    /** To send a request for contact that was begun. House default. */
    ASK_FOR_CONTACT("endOfNextWorkingDay"),
    /** For the authority to decide about a contact that was asked for; sooner where the day itself comes sooner. House default. */
    DECIDE_CONTACT("workingDays:5"),
    /** To ask for legal advice where a court's order stands against a contact. House default. */
    ASK_LEGAL_ADVICE("workingDays:2"),
    /** For the home to read what was decided about a contact; then somebody rings. House default. */
    READ_DECISION("workingDays:2"),
    /** The same where the contact comes sooner; a call still has to fit in before it. House default. */
    READ_DECISION_SOON("PT4H"),
    /** To ring the home about a decision that nobody has read. House default. */
    TELL_DECISION("endOfNextWorkingDay"),
    /** The same where the contact comes sooner. House default. */
    TELL_DECISION_SOON("PT1H"),
    /** Between the first reminder of something about contact that waits and asking the team manager too. House default. */
    TEAM_MANAGER_TOO("workingDays:2"),
    /** Before the end of what is agreed, or its review: when somebody is asked what comes then. House default. */
    LOOK_AGAIN("workingDays:10"),
    /** To say what comes after the end of what is agreed. House default. */
    SAY_WHAT_COMES("workingDays:5"),
    /** For which what is over by its own end still stands where the home reads what is agreed, and a limit that has ended. House default. */
    OVER_SHOWN("P28D"),
    /** To finish telling of an agreed contact that was begun. House default. */
    RECORD_CONTACT("endOfNextWorkingDay"),
    /** How long ago an agreed contact may have been that is told. House default. */
    OLDEST_CONTACT("P31D"),
    /** To ring the home when an agreed contact left the child very upset: as at MEDIUM (contract, who-to-tell). House default. */
    HEAR_OF_CONTACT("WPT2H"),
    /** Between asking one more to ring the home after such a contact, when nobody did in time. House default. */
    HEAR_OF_CONTACT_MORE("PT1H"),
    /** Before the day by which a policy is to be looked at again: when the registered manager is asked. House default. */
    POLICY_NOTICE("P30D"),
    /** To look at a policy whose day is past, that is missing or whose document was changed. House default. */
    LOOK_AT_POLICY("workingDays:5"),
    /** For which nobody is asked again at the most, once it is said what happens with a policy. House default. */
    POLICY_ASKED_AGAIN("P91D"),
    /** For which a change of a login stays on the screens of those it is shown to. House default. */
    LOGIN_CHANGE("P7D"),
    /** For which a screen that nobody touches stays open, until the login of a worker ends there. House default. */
    UNATTENDED("PT15M"),
    /** The same for a carer, who puts the phone down to look after the child and comes back to it in the same evening. House default. */
    UNATTENDED_AT_HOME("PT4H"),
    /** Before such an end: from then on the screen asks whether somebody is still there. House default. */
    UNATTENDED_NOTICE("PT2M");

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int LONGEST = 10;
    private static final Pattern WORKING_DAYS = Pattern.compile("workingDays:(\\d{1,3})");
    private static final Pattern ONE_DAY =
            Pattern.compile("endOfWorkingDay|endOfNextWorkingDay|nextWorkingDay([01]\\d|2[0-3]):[0-5]\\d");

    private final String usual;

    HouseTime(String usual) {
        this.usual = usual;
    }

    /** The name in the agency's folder: {@code unsentReport}. */
    public String id() {
        String words = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase())
                .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase() + words.substring(1);
    }

    /** What holds when the folder says nothing, as the folder would write it. */
    public String usual() {
        return usual;
    }

    static Optional<HouseTime> of(String id) {
        return Arrays.stream(values()).filter(time -> time.id().equals(id)).findFirst();
    }

    /** What is wrong with a value for this time and what to write instead; empty when it can stand. */
    Optional<String> problem(String value) {
        Optional<Duration> length = length(value).filter(known -> !byTheClock() || value.startsWith("P"));
        if (length.isEmpty()) {
            return Optional.of("which is not " + (byTheClock() ? "a time by the clock" : "a deadline")
                    + " (write it like " + usual + ")");
        }
        if (length.get().compareTo(SHORTEST) < 0) {
            return Optional.of("which is less than a minute (usual is " + usual + ")");
        }
        return length.get().compareTo(length(usual).orElseThrow().multipliedBy(LONGEST)) > 0
                ? Optional.of("which is more than " + LONGEST + " times as long as usual (" + usual + ")")
                : Optional.empty();
    }

    private boolean byTheClock() {
        return usual.startsWith("P");
    }

    /** How long about, a working day counted as a day; empty for what is no time at all. */
    private static Optional<Duration> length(String value) {
        Matcher days = WORKING_DAYS.matcher(value);
        if (days.matches()) {
            return Optional.of(Duration.ofDays(Long.parseLong(days.group(1))));
        }
        if (ONE_DAY.matcher(value).matches()) {
            return Optional.of(Duration.ofDays(1));
        }
        try {
            return value.matches("P.*|WPT.*")
                    ? Optional.of(Duration.parse(value.substring(value.indexOf('P'))))
                    : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
