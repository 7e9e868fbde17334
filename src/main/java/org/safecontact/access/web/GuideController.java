package org.safecontact.access.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safecontact.access.CurrentPerson;
import org.safecontact.access.NotYours;
import org.safecontact.agency.Agency;
import org.safecontact.agency.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One page for each role: how its day goes here, with pictures that the browser tests make. */
@Controller
class GuideController {

    /** The guides in the order in which they are listed. */
    enum Guide {
        CARER("For carers", Role.CARER),
        WORKER("For supervising social workers", Role.SUPERVISING_SOCIAL_WORKER),
        DUTY("For duty", Role.DUTY_SOCIAL_WORKER),
        MANAGER("For managers", Role.TEAM_MANAGER, Role.REGISTERED_MANAGER, Role.RESPONSIBLE_INDIVIDUAL),
        AUTHORITY("For the child's social worker", Role.CHILDS_SOCIAL_WORKER),
        ADMINISTRATOR("For administrators", Role.ADMINISTRATOR);

        private final String title;
        private final Set<Role> readers;

        Guide(String title, Role first, Role... others) {
            this.title = title;
            this.readers = EnumSet.of(first, others);
        }

        public String title() {
            return title;
        }

        /** Its name in the address, and the template's. */
        public String page() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final CurrentPerson person;
    private final Agency agency;

    GuideController(CurrentPerson person, Agency agency) {
        this.person = person;
        this.agency = agency;
    }

    /** The guide of whoever asks; somebody with several roles gets the last, who answers for most, and who is not logged in the carers'. */
    @GetMapping("/safe-contact/guide")
    String own() {
        Set<Role> roles = person.id()
                .map(id -> agency.person(id).map(known -> known.roles()).orElse(Set.of(Role.ADMINISTRATOR)))
                .orElse(Set.of());
        Guide own = Arrays.stream(Guide.values())
                .filter(guide -> guide.readers.stream().anyMatch(roles::contains))
                .reduce((earlier, later) -> later)
                .orElse(Guide.CARER);
        return "redirect:/safe-contact/guide/" + own.page();
    }

    @GetMapping("/safe-contact/guide/{page}")
    String guide(@PathVariable String page, Model model) {
        List<Guide> guides = List.of(Guide.values());
        if (guides.stream().noneMatch(guide -> guide.page().equals(page))) {
            throw new NotYours();
        }
        model.addAttribute("guides", guides);
        return "guides/" + page;
    }
}
