package org.safecontact.restriction.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.HumanTime;
import org.safecontact.agency.London;
import org.safecontact.engine.Answers;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.plan.Choice;
import org.safecontact.restriction.review.Finding;
import org.safecontact.restriction.review.Finding.How;
import org.safecontact.restriction.review.Review;
import org.safecontact.restriction.review.ReviewDays;
import org.safecontact.restriction.review.ReviewWords;
import org.safecontact.restriction.review.Reviews;
import org.safecontact.restriction.review.Topic;
import org.springframework.stereotype.Component;

/** Whoever supervises the home looks at online safety together with carer and child, point by point (policy, section 7). */
@Component
class ReviewOnlineSafety implements UserTaskWork {

    private final Reviews reviews;
    private final ReviewDays days;
    private final ReviewWords words;
    private final EndReviews end;
    private final Agency agency;
    private final Clock clock;

    ReviewOnlineSafety(
            Reviews reviews, ReviewDays days, ReviewWords words, EndReviews end, Agency agency, Clock clock) {
        this.reviews = reviews;
        this.days = days;
        this.words = words;
        this.end = end;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "reviewOnlineSafety";
    }

    @Override
    public String recordedAs() {
        return "Online safety was looked at with the child";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Review review = reviews.get(task.reference());
        Child child = agency.child(review.childId()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), London.ZONE);
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", AsTyped.inText(child.label()));
        shown.put("childId", child.id());
        shown.put("age", agency.ageOf(child.id(), today));
        shown.put(
                "because",
                task.person()
                        .flatMap(personId -> reviews.because(task.reference(), personId))
                        .orElse(""));
        shown.put("before", before(child));
        shown.put("doers", Doers.of(reviews, task.reference()));
        shown.put("latest", HumanTime.date(days.latest()));
        return shown;
    }

    private String before(Child child) {
        return reviews.lastHeld(child)
                .map(last -> words.lines(last).stream()
                        .map(line -> "- " + AsTyped.inText(line.heading()) + ": "
                                + line.sentences().stream().map(AsTyped::inText).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        List<Finding> findings = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            findings.add(finding(topic, answers));
        }
        reviews.hold(
                        task.reference(),
                        findings,
                        answers.date("nextOn"),
                        task.person().orElseThrow())
                .forEach(end::of);
        return Map.of();
    }

    private static Finding finding(Topic topic, Answers answers) {
        String key = topic.id();
        How how = Choice.of(How.class, answers.one(key).orElseThrow()).orElseThrow();
        String said = switch (how) {
            case RIGHT -> answers.one(key + "Holds").orElseThrow();
            case NOT_YET -> answers.one(key + "ToDo").orElseThrow();
            case NOT_RIGHT -> answers.one(key + "Because").orElseThrow();
        };
        String restsOn = answers.one(key + "RestsOn")
                .map(rests -> rests + "; in proportion: "
                        + answers.one(key + "Proportion").orElseThrow())
                .orElse("");
        Optional<String> doer = answers.one(key + "Doer");
        return new Finding(topic, how, said, restsOn, doer, answers.date(key + "By"), "");
    }
}
