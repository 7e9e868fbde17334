package org.safecontact.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What several journeys do on a screen in the same way. */
final class OnScreen {

    /** The contact is barred? As the report asks it. */
    static final String BARRED =
            "Has a court said no contact with this person, or does the plan say in words that it is refused?";

    /** Is somebody whom the child should be safe with part of it? As the report asks it. */
    static final String NAMED = "Is anyone who looks after children, or anyone living in your home, part of the worry?";

    private OnScreen() {}

    static void looksAsUsual(TasklistWindow carer, String child, String picture) {
        assertThat(carer.todo("How is the child?")).containsText(child);
        carer.picture(picture + "-list");
        carer.open("To do now", "How is the child?");
        carer.choose("Compared with how they usually are", "As usual");
        carer.choose("Is any of this true?", "None of these");
        carer.choose("Tonight", "I reassured them", "Usual evening");
        carer.picture(picture);
        carer.send();
        carer.see("It is on record.");
        carer.picture(picture + "-thanks");
    }

    /** The same, without a screen. */
    static Map<String, Object> asUsual() {
        return Map.of("compared", "same", "signs", List.of("none"), "tonight", List.of("reassured", "routineKept"));
    }

    static void confirmEverything(TasklistWindow window, String phone, String referrals, LocalDate asked) {
        for (String done : new String[] {
            "The child was told what happens, was asked, and was offered an advocate and how to complain",
            "The carer was told what was decided",
            "Other children of the home were checked, or there are none",
            "The plan and the Safer Care Plan are decided",
        }) {
            window.choose(done, "Yes");
        }
        window.choose("What does the child wish and feel about it now?", "They said something");
        window.type("In their own words", "It is good that you asked me.");
        window.choose("The phone is back, or a limit with an end is running", phone);
        window.choose("Every referral was answered, or need not be", referrals);
        window.choose(
                "Does a parent need to know? The authority decides and tells", "The authority was asked and answered");
        window.type("Asked on", asked);
        window.type("What did the authority answer?", "No parent needs to know now.");
    }

    /** On the open to-do; its minutes count on while the screen is read. */
    static void halfAnHourIsLeft(TasklistWindow window) {
        assertThat(window.page().locator(".task-card .sc-due")).containsText(Pattern.compile("in (30|2\\d) minutes"));
    }

    static String reference(TasklistWindow window) {
        return window.page().locator(".sc-thanks-reference").innerText().replaceFirst("(?s).*(INC-\\d+-\\d+).*", "$1");
    }
}
