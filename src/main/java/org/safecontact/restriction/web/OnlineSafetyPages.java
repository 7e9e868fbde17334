package org.safecontact.restriction.web;

import org.safecontact.access.CurrentPerson;
import org.safecontact.restriction.review.ReviewReading;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** <i>Online safety</i>, a page for each child: for the home, and for whoever works for it. */
@Controller
class OnlineSafetyPages {

    private final ReviewReading reading;
    private final CurrentPerson person;

    OnlineSafetyPages(ReviewReading reading, CurrentPerson person) {
        this.reading = reading;
        this.person = person;
    }

    @GetMapping("/safe-contact/o/{child}")
    String onlineSafety(@PathVariable("child") String child, Model model) {
        model.addAttribute("it", reading.page(child, person.required()));
        return "pages/online-safety";
    }
}
