package org.safecontact.restriction.process;

import java.util.HashMap;
import java.util.Map;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.restriction.review.Finding;
import org.safecontact.restriction.review.Review;
import org.safecontact.restriction.review.ReviewWords;
import org.safecontact.restriction.review.Reviews;
import org.safecontact.restriction.review.Topic;
import org.springframework.stereotype.Component;

/** What is still to do about one topic, as the forms show it. */
@Component
class PointShown {

    private final Reviews reviews;
    private final ReviewWords words;
    private final Agency agency;

    PointShown(Reviews reviews, ReviewWords words, Agency agency) {
        this.reviews = reviews;
        this.words = words;
        this.agency = agency;
    }

    Map<String, Object> of(OpenTask task) {
        Review review = reviews.get(task.reference());
        Topic topic = OnlineSafety.topic(task.variables());
        Finding finding = review.finding(topic).orElseThrow();
        Child child = agency.child(review.childId()).orElseThrow();
        Map<String, Object> shown = new HashMap<>();
        shown.put("child", AsTyped.inText(child.label()));
        shown.put("childId", child.id());
        shown.put("topic", topic.words());
        shown.put("toDo", AsTyped.inText(finding.words()));
        shown.put("agreed", words.agreedOn(review));
        shown.put("since", AsTyped.inText(words.since(review, topic)));
        return shown;
    }
}
