package org.safecontact.plan.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HouseTime;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.agency.WorkingTime;
import org.safecontact.plan.request.ContactRequest.Answer;
import org.safecontact.plan.request.ContactRequest.Asked;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows once contact was asked for: by when it is decided, and what whoever asked reads. */
@NamedInterface("request")
@Service
@Transactional(readOnly = true)
public class AfterAsking {

    private static final String NOTHING_YET =
            "Until whoever decides has agreed, it does not take place. Please arrange nothing with the family.";
    private static final String THE_ANSWER = "The answer comes to your list. When it cannot wait there, we ring you.";
    private static final String TO_THE_CHILD =
            "To say to the child: I have asked for it. I cannot promise it, and I tell you as soon as I know.";

    private final ContactRequests requests;
    private final CaseAccess access;
    private final WhoDecides who;
    private final Agency agency;
    private final WorkingTime workingTime;
    private final HumanTime times;

    AfterAsking(
            ContactRequests requests,
            CaseAccess access,
            WhoDecides who,
            Agency agency,
            WorkingTime workingTime,
            HumanTime times) {
        this.access = access;
        this.requests = requests;
        this.who = who;
        this.agency = agency;
        this.workingTime = workingTime;
        this.times = times;
    }

    /**
     * The decision (default within five working days); where the day that was asked for comes sooner, before it: while the office is open, else
     * by the evening before, else until it begins.
     */
    public Instant decideBy(ContactRequest request, Instant askedAt) {
        Instant usual = workingTime.due(askedAt, HouseTime.DECIDE_CONTACT);
        return request.wanted()
                .terms()
                .beginsOnce()
                .filter(askedAt::isBefore)
                .map(begins -> before(begins, askedAt))
                .filter(usual::isAfter)
                .orElse(usual);
    }

    /** @throws NotYours for everybody but who asked, and for whoever is kept away since */
    public List<String> lines(String reference, String personId) {
        ContactRequest request = requests.find(reference)
                .filter(known -> known.asker().equals(personId) && !access.keptAway(personId, reference))
                .orElseThrow(NotYours::new);
        Optional<Asked> asked = request.asked();
        if (asked.isEmpty()) {
            return List.of("Nothing was asked for. Thank you for looking.");
        }
        return request.answer()
                .map(answer -> answered(answer))
                .orElseGet(() -> List.of(whoIsAsked(request, asked.get().at()), NOTHING_YET, THE_ANSWER, TO_THE_CHILD));
    }

    private static List<String> answered(Answer answer) {
        return answer.words().isBlank()
                ? List.of(answer.outcome().words() + ".")
                : List.of(answer.outcome().words() + ".", answer.words());
    }

    private String whoIsAsked(ContactRequest request, Instant askedAt) {
        String worker = agency.nameOf(requests.childOf(request.reference()).childsSocialWorkerId())
                + ", the child's social worker,";
        if (who.isForbidden(request)) {
            return "A court's order stands against it, and nobody here can allow it. " + worker
                    + " is asked what the authority says.";
        }
        return worker + " is asked to decide " + times.by(decideBy(request, askedAt)) + "."
                + closedUntilThen(request, askedAt)
                        .map(day -> " The office is closed until then: perhaps nobody can decide before "
                                + HumanTime.date(day) + ".")
                        .orElse("");
    }

    /** The day that was asked for, where the office does not open any more before it. */
    private Optional<LocalDate> closedUntilThen(ContactRequest request, Instant askedAt) {
        return request.wanted()
                .terms()
                .once()
                .filter(day -> !workingTime.isOfficeHours(askedAt))
                .filter(day -> !workingTime.lastOfficeBefore(day).isAfter(askedAt));
    }

    private Instant before(Instant begins, Instant askedAt) {
        Instant office = workingTime.lastOfficeBefore(begins.atZone(London.ZONE).toLocalDate());
        Instant evening = workingTime.quietBefore(begins);
        return office.isAfter(askedAt) ? office : evening.isAfter(askedAt) ? evening : begins;
    }
}
