package org.safecontact.engine.decision;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/**
 * Hears which rules of a table decided. The engine's own result holds the outputs but not where they came from. Each
 * thread hears only what it asked for itself.
 */
public final class RulesThatFired implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<Deque<Ear>> listening = ThreadLocal.withInitial(ArrayDeque::new);

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        Ear ear = listening.get().peek();
        if (ear != null && event.getDecisionTable().getKey().equals(ear.table)) {
            ear.rules = event.getMatchingRules().stream()
                    .map(DmnEvaluatedDecisionRule::getId)
                    .toList();
        }
    }

    /** Listens until closed to the evaluations of one table on this thread. */
    Ear listenTo(String table) {
        Ear ear = new Ear(table);
        listening.get().push(ear);
        return ear;
    }

    final class Ear implements AutoCloseable {

        private final String table;
        private List<String> rules = List.of();

        private Ear(String table) {
            this.table = table;
        }

        List<String> rules() {
            return rules;
        }

        @Override
        public void close() {
            Deque<Ear> ears = listening.get();
            ears.remove(this);
            if (ears.isEmpty()) {
                listening.remove();
            }
        }
    }
}
