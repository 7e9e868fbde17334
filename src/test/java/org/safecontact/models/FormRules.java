package org.safecontact.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecontact.models.ModelFiles.Form;

/** What every form of the product keeps to. Each breach is a sentence that says what to change. */
final class FormRules {

    /** What form-js 1.8.7, the version inside Tasklist 7.24, can show. */
    private static final Set<String> KNOWN = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "html",
            "group",
            "separator",
            "spacer");

    private static final Set<String> CHOICES = Set.of("checklist", "radio", "select", "taglist");
    private static final Set<String> TYPED = Set.of("textfield", "textarea");
    private static final Set<String> ONLY_SHOWN = Set.of("text", "html", "group", "separator", "spacer");
    private static final Set<String> RECORDED_AS =
            Set.of("fact", "childsWords", "opinion", "thirdParty", "action", "decision", "told", "no");
    private static final Set<String> TENSES = Set.of("past", "future");
    private static final Pattern ENGINE_WORDS = Pattern.compile(
            "(?i)\\b(tasks?|incidents?|process instances?|rungs|(the|this|next|each|first|last) rung)\\b");

    /** Words that judge (practice, section 5), in the one list by which people are asked about them when they type: no form says one. */
    static final Pattern JUDGING = judging(Path.of("src/main/resources/static/safe-contact/hint.js"));

    /** Above every form, before anything else: the number, what to say, and duty (contract, 5.4). One wording for all. */
    private static final String DANGER =
            "**Danger now: [999](tel:999)**, say *a child in foster care is in danger*, your name, the address. ";

    private static final String DUTY = "**[{{dutyTelephone}}](<tel:{{dutyTelephone}}>)**";

    /** Where somebody reports, observes or rings the police also the way to an ambulance and to help with self-harm (practice, section 1). */
    private static final String HEALTH = "Hurt, has taken something, or may end their life: [999](tel:999), ambulance,"
            + " stay with them. Talk of hurting themself: NHS [111](tel:111), option 2, and duty ";

    private static final Set<String> REPORTS_OR_OBSERVES = Set.of(
            "report-contact",
            "record-contact",
            "complete-record",
            "help-with-record",
            "preserve-evidence",
            "observe-wellbeing",
            "propose-restriction",
            "call-about-child",
            "call-police",
            "touchpoint",
            "make-private");

    /** What to say to a child who tells (practice, section 5: always). */
    private static final String TO_THE_CHILD = "Thank them for telling you. It is not their fault."
            + " Do not promise to keep it secret: say who you will tell and why.";

    private static final Set<String> CHILD_TELLS =
            Set.of("report-contact", "record-contact", "complete-record", "observe-wellbeing");

    /** What a report asks for, and what nobody is to find out for it (practice, section 3): all that is read before its first question. */
    private static final String CALM = "Stay calm. Nobody is in trouble."
            + " Tell us only what you know: do not ask the child to find out. *Not sure* is a good answer.";

    /** Where a decision is recorded that is none about a child, and why: it need not end with how it helps the child. */
    static final Map<String, String> DECIDES_ABOUT_NO_CHILD = Map.of(
            "case-was-touched", "says what somebody's step past the forms was for, and whether the case is all right",
            "review-policy", "says what happens with a policy, which is about no child of its own");

    /** Which lists need no way to say none of these or not sure (contract, section 4), and why: they ask for no fact that somebody may not know. */
    static final Map<String, String> ASKS_FOR_NO_FACT = Map.ofEntries(
            Map.entry("days", "the days that are agreed"),
            Map.entry("namedPersons", "asked once somebody is part of it; somebody else is one of them"),
            Map.entry("persons", "asked once somebody is part of it; somebody else is one of them"),
            Map.entry("who", "asked once it is one of them"),
            Map.entry("otherChildren", "asked once there is another"),
            Map.entry("referrals", "who was asked; nobody else is one of them"),
            Map.entry("notify", "what a manager decides; nobody is one of them"),
            Map.entry("tonight", "what was done"),
            Map.entry("tried", "what was done"),
            Map.entry("did", "what was done"),
            Map.entry("followed", "what was done; nothing is one of them"),
            Map.entry("checked", "what was done"),
            Map.entry("carers", "what was gone through"),
            Map.entry("told", "who was told"),
            Map.entry("tell", "what a manager decides; none chosen is nobody"),
            Map.entry("out", "each thing that was said is gone through: what nobody can rule out got out"),
            Map.entry("notOut", "each thing that was said is gone through: what nobody can rule out got out"),
            Map.entry("stands", "gone, and only said, are two of them"));

    private static final Set<String> LISTS = Set.of("checklist", "taglist");

    /** How each decision about a child ends (practice, section 6: 9.3, 11.1). */
    private static final String HELPS = "How does this help the child?";

    private static final int LONGEST_TEXT = 4000;

    /** Only texts are drawn from Markdown. */
    private static final Pattern AS_MARKDOWN = Pattern.compile("\\*\\S|]\\(");

    private static final Pattern SHOWN = Pattern.compile("\\{\\{(?:#if )?(\\w+)");

    private final Form form;
    private final List<String> broken = new ArrayList<>();
    private boolean decides;

    private static Pattern judging(Path hint) {
        Matcher list = Pattern.compile("const judging =\\s*/(.+)/i;").matcher(ModelFiles.text(hint));
        if (!list.find()) {
            throw new IllegalStateException("No words that judge in " + hint);
        }
        return Pattern.compile(list.group(1), Pattern.CASE_INSENSITIVE);
    }

    FormRules(Form form) {
        this.form = form;
    }

    List<String> broken() {
        JsonNode content = form.content();
        say(form.name().equals(content.path("id").asText()), "its id is not its file name");
        say("default".equals(content.path("type").asText()), "its type is not 'default'");
        say(
                content.path("executionPlatform").asText().equals("Camunda Platform")
                        && content.path("executionPlatformVersion").asText().startsWith("7.24"),
                "is not saved for Camunda Platform 7.24");
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode component : content.path("components")) {
            check(component, true, keys, ids);
        }
        SHOWN.matcher(content.toString())
                .results()
                .map(shown -> shown.group(1))
                .filter(keys::contains)
                .distinct()
                .forEach(key -> say(false, key + " is shown and asked: while it is not asked, people see nothing"));
        helpStandsFirst(content.path("components").path(0));
        say(
                form.name().equals("report-contact")
                        || content.path("components")
                                .path(1)
                                .path("text")
                                .asText()
                                .equals("{{handedOver}}"),
                "does not show what whoever handed it over wrote");
        say(
                !CHILD_TELLS.contains(form.name()) || content.toString().contains(TO_THE_CHILD),
                "does not say what to say to the child: " + TO_THE_CHILD);
        JsonNode components = content.path("components");
        say(
                !decides
                        || DECIDES_ABOUT_NO_CHILD.containsKey(form.name())
                        || asksHowItHelps(components.path(components.size() - 1)),
                "does not end with, for the record: " + HELPS);
        if (form.name().equals("report-contact")) {
            say(asksAlmostAtOnce(components), "does not ask after the way to help and nothing else than: " + CALM);
            say(picturesComeFirst(components), "asks about pictures after somebody may have described one");
        }
        return broken;
    }

    private static boolean asksHowItHelps(JsonNode component) {
        return component.path("label").asText().equals(HELPS)
                && component.path("validate").path("required").asBoolean()
                && component.path("properties").path("record").asText().equals("decision");
    }

    private static boolean asksAlmostAtOnce(JsonNode components) {
        JsonNode calm = components.path(1);
        return components.path(0).path("text").asText().equals(DANGER + HEALTH + DUTY)
                && calm.path("type").asText().equals("text")
                && !calm.has("conditional")
                && calm.path("text").asText().equals(CALM)
                && !ONLY_SHOWN.contains(components.path(2).path("type").asText("text"));
    }

    /** The one text before the question about pictures: who rings, where somebody writes down a call, is no account of what happened. */
    private static final String WHO_RINGS = "callerIs";

    /** For photo sharing, and there only, before any free text (practice, section 3). */
    private static boolean picturesComeFirst(JsonNode components) {
        for (JsonNode component : components) {
            if (component.path("key").asText().equals("pictures")) {
                return component.path("conditional").path("hide").asText().equals("=not(channel = \"photo\")");
            }
            if (TYPED.contains(component.path("type").asText())
                    && !component.path("key").asText().equals(WHO_RINGS)) {
                return false;
            }
        }
        return false;
    }

    private void check(JsonNode component, boolean top, Set<String> keys, Set<String> ids) {
        String type = component.path("type").asText();
        String key = component.path("key").asText();
        String where = key.isEmpty() ? component.path("id").asText(type) : key;
        say(KNOWN.contains(type), where + " is a '" + type + "', which form-js 1.8.7 cannot show");
        say(component.hasNonNull("id") && ids.add(component.path("id").asText()), where + " has no id of its own");
        say(!component.has("defaultValue"), where + " is answered before anybody has answered");
        if (!ONLY_SHOWN.contains(type)) {
            say(!key.isEmpty() && keys.add(key), where + " has no key of its own");
            say(component.path("label").asText("").length() > 1, where + " does not say what it asks");
        }
        if (TYPED.contains(type)) {
            int longest = component.path("validate").path("maxLength").asInt(0);
            say(longest > 0 && longest <= LONGEST_TEXT, where + " takes a text without an end (maxLength)");
        }
        if (CHOICES.contains(type)) {
            boolean fromData = component.has("valuesKey") || component.has("valuesExpression");
            say(fromData || component.path("values").size() > 0, where + " offers nothing to choose");
            say(top || !fromData, where + " has options from data, but not at the top of the form");
            say(
                    !component.path("valuesKey").asText("").equals(key),
                    where + " takes its options from its own answer: people see none");
        }
        say(
                !LISTS.contains(type)
                        || ASKS_FOR_NO_FACT.containsKey(key)
                        || component.findValuesAsText("value").containsAll(List.of("none", "unsure")),
                where + " has no way to say none of these, or not sure (none, unsure)");
        if (type.equals("datetime") && !component.path("subtype").asText().equals("date")) {
            say(
                    component.path("timeInterval").asInt() == 1,
                    where + " writes down another minute than was typed (timeInterval)");
        }
        say(
                !type.equals("datetime")
                        || TENSES.contains(
                                component.path("properties").path("when").asText()),
                where + " does not say on which side of now it lies (properties.when: past or future)");
        JsonNode recordedAs = component.path("properties").path("record");
        say(
                recordedAs.isMissingNode() || RECORDED_AS.contains(recordedAs.asText()),
                where + " is recorded as '" + recordedAs.asText() + "', which is no kind of entry");
        decides |= recordedAs.asText().equals("decision");
        plainWords(component, where);
        for (JsonNode child : component.path("components")) {
            check(child, false, keys, ids);
        }
    }

    private void plainWords(JsonNode component, String where) {
        List<String> shown = new ArrayList<>();
        for (String field : List.of("label", "description")) {
            shown.add(component.path(field).asText(""));
        }
        component
                .path("values")
                .forEach(option -> shown.add(option.path("label").asText("")));
        shown.stream()
                .filter(text -> AS_MARKDOWN.matcher(text).find())
                .forEach(text -> say(false, where + " shows the marks beside its words: " + text));
        say(!component.path("label").asText("").contains("{{"), where + " is refused by a name that nobody filled in");
        for (String field : List.of("text", "content")) {
            shown.add(component.path(field).asText(""));
        }
        for (String text : shown) {
            say(!ENGINE_WORDS.matcher(text).find(), where + " says a word of the machine: " + text);
            say(!JUDGING.matcher(text).find(), where + " judges: " + text);
            say(!text.contains("](tel:{{"), where + " breaks the link to ring at the first space: write (<tel:{{…}}>)");
        }
    }

    private void helpStandsFirst(JsonNode first) {
        String help = REPORTS_OR_OBSERVES.contains(form.name()) ? DANGER + HEALTH + DUTY : DANGER + "Duty " + DUTY;
        say(
                first.path("type").asText().equals("text")
                        && !first.has("conditional")
                        && first.path("text").asText().startsWith(help),
                "does not begin with the way to help: " + help);
    }

    private void say(boolean kept, String breach) {
        if (!kept) {
            broken.add(form.name() + ": " + breach);
        }
    }
}
