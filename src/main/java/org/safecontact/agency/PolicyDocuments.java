package org.safecontact.agency;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The words of the agency's policies, version by version: what stood in one when it came is what everybody reads of it. */
@Service
public class PolicyDocuments {

    private final PolicyRepository repository;

    PolicyDocuments(PolicyRepository repository) {
        this.repository = repository;
    }

    public Optional<PolicyDocument> find(String policyId, String version) {
        return repository.find(policyId, version);
    }

    /** From when to when which version held, the first one first. */
    public List<PolicyPeriod> periods(String policyId) {
        return repository.periods(policyId);
    }

    /** Whether the folder has other words for a version than it had when that version came. */
    public boolean changedWithoutVersion(Policy policy) {
        return repository
                .sealOf(policy.id(), policy.version())
                .filter(kept -> !kept.equals(policy.document().sha256()))
                .isPresent();
    }
}
