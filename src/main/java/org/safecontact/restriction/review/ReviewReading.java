package org.safecontact.restriction.review;

import java.util.List;
import java.util.Optional;
import org.safecontact.access.CaseAccess;
import org.safecontact.access.ChildAccess;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.plan.AlsoAgreed;
import org.safecontact.plan.PlanReading;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed about online safety with a child, on the page of what is agreed and on one of its own; never what is kept from the reader. */
@Service
@Transactional(readOnly = true)
public class ReviewReading implements AlsoAgreed {

    private final Reviews reviews;
    private final ReviewDays days;
    private final ReviewWords words;
    private final ChildAccess children;
    private final CaseAccess access;
    private final Agency agency;

    ReviewReading(
            Reviews reviews,
            ReviewDays days,
            ReviewWords words,
            ChildAccess children,
            CaseAccess access,
            Agency agency) {
        this.reviews = reviews;
        this.days = days;
        this.words = words;
        this.children = children;
        this.access = access;
        this.agency = agency;
    }

    /** A look that was held, and on which day. */
    public record Held(String reference, String on) {}

    /**
     * @param stands when it was looked at, and when it is next, in a sentence
     * @param held looks in this home, the newest first
     */
    public record Page(Child child, String stands, List<ReviewWords.Line> lines, List<Held> held) {}

    @Override
    public String path(String childId) {
        return "/safe-contact/o/" + childId;
    }

    @Override
    public String more() {
        return "All that was agreed about it";
    }

    @Override
    public PlanReading.Part about(String childId, String personId) {
        Child child = agency.child(childId).orElseThrow();
        Optional<Review> last = held(child, personId).stream().findFirst();
        List<String> open = last.map(words::lines).orElse(List.of()).stream()
                .filter(ReviewWords.Line::open)
                .map(line -> line.heading() + ": " + String.join(" ", line.sentences()))
                .toList();
        return new PlanReading.Part("Online safety", List.of(new PlanReading.Line(0, stands(child, last), open, "")));
    }

    /** @throws org.safecontact.access.NotYours when what is kept about the child is not this person's to read */
    public Page page(String childId, String personId) {
        children.requireRead(personId, childId);
        Child child = agency.child(childId).orElseThrow();
        List<Review> held = held(child, personId);
        Optional<Review> last = held.stream().findFirst();
        return new Page(
                child,
                stands(child, last),
                last.map(words::lines).orElse(List.of()),
                held.stream()
                        .map(review -> new Held(review.reference(), words.agreedOn(review)))
                        .toList());
    }

    private List<Review> held(Child child, String personId) {
        return reviews.ofHome(child).stream()
                .filter(review -> review.held().isPresent())
                .filter(review -> access.mayRead(personId, review.reference()))
                .toList();
    }

    private String stands(Child child, Optional<Review> last) {
        Optional<String> next = days.next(child.id()).map(HumanTime::date);
        return last.map(review -> "Looked at together on " + words.agreedOn(review) + "."
                        + next.map(day -> " Next: " + day + ".").orElse(""))
                .orElseGet(() -> "It is looked at together "
                        + next.map(day -> "on " + day).orElse("soon") + ".");
    }
}
