package org.safecontact.restriction.process;

import java.util.Map;
import java.util.Optional;
import org.safecontact.access.ToDos;
import org.safecontact.engine.Answers;
import org.safecontact.engine.OpenTask;
import org.safecontact.engine.UserTaskWork;
import org.safecontact.restriction.review.Reviews;
import org.safecontact.restriction.review.Topic;
import org.springframework.stereotype.Component;

/** A carer says in a moment that it is done, needs another day, or does not go without help. */
@Component
class DoOpenPoint implements UserTaskWork {

    private final Reviews reviews;
    private final PointShown point;

    DoOpenPoint(Reviews reviews, PointShown point) {
        this.reviews = reviews;
        this.point = point;
    }

    @Override
    public String taskKey() {
        return ToDos.DO_OPEN_POINT;
    }

    @Override
    public String recordedAs() {
        return "What was agreed about online safety";
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return point.of(task);
    }

    @Override
    public Map<String, Object> done(OpenTask task, Answers answers) {
        Topic topic = OnlineSafety.topic(task.variables());
        String by = task.person().orElseThrow();
        switch (answers.one("went").orElseThrow()) {
            case "done" -> reviews.done(task.reference(), topic, by);
            case "anotherDay" ->
                reviews.anotherDay(
                        task.reference(),
                        topic,
                        Optional.empty(),
                        answers.date("newBy").orElseThrow(),
                        by);
            default ->
                reviews.withWorker(
                        task.reference(), topic, answers.one("inTheWay").orElseThrow(), by);
        }
        return Map.of();
    }
}
