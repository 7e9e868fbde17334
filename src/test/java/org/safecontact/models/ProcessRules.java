package org.safecontact.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.safecontact.models.ModelFiles.Diagram;

/**
 * What every process diagram of the product keeps to. Each rule gives back a sentence per breach, so that a failing
 * build says what to change and where.
 */
final class ProcessRules {

    private static final Set<String> GROUPS = Set.of(
            "carer",
            "supervisingSocialWorker",
            "dutySocialWorker",
            "teamManager",
            "registeredManager",
            "responsibleIndividual",
            "childsSocialWorker",
            "camunda-admin");
    private static final Pattern GENERATED = Pattern.compile("(?i).*_(?=\\w*\\d)[0-9a-z]{7}$");
    private static final Pattern OWN_NAME = Pattern.compile("[a-z][A-Za-z]*_[a-z][A-Za-z0-9]*");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][A-Za-z]*\\.[a-z][A-Za-z]*");
    private static final Pattern ENGINE_WORDS = Pattern.compile(
            "(?i)\\b(tasks?|process(es)?|incidents?|instances?|rungs|(the|this|next|each|first|last) rung)\\b");
    /** What works out a time: one question to one bean, never a time written into the diagram. */
    private static final Pattern ASKED_TIME =
            Pattern.compile("\\$\\{[a-z][A-Za-z]*\\.[a-z][A-Za-z]*\\((execution)?\\)}");

    private static final Pattern REPEATED = Pattern.compile("R(\\d+)/(PT.+)");
    private static final Set<String> LISTENING_AND_DOING =
            Set.of("delegateExpression", "expression", "taskListener", "executionListener");

    private final Diagram diagram;
    private final Set<String> knownProcesses;
    private final Set<String> beans;
    private final Path forms;
    private final List<String> broken = new ArrayList<>();

    ProcessRules(Diagram diagram, Set<String> knownProcesses, Set<String> beans, Path forms) {
        this.diagram = diagram;
        this.knownProcesses = knownProcesses;
        this.beans = beans;
        this.forms = forms;
    }

    /** All breaches in this diagram, as sentences; empty when it keeps to everything. */
    List<String> broken() {
        process();
        all(FlowElement.class).forEach(this::id);
        all(FlowNode.class).forEach(this::name);
        all(Gateway.class).forEach(this::gateway);
        all(UserTask.class).forEach(this::userTask);
        all(TimerEventDefinition.class).forEach(this::timer);
        all(CallActivity.class).forEach(this::callActivity);
        all(Message.class)
                .forEach(message -> require(
                        message.getName() != null
                                && MESSAGE.matcher(message.getName()).matches(),
                        message,
                        "is named '%s', not <area>.<pastTense>".formatted(message.getName())));
        noCodeInTheDiagram();
        beansAreListed();
        return broken;
    }

    private void process() {
        Collection<Process> processes = all(Process.class);
        say(processes.size() == 1, "has %d processes, not one".formatted(processes.size()));
        Process process = diagram.process();
        say(diagram.name().equals(process.getId()), "its key is " + process.getId() + ", not its file name");
        say(process.isExecutable(), "is not executable");
        say(filled(process.getName()), "has no name");
        say(filled(process.getCamundaVersionTag()), "has no version tag");
        say(filled(process.getCamundaHistoryTimeToLiveString()), "has no time to live for its history");
        say(documentation(process).isPresent(), "has no documentation that says what it promises");
    }

    private void id(FlowElement element) {
        String id = element.getId();
        if (element instanceof UserTask) {
            require(id.matches("[a-z][A-Za-z]*"), element, "is not named like a user task of the contract");
            return;
        }
        require(
                OWN_NAME.matcher(id).matches() && !GENERATED.matcher(id).matches(),
                element,
                "is not named <type>_<businessName>");
        String type = element.getElementType().getTypeName().toLowerCase();
        String prefix = id.contains("_") ? id.substring(0, id.indexOf('_')).toLowerCase() : "";
        require(!prefix.isEmpty() && type.contains(prefix), element, "does not begin with its type, " + type);
    }

    private void name(FlowNode node) {
        boolean onlyJoins = node instanceof Gateway && outgoing(node).size() < 2
                || node.getElementType().getTypeName().equals("parallelGateway");
        require(onlyJoins || filled(node.getName()), node, "has no name");
        require(
                !filled(node.getName()) || !ENGINE_WORDS.matcher(node.getName()).find(),
                node,
                "says a word of the machine: " + node.getName());
    }

    private void gateway(Gateway gateway) {
        require(!(gateway instanceof EventBasedGateway), gateway, "is an event-based gateway: draw the wait as a task");
        boolean decides = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
        if (!decides || outgoing(gateway).size() < 2) {
            return;
        }
        require(filled(gateway.getName()) && gateway.getName().endsWith("?"), gateway, "does not ask a question");
        for (SequenceFlow answer : outgoing(gateway)) {
            require(filled(answer.getName()), answer, "leaves a question without saying which answer it is");
        }
    }

    /** By the flows themselves: the incoming and outgoing elements of a node are optional in a file. */
    private List<SequenceFlow> outgoing(FlowNode node) {
        return all(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() == node)
                .toList();
    }

    private void userTask(UserTask task) {
        require(documentation(task).isPresent(), task, "has no documentation: why, and on what basis");
        requireAsked(task.getCamundaDueDate(), task, "is due");
        require(
                filled(task.getCamundaAssignee())
                        || filled(task.getCamundaCandidateUsers())
                        || filled(task.getCamundaCandidateGroups()),
                task,
                "is for nobody");
        String form = kebab(task.getId());
        require(form.equals(task.getCamundaFormRef()), task, "has form " + task.getCamundaFormRef() + ", not " + form);
        require("deployment".equals(task.getCamundaFormRefBinding()), task, "does not take the form deployed with it");
        require(Files.exists(forms.resolve(form + ".form")), task, "has no file forms/" + form + ".form");
        require(
                filled(task.getCamundaPriority()) && task.getCamundaPriority().startsWith("${"),
                task,
                "is not as urgent as its case: its priority is " + task.getCamundaPriority());
        for (String group : task.getCamundaCandidateGroupsList()) {
            require(GROUPS.contains(group.strip()), task, "is offered to '" + group + "', no group of the contract");
        }
    }

    private void timer(TimerEventDefinition timer) {
        String when = Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .map(String::strip)
                .collect(Collectors.joining(" and "));
        requireAsked(when, timer, "comes");
    }

    private void requireAsked(String when, BaseElement element, String does) {
        require(
                when != null && ASKED_TIME.matcher(when).matches(),
                element,
                does + " at '" + when + "', which asks no bean of the house");
    }

    private void callActivity(CallActivity call) {
        require(
                knownProcesses.contains(call.getCalledElement()),
                call,
                "calls '" + call.getCalledElement() + "', which no file under processes/ is");
        ModelElementInstance extensions = call.getExtensionElements();
        Collection<CamundaIn> in = extensions == null ? List.of() : extensions.getChildElementsByType(CamundaIn.class);
        Collection<CamundaOut> out =
                extensions == null ? List.of() : extensions.getChildElementsByType(CamundaOut.class);
        require(
                in.stream().noneMatch(each -> each.getCamundaVariables() != null)
                        && out.stream().noneMatch(each -> each.getCamundaVariables() != null),
                call,
                "hands over all variables instead of naming them");
        require(
                in.stream().anyMatch(each -> each.getCamundaBusinessKey() != null),
                call,
                "does not hand over the business key");
    }

    private void noCodeInTheDiagram() {
        require(all(ScriptTask.class).isEmpty(), diagram.process(), "has a script task");
        require(all(CamundaScript.class).isEmpty(), diagram.process(), "has a script");
        for (CamundaFailedJobRetryTimeCycle cycle : all(CamundaFailedJobRetryTimeCycle.class)) {
            String times = cycle.getTextContent();
            say(!times.contains("{"), "a retry cycle is computed: " + times);
            say(
                    isOverWithinAMinute(times),
                    "a step that fails may be tried in silence for more than a minute: " + times);
        }
        everyElement().forEach(element -> {
            say(
                    element.getAttribute("http://camunda.org/schema/1.0/bpmn", "class") == null
                            && element.getAttribute("class") == null,
                    "names a Java class at " + element.getLocalName());
            say(
                    element.getAttribute("language") == null && element.getAttribute("scriptFormat") == null,
                    "has a condition in a script language");
        });
    }

    private static boolean isOverWithinAMinute(String cycle) {
        Matcher times = REPEATED.matcher(cycle);
        return times.matches()
                && Duration.parse(times.group(2))
                                .multipliedBy(Integer.parseInt(times.group(1)))
                                .compareTo(Duration.ofMinutes(1))
                        <= 0;
    }

    private void beansAreListed() {
        everyElement().forEach(element -> {
            Set<String> called = new java.util.TreeSet<>();
            for (String attribute : LISTENING_AND_DOING) {
                called.addAll(delegate(element.getAttribute("http://camunda.org/schema/1.0/bpmn", attribute)));
                called.addAll(delegate(element.getAttribute(attribute)));
            }
            for (String attribute : List.of(
                    "assignee",
                    "candidateUsers",
                    "candidateGroups",
                    "dueDate",
                    "priority",
                    "collection",
                    "source",
                    "sourceExpression",
                    "businessKey",
                    "jobPriority",
                    "calledElement")) {
                String value = element.getAttribute("http://camunda.org/schema/1.0/bpmn", attribute);
                value = value == null ? element.getAttribute(attribute) : value;
                called.addAll(value == null ? Set.of() : Expressions.beansCalledIn(value));
            }
            if (element.getChildElements().isEmpty() && !element.getLocalName().equals("documentation")) {
                called.addAll(Expressions.beansCalledIn(element.getTextContent()));
            }
            called.removeAll(beans);
            say(called.isEmpty(), "calls %s at %s, which no bean of ours is".formatted(called, whereIs(element)));
        });
    }

    private static Set<String> delegate(String expression) {
        if (expression == null) {
            return Set.of();
        }
        return Expressions.delegateIn(expression);
    }

    private static String whereIs(DomElement element) {
        for (DomElement at = element; at != null; at = at.getParentElement()) {
            if (at.getAttribute("id") != null) {
                return at.getAttribute("id");
            }
        }
        return element.getLocalName();
    }

    private List<DomElement> everyElement() {
        List<DomElement> all = new ArrayList<>();
        collect(diagram.process().getDomElement(), all);
        return all;
    }

    private static void collect(DomElement element, List<DomElement> into) {
        into.add(element);
        element.getChildElements().forEach(child -> collect(child, into));
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return diagram.model().getModelElementsByType(type);
    }

    private void require(boolean kept, BaseElement element, String breach) {
        say(kept, element.getId() + " " + breach);
    }

    private void say(boolean kept, String breach) {
        if (!kept) {
            broken.add(diagram.name() + ": " + breach);
        }
    }

    static java.util.Optional<String> documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase();
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
