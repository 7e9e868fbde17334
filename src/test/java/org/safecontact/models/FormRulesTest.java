package org.safecontact.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecontact.models.ModelFiles.Form;

/** Every form under {@code forms/} keeps to the rules of the house, and the rules notice what they should. */
class FormRulesTest {

    static Stream<Form> forms() {
        return ModelFiles.forms().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keepsToTheRules(Form form) {
        assertThat(new FormRules(form).broken()).isEmpty();
    }

    @Test
    void everyFormBelongsToAUserTask() {
        Set<String> asked = ModelFiles.diagrams().stream()
                .flatMap(diagram -> diagram.model().getModelElementsByType(UserTask.class).stream())
                .map(task -> ProcessRules.kebab(task.getId()))
                .collect(Collectors.toSet());

        assertThat(ModelFiles.forms().stream().map(Form::name).filter(name -> !asked.contains(name)))
                .as("forms that no user task shows")
                .isEmpty();
    }

    @Test
    void whatNeedNotSayHowItHelpsTheChildStillDecidesSomething() {
        assertThat(ModelFiles.forms())
                .filteredOn(form -> form.content().toString().contains("\"record\":\"decision\""))
                .extracting(Form::name)
                .containsAll(FormRules.DECIDES_ABOUT_NO_CHILD.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"textfield", "textarea"})
    void nothingIsTypedBeforeTheQuestionAboutPictures(String type) {
        Form asked = ModelFiles.forms().stream()
                .filter(form -> form.name().equals("report-contact"))
                .findFirst()
                .orElseThrow();
        ObjectNode content = asked.content().deepCopy();
        content.withArray("components")
                .insertObject(3)
                .put("type", type)
                .put("id", "early")
                .put("key", "early")
                .put("label", "What was it?")
                .putObject("validate")
                .put("maxLength", 100);

        assertThat(new FormRules(new Form("report-contact", content)).broken())
                .containsExactly("report-contact: asks about pictures after somebody may have described one");
    }

    @Test
    void everyListThatAsksForNoFactIsStillAsked() {
        assertThat(forms().flatMap(form -> form.content().findValuesAsText("key").stream()))
                .containsAll(FormRules.ASKS_FOR_NO_FACT.keySet());
    }

    @Test
    void aBadFormIsNoticedAtEveryPoint() {
        Form bad = new Form(
                "report-contact", ModelFiles.read(Path.of("src/test/resources/models/forms/bad-report-contact.json")));

        assertThat(new FormRules(bad).broken())
                .containsExactlyInAnyOrder(
                        "report-contact: its id is not its file name",
                        "report-contact: its type is not 'default'",
                        "report-contact: is not saved for Camunda Platform 7.24",
                        "report-contact: story takes a text without an end (maxLength)",
                        "report-contact: story is answered before anybody has answered",
                        "report-contact: story judges: Why was the child manipulative?",
                        "report-contact: who has options from data, but not at the top of the form",
                        "report-contact: who takes its options from its own answer: people see none",
                        "report-contact: when writes down another minute than was typed (timeInterval)",
                        "report-contact: when does not say on which side of now it lies (properties.when: past or future)",
                        "report-contact: who does not say what it asks",
                        "report-contact: who says a word of the machine: Somebody in this incident",
                        "report-contact: photo is a 'filepicker', which form-js 1.8.7 cannot show",
                        "report-contact: photo has no id of its own",
                        "report-contact: photo is recorded as 'gossip', which is no kind of entry",
                        "report-contact: story is shown and asked: while it is not asked, people see nothing",
                        "report-contact: story offers nothing to choose",
                        "report-contact: story shows the marks beside its words: Pick *one*",
                        "report-contact: story has no key of its own",
                        "report-contact: signs has no way to say none of these, or not sure (none, unsure)",
                        "report-contact: does not begin with the way to help: **Danger now: [999](tel:999)**, say *a child"
                                + " in foster care is in danger*, your name, the address. Hurt, has taken something, or may"
                                + " end their life: [999](tel:999), ambulance, stay with them. Talk of hurting themself:"
                                + " NHS [111](tel:111), option 2, and duty"
                                + " **[{{dutyTelephone}}](<tel:{{dutyTelephone}}>)**",
                        "report-contact: does not say what to say to the child: Thank them for telling you. It is not their"
                                + " fault. Do not promise to keep it secret: say who you will tell and why.",
                        "report-contact: does not end with, for the record: How does this help the child?",
                        "report-contact: does not ask after the way to help and nothing else than: Stay calm. Nobody is in"
                                + " trouble. Tell us only what you know: do not ask the child to find out. *Not sure* is a"
                                + " good answer.",
                        "report-contact: asks about pictures after somebody may have described one");
    }
}
