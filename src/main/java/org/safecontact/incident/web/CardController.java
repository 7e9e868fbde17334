package org.safecontact.incident.web;

import java.util.Optional;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Child;
import org.safecontact.agency.Role;
import org.safecontact.incident.Incident;
import org.safecontact.incident.Incidents;
import org.safecontact.incident.process.TaskCases;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a list shows of a to-do beside its name: several that are called the same are not about the same child. */
@RestController
class CardController {

    /**
     * @param child the agency's label of the child; empty until the report says which
     * @param level how serious it is; empty for carers, who never read a level (practice, section 5)
     */
    record Card(String reference, String child, String level) {}

    private final TaskCases cases;
    private final Incidents incidents;
    private final Agency agency;
    private final CurrentPerson person;

    CardController(TaskCases cases, Incidents incidents, Agency agency, CurrentPerson person) {
        this.cases = cases;
        this.incidents = incidents;
        this.agency = agency;
        this.person = person;
    }

    @GetMapping("/safe-contact/api/tasks/{taskId}/card")
    ResponseEntity<Card> card(@PathVariable("taskId") String taskId) {
        String me = person.id().orElseThrow(NotYours::new);
        String reference = cases.referenceOf(taskId, me);
        Optional<Incident> incident = incidents.find(reference);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Card(
                        reference,
                        incident.flatMap(Incident::childId)
                                .flatMap(agency::child)
                                .map(Child::label)
                                .orElse(""),
                        incident.filter(it -> readsLevels(me))
                                .flatMap(Incident::level)
                                .map(Enum::name)
                                .orElse("")));
    }

    private boolean readsLevels(String personId) {
        return agency.person(personId).filter(known -> !known.is(Role.CARER)).isPresent();
    }
}
