package org.safecontact.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.safecontact.models.ModelFiles.Diagram;

/** Writes {@code docs/processes.md} from the diagrams: who does what, by when, on what basis, and what comes next. */
final class ProcessesDocument {

    private static final Map<String, String> PEOPLE = Map.of(
            "carer", "carer",
            "supervisingSocialWorker", "supervising social worker of the home",
            "dutySocialWorker", "whoever is on duty",
            "teamManager", "team manager of the home",
            "registeredManager", "registered manager or deputy",
            "responsibleIndividual", "responsible individual",
            "childsSocialWorker", "child's social worker",
            "camunda-admin", "technical administrator");

    /** Variables of a diagram that name somebody. */
    private static final Map<String, String> VARIABLES = Map.of(
            "${startedBy}", "whoever began the report",
            "${keeper}", "whoever began it",
            "${carer}", "each carer of the home who has not read it",
            "${holder}", "each who saved a copy of it before",
            "${reader}", "each carer of the home, and whoever asked for it",
            "${asker}", "whoever asks",
            "${reviewer}", "whoever wants to look before its day",
            "${toldBy}", "whoever began it",
            "${whose}", "each person who knows of it");

    private final Promises promises = new Promises();
    private final StringBuilder out = new StringBuilder();
    private Diagram diagram;

    String of(List<Diagram> diagrams) {
        out.append("""
                # What happens: every process in a table

                Written from the diagrams under `processes/` and the comments of what they call; do not edit it by hand.
                The build fails when it says something else than they do, and says how to write it again.
                """);
        diagrams.forEach(this::section);
        return out.toString();
    }

    private void section(Diagram next) {
        diagram = next;
        Process process = diagram.process();
        out.append("\n## %s (`%s`)\n\n".formatted(process.getName(), process.getId()));
        ProcessRules.documentation(process).ifPresent(text -> out.append(text).append("\n\n"));
        out.append("Begins: %s. Ends: %s.\n".formatted(names(begins(process)), names(ends(process))));
        table("What people do", List.of("What", "Who", "By when", "Why, on what basis", "What comes next"), people());
        table("When time or somebody changes the way", List.of("At", "When", "Then"), interruptions());
        table("What happens by itself", List.of("What", "Why", "What comes next"), byItself());
    }

    private List<List<String>> people() {
        return all(UserTask.class).stream()
                .map(task -> List.of(
                        bold(task.getName()), who(task), byWhen(task.getCamundaDueDate()), why(task), next(task)))
                .toList();
    }

    private List<List<String>> interruptions() {
        List<List<String>> rows = new ArrayList<>();
        for (BoundaryEvent event : all(BoundaryEvent.class)) {
            rows.add(List.of(
                    event.getAttachedTo().getName(),
                    event.getName() + time(event) + (event.cancelActivity() ? "" : " (what is open stays open)"),
                    next(event)));
        }
        for (SubProcess part : all(SubProcess.class)) {
            if (part.triggeredByEvent()) {
                for (StartEvent event : part.getChildElementsByType(StartEvent.class)) {
                    rows.add(List.of(
                            "any time",
                            event.getName()
                                    + time(event)
                                    + (event.isInterrupting() ? "" : " (what is open stays open)"),
                            next(event)));
                }
            }
        }
        return rows;
    }

    private List<List<String>> byItself() {
        List<FlowNode> nodes = new ArrayList<>();
        nodes.addAll(all(BusinessRuleTask.class));
        nodes.addAll(all(ServiceTask.class));
        nodes.addAll(all(CallActivity.class));
        nodes.addAll(all(ReceiveTask.class));
        return nodes.stream()
                .map(node -> List.of(bold(node.getName()) + called(node), why(node), next(node)))
                .toList();
    }

    private static String called(FlowNode node) {
        return node instanceof CallActivity call ? " (`" + call.getCalledElement() + "`)" : "";
    }

    private String time(FlowNode event) {
        return event.getChildElementsByType(TimerEventDefinition.class).stream()
                .flatMap(timer -> Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle()))
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .map(text -> ": " + byWhen(text.strip()))
                .findFirst()
                .orElse("");
    }

    private String byWhen(String expression) {
        return expression == null ? "" : promises.of(expression).orElse(expression);
    }

    private String who(UserTask task) {
        List<String> people = new ArrayList<>();
        for (String expression : new String[] {task.getCamundaAssignee(), task.getCamundaCandidateUsers()}) {
            if (expression != null) {
                people.add(promises.of(expression).orElseGet(() -> VARIABLES.get(expression)));
            }
        }
        task.getCamundaCandidateGroupsList().stream()
                .map(group -> PEOPLE.getOrDefault(group.strip(), group))
                .forEach(people::add);
        return people.stream().map(each -> each.replaceAll("\\.$", "")).collect(Collectors.joining("; "));
    }

    private String why(FlowNode node) {
        return ProcessRules.documentation(node).orElse("");
    }

    /** The next named steps behind an element, with the answer that leads to each where a question stands between. */
    private String next(FlowNode from) {
        Set<String> steps = new LinkedHashSet<>();
        follow(from, "", steps, new LinkedHashSet<>());
        return String.join("<br>", steps);
    }

    private void follow(FlowNode from, String answers, Set<String> steps, Set<FlowNode> been) {
        if (!been.add(from)) {
            return;
        }
        List<SequenceFlow> flows = all(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() == from)
                .toList();
        if (flows.isEmpty() && from.getParentElement() instanceof SubProcess part && !part.triggeredByEvent()) {
            follow(part, answers, steps, been);
        }
        for (SequenceFlow flow : flows) {
            String answer =
                    flow.getName() == null || flow.getName().isBlank() ? answers : join(answers, question(from), flow);
            arrive(flow.getTarget(), answer, steps, been);
        }
    }

    private void arrive(FlowNode target, String answer, Set<String> steps, Set<FlowNode> been) {
        String sentence = (answer.isEmpty() ? "" : answer + ": ") + target.getName();
        if (target instanceof Gateway) {
            follow(target, answer, steps, new LinkedHashSet<>(been));
        } else if (target instanceof SubProcess part) {
            part.getChildElementsByType(StartEvent.class)
                    .forEach(start -> follow(start, answer, steps, new LinkedHashSet<>(been)));
        } else {
            steps.add(sentence);
        }
    }

    private static String question(FlowNode node) {
        return node.getName() == null ? "" : node.getName() + " ";
    }

    private static String join(String before, String question, SequenceFlow flow) {
        return (before.isEmpty() ? "" : before + ", ") + question + "*" + flow.getName() + "*";
    }

    private void table(String title, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append("\n### ").append(title).append("\n\n").append(row(head));
        out.append(row(head.stream().map(column -> "---").toList()));
        rows.forEach(cells -> out.append(row(cells)));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s*\\n\\s*", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String bold(String name) {
        return "**" + name + "**";
    }

    private static String names(Collection<? extends FlowNode> nodes) {
        return nodes.stream()
                .map(node -> Optional.ofNullable(node.getName()).orElse(node.getId()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Collection<StartEvent> begins(Process process) {
        return process.getChildElementsByType(StartEvent.class);
    }

    private static Collection<EndEvent> ends(Process process) {
        return process.getChildElementsByType(EndEvent.class);
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return diagram.model().getModelElementsByType(type);
    }
}
