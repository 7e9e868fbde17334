package org.safecontact.engine.history;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;
import org.safecontact.engine.jobs.Wordless;

/** The engine's history of failed jobs: the kind of failure and its place in the code, without the words of it. */
public final class WordlessJobLog extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable problem) {
        return super.createHistoricJobLogFailedEvt(job, Wordless.of(problem));
    }
}
