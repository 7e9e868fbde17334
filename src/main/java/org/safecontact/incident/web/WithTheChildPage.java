package org.safecontact.incident.web;

import org.safecontact.incident.carer.WithTheChild;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that can be said to a child about contact, as a page of the carer's guide: about no case. */
@Controller
class WithTheChildPage {

    private final WithTheChild words;

    WithTheChildPage(WithTheChild words) {
        this.words = words;
    }

    @GetMapping("/safe-contact/guide/w")
    String all(Model model) {
        model.addAttribute("all", words.all());
        return "pages/with-the-child";
    }
}
