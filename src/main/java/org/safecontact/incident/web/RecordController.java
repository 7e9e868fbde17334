package org.safecontact.incident.web;

import java.util.List;
import java.util.Map;
import org.safecontact.access.CurrentPerson;
import org.safecontact.incident.Additions;
import org.safecontact.incident.voice.ChildSays;
import org.safecontact.record.Entry;
import org.safecontact.record.EntryKind;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The record of a case for the tab in Tasklist, and what people add to it. */
@RestController
class RecordController {

    /** @param maySay whether this person may write down what the child says about an entry */
    record Record(String reference, boolean ownHomeOnly, boolean maySay, List<ReadableEntry> entries) {}

    /** What somebody adds; the kind is one of {@link Additions#KINDS}. */
    record Addition(EntryKind kind, String text, Integer corrects) {}

    record FromThePolice(String policeReference) {}

    private final RecordReader reader;
    private final Additions additions;
    private final ChildSays says;
    private final CurrentPerson person;

    RecordController(RecordReader reader, Additions additions, ChildSays says, CurrentPerson person) {
        this.reader = reader;
        this.additions = additions;
        this.says = says;
        this.person = person;
    }

    @GetMapping("/safe-contact/api/cases/{reference}/record")
    ResponseEntity<Record> record(@PathVariable("reference") String reference) {
        String reading = person.required();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Record(
                        reference,
                        reader.readsOwnHomeOnly(reading),
                        says.mayWrite(reference, reading),
                        reader.read(reference, reading)));
    }

    @PostMapping("/safe-contact/api/cases/{reference}/additions")
    Map<String, Object> add(@PathVariable("reference") String reference, @RequestBody Addition addition) {
        Entry entry =
                additions.add(reference, person.required(), addition.kind(), addition.text(), addition.corrects());
        return Map.of("number", entry.number());
    }

    @PostMapping("/safe-contact/api/cases/{reference}/entries/{number}/child-says")
    Map<String, Object> childSays(
            @PathVariable("reference") String reference,
            @PathVariable("number") int number,
            @RequestBody ChildSays.Said said) {
        return Map.of(
                "number", says.write(reference, number, person.required(), said).number());
    }

    @PostMapping("/safe-contact/api/cases/{reference}/police-reference")
    Map<String, Object> add(@PathVariable("reference") String reference, @RequestBody FromThePolice answer) {
        Entry entry = additions.policeReference(reference, person.required(), answer.policeReference());
        return Map.of("number", entry.number());
    }
}
