package org.safecontact.restriction.process;

import java.util.Map;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.restriction.review.Reviews;
import org.safecontact.restriction.review.Topic;
import org.springframework.stereotype.Component;

/** Whoever supervises the home sees to it that it is done, or says why it is not after all. */
@Component
class SettleOpenPoint implements UserTaskWork {

    private final Reviews reviews;
    private final PointShown point;

    SettleOpenPoint(Reviews reviews, PointShown point) {
        this.reviews = reviews;
        this.point = point;
    }

    @Override
    public String taskKey() {
        return "settleOpenPoint";
    }

    @Override
    public String recordedAs() {
        return "What was still to do about online safety";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        Map<String, Object> shown = point.of(task);
        shown.put("doers", Doers.of(reviews, task.reference()));
        return shown;
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Topic topic = OnlineSafety.topic(task.variables());
        String by = task.person().orElseThrow();
        switch (answers.one("became").orElseThrow()) {
            case "done" -> reviews.done(task.reference(), topic, by);
            case "anotherDay" ->
                reviews.anotherDay(
                        task.reference(),
                        topic,
                        answers.one("newDoer"),
                        answers.date("newBy").orElseThrow(),
                        by);
            default ->
                reviews.giveUp(task.reference(), topic, answers.one("why").orElseThrow(), by);
        }
        return Map.of();
    }
}
