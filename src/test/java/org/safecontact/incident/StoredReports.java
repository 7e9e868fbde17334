package org.safecontact.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecontact.incident.level.Levels;
import org.safecontact.incident.report.Report;
import org.safecontact.incident.report.Reporting;
import org.safecontact.incident.report.UnsentReports;
import org.springframework.boot.test.context.TestComponent;

/** Reports that are stored and decided without a form or a diagram: one contact, a known person, nothing worrying, unless a test says otherwise. */
@TestComponent
public class StoredReports {

    private static final Map<String, Object> NOTHING_WORRYING = Map.of(
            "immediateDanger", "no",
            "nearOrMeeting", "no",
            "threatToLife", "no",
            "concerns", List.of(),
            "personRisk", "safe",
            "disclosed", List.of(),
            "contactKind", "unexpected",
            "distress", "settled",
            "namedPerson", "none",
            "contactBarred", "no");

    private final UnsentReports unsent;
    private final Reporting reporting;
    private final Levels levels;

    StoredReports(UnsentReports unsent, Reporting reporting, Levels levels) {
        this.unsent = unsent;
        this.reporting = reporting;
        this.levels = levels;
    }

    /**
     * @param differently answers by the contract's names; {@code not answered} leaves one out
     * @return the reference of a report that is decided, LOW unless the answers say otherwise
     */
    public String about(String child, String by, Map<String, Object> differently, List<String> named) {
        return about(List.of(child), by, differently, named).get(0);
    }

    /** The same about several children of one home. @return a reference for each, in their order */
    public List<String> about(List<String> children, String by, Map<String, Object> differently, List<String> named) {
        Map<String, Object> answers = new HashMap<>(NOTHING_WORRYING);
        answers.putAll(differently);
        answers.values().removeIf("not answered"::equals);
        List<String> references = new ArrayList<>(List.of(unsent.start(by)));
        references.addAll(reporting.report(
                references.get(0),
                bare(children.get(0), children.subList(1, children.size()), by, Optional.empty(), answers, named)));
        references.forEach(levels::decide);
        return references;
    }

    /** A report of just now about one child, with nothing but these answers. */
    public static Report bare(String child, String by, Map<String, Object> answers) {
        return bare(child, by, answers, List.of());
    }

    /** The same with somebody named in the worry. */
    public static Report bare(String child, String by, Map<String, Object> answers, List<String> named) {
        return bare(child, List.of(), by, Optional.empty(), answers, named);
    }

    /** The same, told by telephone. */
    public static Report bareCall(String child, String takenBy, String caller, Map<String, Object> answers) {
        return bare(child, List.of(), takenBy, Optional.of(caller), answers, List.of());
    }

    private static Report bare(
            String child,
            List<String> otherChildren,
            String by,
            Optional<String> caller,
            Map<String, Object> answers,
            List<String> named) {
        return new Report(
                child,
                otherChildren,
                by,
                caller,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                answers,
                named,
                false);
    }
}
