package org.safecontact.engine.form;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safecontact.engine.UserTaskWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Finds the {@link UserTaskWork} of a user task. Found late, because that work uses services of the engine while the
 * engine is built before it; complete nevertheless, or the product does not start.
 */
@Component
class UserTaskWorks implements SmartInitializingSingleton {

    private final ObjectProvider<UserTaskWork> works;
    private final Set<String> userTasksSeen = new TreeSet<>();
    private volatile Map<String, UserTaskWork> byTask;

    UserTaskWorks(ObjectProvider<UserTaskWork> works) {
        this.works = works;
    }

    /** Notes a user task of a diagram that was deployed; see {@link #afterSingletonsInstantiated()}. */
    synchronized void seen(String task) {
        userTasksSeen.add(task);
    }

    /** @throws IllegalStateException when a diagram holds a user task that nobody does the work of */
    @Override
    public synchronized void afterSingletonsInstantiated() {
        Set<String> orphans = new TreeSet<>(userTasksSeen);
        orphans.removeAll(all().keySet());
        if (!orphans.isEmpty()) {
            throw new IllegalStateException("No bean says what happens with the answers of these user tasks: "
                    + String.join(", ", orphans) + ". Each needs a UserTaskWork whose taskKey() is its id.");
        }
    }

    UserTaskWork of(String task) {
        UserTaskWork work = all().get(task);
        if (work == null) {
            throw new IllegalStateException("No UserTaskWork has the task key " + task);
        }
        return work;
    }

    private Map<String, UserTaskWork> all() {
        if (byTask == null) {
            byTask = works.stream().collect(Collectors.toMap(UserTaskWork::taskKey, Function.identity()));
        }
        return byTask;
    }
}
