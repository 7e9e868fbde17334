package org.safecontact.policy.web;

import java.util.List;
import java.util.Optional;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.PolicyDocument;
import org.safecontact.policy.Policies;
import org.safecontact.policy.process.PoliciesBeside;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The agency's policies, for everybody who is logged in: they are about no case. */
@Controller
@RequestMapping("/safe-contact")
class PolicyPages {

    /** @param page its address */
    record Link(String title, String page) {}

    private final Policies policies;
    private final PoliciesBeside beside;
    private final CurrentPerson person;

    PolicyPages(Policies policies, PoliciesBeside beside, CurrentPerson person) {
        this.policies = policies;
        this.beside = beside;
        this.person = person;
    }

    @GetMapping("/p")
    String all(Model model) {
        model.addAttribute("policies", policies.list());
        return "pages/policies";
    }

    @GetMapping("/p/{policy}")
    String inForce(@PathVariable("policy") String policy, Model model) {
        return page(policies.show(policy, Optional.empty()), model);
    }

    @GetMapping("/p/{policy}/{version}")
    String version(@PathVariable("policy") String policy, @PathVariable("version") String version, Model model) {
        return page(policies.show(policy, Optional.of(version)), model);
    }

    private static String page(Policies.Shown shown, Model model) {
        model.addAttribute("it", shown);
        model.addAttribute(
                "words",
                shown.document().isPdf() ? "" : Markdown.html(shown.document().text()));
        return "pages/policy";
    }

    @GetMapping("/p/{policy}/{version}/d")
    ResponseEntity<byte[]> document(@PathVariable("policy") String policy, @PathVariable("version") String version) {
        PolicyDocument document = Optional.of(
                        policies.show(policy, Optional.of(version)).document())
                .filter(PolicyDocument::isPdf)
                .orElseThrow(NotYours::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + document.file() + "\"")
                .body(document.content());
    }

    /** What belongs to the to-do that somebody has open. */
    @ResponseBody
    @GetMapping("/api/tasks/{taskId}/policies")
    ResponseEntity<List<Link>> ofToDo(@PathVariable("taskId") String taskId) {
        List<Link> links = beside.toDo(taskId, person.required()).stream()
                .map(line -> new Link(line.title(), "p/" + line.address()))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(links);
    }
}
