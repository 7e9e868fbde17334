package org.safecontact.agency;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the problems of the agency's folder at a refused start instead of a stack of exceptions. */
class AgencyFolderFailureAnalyzer extends AbstractFailureAnalyzer<AgencyFolderRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AgencyFolderRefused refused) {
        return new FailureAnalysis(refused.getMessage(), "docs/agency-folder.md says what each file holds.", refused);
    }
}
