package org.safecontact.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.safecontact.models.ModelFiles.Diagram;

/** A diagram is the policy that people read: everything is drawn, nothing lies on top of anything else. */
final class DrawingRules {

    private record Box(double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean holds(Box other) {
            return x <= other.x
                    && y <= other.y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        Box without(double margin) {
            return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
        }
    }

    /** Of the small print of diagrams, in pixels. */
    private static final double LINE_HEIGHT = 14;

    /** The mean of plain English in that print, in pixels. */
    private static final double LETTER_WIDTH = 5.8;

    /** Whoever draws a diagram breaks a name beside it after this, whatever the width of its box, and puts it in the middle of that. */
    private static final double DRAWN_WIDTH = 90;

    /** As little as the letters of such a name take: the fewer lines, the wider they are. */
    private static final double NARROW_LETTER = 5.4;

    private final Diagram diagram;
    private final Map<String, Box> boxes = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    DrawingRules(Diagram diagram) {
        this.diagram = diagram;
        for (BpmnShape shape : diagram.model().getModelElementsByType(BpmnShape.class)) {
            Bounds bounds = shape.getBounds();
            if (shape.getBpmnElement() != null && bounds != null) {
                boxes.put(
                        shape.getBpmnElement().getId(),
                        new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
            }
        }
    }

    /** All breaches as sentences; empty when the diagram is completely and tidily drawn. */
    List<String> broken() {
        everythingIsDrawn();
        nothingOverlaps();
        childrenStayInside();
        flowsAreDrawnAtRightAnglesAroundWhatTheyDoNotTouch();
        labelsHaveRoom();
        return broken;
    }

    private void everythingIsDrawn() {
        for (FlowNode node : all(FlowNode.class)) {
            say(boxes.containsKey(node.getId()), node.getId() + " is not drawn");
        }
        for (Artifact artifact : all(Artifact.class)) {
            say(
                    artifact instanceof Association || boxes.containsKey(artifact.getId()),
                    artifact.getId() + " is not drawn");
        }
        for (SequenceFlow flow : all(SequenceFlow.class)) {
            say(edge(flow) != null, flow.getId() + " is not drawn");
        }
    }

    private void nothingOverlaps() {
        List<FlowNode> nodes = List.copyOf(all(FlowNode.class));
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                FlowNode one = nodes.get(i);
                FlowNode other = nodes.get(j);
                Box first = boxes.get(one.getId());
                Box second = boxes.get(other.getId());
                if (first != null && second != null && !belongTogether(one, other)) {
                    say(!first.overlaps(second), one.getId() + " lies on " + other.getId());
                }
            }
        }
    }

    private void childrenStayInside() {
        for (FlowNode node : all(FlowNode.class)) {
            if (node.getParentElement() instanceof SubProcess parent
                    && !(node instanceof BoundaryEvent)
                    && boxes.containsKey(parent.getId())
                    && boxes.containsKey(node.getId())) {
                say(
                        boxes.get(parent.getId()).holds(boxes.get(node.getId())),
                        node.getId() + " is drawn outside " + parent.getId());
            }
        }
    }

    private void flowsAreDrawnAtRightAnglesAroundWhatTheyDoNotTouch() {
        for (SequenceFlow flow : all(SequenceFlow.class)) {
            BpmnEdge edge = edge(flow);
            if (edge == null) {
                continue;
            }
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            say(points.size() >= 2, flow.getId() + " has no way");
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                say(from.getX().equals(to.getX()) || from.getY().equals(to.getY()), flow.getId() + " runs askew");
                Box line = line(from, to);
                crossed(flow, line);
            }
        }
    }

    private void crossed(SequenceFlow flow, Box line) {
        for (FlowNode node : all(FlowNode.class)) {
            Box box = boxes.get(node.getId());
            boolean sameRoom = node.getParentElement() == flow.getParentElement();
            if (box != null && sameRoom && node != flow.getSource() && node != flow.getTarget()) {
                boolean hostOfSource = flow.getSource() instanceof BoundaryEvent event && event.getAttachedTo() == node;
                say(hostOfSource || !box.without(1).overlaps(line), flow.getId() + " runs across " + node.getId());
            }
        }
    }

    /** A name beside its event, gateway or flow can be read: it fits its box, and neither the box nor what is drawn lies on anything. */
    private void labelsHaveRoom() {
        Map<String, Box> labels = labels();
        labels.forEach((of, box) -> say(
                linesOf(named(of), box.width, LETTER_WIDTH).size() * LINE_HEIGHT <= box.height,
                "the label of " + of + " is too small for \"" + named(of) + "\""));
        nothingLiesUnder(labels);
        Map<String, Box> drawn = new HashMap<>();
        labels.forEach((of, box) -> drawn.put(of, drawn(named(of), box)));
        nothingLiesUnder(drawn);
    }

    private void nothingLiesUnder(Map<String, Box> labels) {
        for (Map.Entry<String, Box> label : labels.entrySet()) {
            Box box = label.getValue().without(1);
            for (Map.Entry<String, Box> other : labels.entrySet()) {
                say(
                        label.getKey().compareTo(other.getKey()) >= 0 || !box.overlaps(other.getValue()),
                        "the label of " + label.getKey() + " lies on that of " + other.getKey());
            }
            for (FlowNode node : all(FlowNode.class)) {
                Box shape = boxes.get(node.getId());
                say(
                        shape == null || shape.holds(box) || !box.overlaps(shape),
                        "the label of " + label.getKey() + " lies on " + node.getId());
            }
            for (SequenceFlow flow : all(SequenceFlow.class)) {
                say(
                        lines(flow).stream().noneMatch(box::overlaps),
                        "the label of " + label.getKey() + " lies on " + flow.getId());
            }
        }
    }

    private static Box drawn(String name, Box box) {
        List<Double> lines = linesOf(name, DRAWN_WIDTH, NARROW_LETTER);
        double width = Collections.max(lines);
        return new Box(box.x + (box.width - width) / 2, box.y, width, lines.size() * LINE_HEIGHT);
    }

    private Map<String, Box> labels() {
        Map<String, Box> labels = new HashMap<>();
        for (BpmnShape shape : diagram.model().getModelElementsByType(BpmnShape.class)) {
            label(labels, shape.getBpmnElement(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : diagram.model().getModelElementsByType(BpmnEdge.class)) {
            label(labels, edge.getBpmnElement(), edge.getBpmnLabel());
        }
        return labels;
    }

    private void label(Map<String, Box> labels, BaseElement of, BpmnLabel label) {
        if (label != null && label.getBounds() != null && !named(of.getId()).isEmpty()) {
            Bounds bounds = label.getBounds();
            labels.put(of.getId(), new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
        }
    }

    private String named(String id) {
        String name = diagram.model().getModelElementById(id).getAttributeValue("name");
        return name == null ? "" : name;
    }

    /** The widths of the lines that a name takes in a box of that width, words kept whole. */
    private static List<Double> linesOf(String name, double width, double letter) {
        List<Double> lines = new ArrayList<>();
        double used = 0;
        for (String word : name.split(" ")) {
            double needed = word.length() * letter;
            if (used > 0 && used + letter + needed > width) {
                lines.add(used);
                used = 0;
            }
            used += needed + (used > 0 ? letter : 0);
        }
        lines.add(used);
        return lines;
    }

    private List<Box> lines(SequenceFlow flow) {
        List<Waypoint> points =
                edge(flow) == null ? List.of() : List.copyOf(edge(flow).getWaypoints());
        List<Box> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            lines.add(line(points.get(i - 1), points.get(i)));
        }
        return lines;
    }

    private static Box line(Waypoint from, Waypoint to) {
        return new Box(
                Math.min(from.getX(), to.getX()),
                Math.min(from.getY(), to.getY()),
                Math.abs(from.getX() - to.getX()),
                Math.abs(from.getY() - to.getY()));
    }

    private static boolean belongTogether(FlowNode one, FlowNode other) {
        return attached(one, other) || attached(other, one) || within(one, other) || within(other, one);
    }

    private static boolean attached(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary && boundary.getAttachedTo() == host;
    }

    private static boolean within(FlowNode inner, FlowNode outer) {
        for (ModelElementInstance at = inner.getParentElement(); at != null; at = at.getParentElement()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private BpmnEdge edge(SequenceFlow flow) {
        return all(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement() == flow)
                .findFirst()
                .orElse(null);
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return diagram.model().getModelElementsByType(type);
    }

    private void say(boolean kept, String breach) {
        if (!kept) {
            broken.add(diagram.name() + ": " + breach);
        }
    }
}
