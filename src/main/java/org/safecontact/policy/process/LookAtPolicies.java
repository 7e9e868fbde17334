package org.safecontact.policy.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.safecontact.access.CurrentPerson;
import org.safecontact.policy.Concern;
import org.safecontact.policy.PolicyLooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the registered manager asked about each policy that is missing, changed or due, and lets go what was put right meanwhile. */
@Component
public class LookAtPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(LookAtPolicies.class);

    private final PolicyLooks looks;
    private final RuntimeService runtime;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;

    LookAtPolicies(PolicyLooks looks, RuntimeService runtime, CurrentPerson person, TransactionTemplate transaction) {
        this.looks = looks;
        this.runtime = runtime;
        this.person = person;
        this.transaction = transaction;
    }

    @Scheduled(
            initialDelayString = "${safe-contact.access.look-at-taken-every:PT5S}",
            fixedDelayString = "${safe-contact.access.look-at-taken-every:PT1M}")
    public void look() {
        for (String reference : looks.settled()) {
            byItself(() -> {
                looks.inOrder(reference);
                person.asTheHouse(() -> runtime.createMessageCorrelation(PolicyReview.IN_ORDER)
                        .processInstanceBusinessKey(reference)
                        .correlateAll());
            });
        }
        byItself(() -> looks.toBegin().forEach(this::begin));
    }

    private void begin(Concern concern) {
        String reference = looks.open(concern);
        person.asTheHouse(() -> runtime.startProcessInstanceByKey(
                PolicyReview.PROCESS, reference, Map.of(PolicyReview.REFERENCE, reference)));
    }

    private void byItself(Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException failure) {
            // In use in this moment, or done by another node: the next look finds what is left.
            LOG.warn("A policy has to wait: {}", failure.getClass());
        }
    }
}
