package org.safecontact.access.door;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.safecontact.access.CaseFiles;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.TouchedFromOutside;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the house when somebody changed a running case from outside its diagram. */
@Component
class OnRecord {

    private final ManagementService management;
    private final CaseFiles files;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    OnRecord(ManagementService management, CaseFiles files, CurrentPerson person, ApplicationEventPublisher events) {
        this.management = management;
        this.files = files;
        this.person = person;
        this.events = events;
    }

    void after(DoorLine line, Map<String, String> path, String personId, int status) {
        if (line.body() == BodyRule.ONE_MORE_TRY && status / 100 == 2) {
            events.publishEvent(new TouchedFromOutside(
                    referenceOfJob(path.get("id")), personId, "A step that had failed was tried again."));
        }
    }

    private String referenceOfJob(String jobId) {
        return person.asTheHouse(() -> {
            Job job = management.createJobQuery().jobId(jobId).singleResult();
            return job == null || job.getProcessInstanceId() == null
                    ? ""
                    : files.referenceOf(job.getProcessInstanceId()).orElse("");
        });
    }
}
