package org.safecontact.plan.request;

import java.util.List;
import org.safecontact.access.CaseFiles;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.Role;
import org.safecontact.plan.request.ContactRequest.Answer;
import org.safecontact.plan.request.ContactRequest.Asked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was asked for a child and what became of it, as it stands on the page of what is agreed. */
@Service
@Transactional(readOnly = true)
public class RequestReading {

    private final ContactRequests requests;
    private final CaseFiles files;
    private final Agency agency;
    private final HumanTime times;

    RequestReading(ContactRequests requests, CaseFiles files, Agency agency, HumanTime times) {
        this.requests = requests;
        this.files = files;
        this.agency = agency;
        this.times = times;
    }

    /**
     * @param line {@code video call with Mum, Sundays 16:00-16:30, every week}
     * @param asked by whom and when
     * @param became what was decided, or that it waits
     * @param words for the home; empty while it waits
     */
    public record Line(String reference, String line, String asked, String became, String words) {}

    /** Nobody reads one from which they are kept away. Whoever calls has asked whether the child is this person's to read about. */
    public List<Line> about(String childId, String personId) {
        return requests.sent(childId).stream()
                .filter(request -> !files.excluded(request.reference()).contains(personId))
                .map(request -> line(request, personId))
                .toList();
    }

    /** Carers do not learn who lived with the child before. */
    private String asker(String by, String reader) {
        boolean ofAnotherHome = agency.is(reader, Role.CARER)
                && agency.is(by, Role.CARER)
                && !agency.householdOf(by).equals(agency.householdOf(reader));
        return ofAnotherHome ? "the home before" : agency.nameOf(by);
    }

    private Line line(ContactRequest request, String reader) {
        Asked asked = request.asked().orElseThrow();
        return new Line(
                request.reference(),
                requests.line(request),
                "Asked by " + asker(asked.by(), reader) + ", " + times.at(asked.at()),
                request.answer()
                        .map(answer -> answer.outcome().words())
                        .orElse("Waits for an answer. Until there is one, it is not agreed."),
                request.answer().map(Answer::words).orElse(""));
    }
}
