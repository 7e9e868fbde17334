package org.safecontact.incident.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safecontact.engine.DecidedBy;
import org.safecontact.record.Statement;

/**
 * A record that is read from its beginning to its end says once what it would repeat: a rule where it decided first, until another one does,
 * and a time that stands under the entry. What is kept is as it was written, and shows so to whoever wrote it.
 */
final class SaidOnce {

    /** Stands under every entry, see {@link ReadableEntry}. */
    private static final String WRITTEN = "Written";

    /** The other two times of a report: where all three are one, it is said under the entry alone. */
    private static final Set<String> KNOWN_AND_REPORTED = Set.of("Known since", "Reported");

    private static final Set<String> OF_THE_RULE = Set.of(DecidedBy.IT_SAYS, DecidedBy.THEY_SAY, DecidedBy.TABLE);
    /** How the signature of a table begins; that one is not signed stands at each of its decisions (contract, section 4). */
    private static final String SIGNED = "signed";

    private final Map<List<Statement>, Integer> said = new HashMap<>();

    /** The next entry of the record, with less to read. */
    ReadableEntry of(ReadableEntry entry) {
        List<Statement> shown = new ArrayList<>();
        List<Statement> all = entry.statements();
        boolean atOnce = all.stream()
                .filter(each -> KNOWN_AND_REPORTED.contains(each.question()))
                .allMatch(each -> each.answer().equals(entry.written()));
        for (int at = 0; at < all.size(); at++) {
            Statement statement = all.get(at);
            if (statement.question().equals(DecidedBy.DECIDED_BY)) {
                List<Statement> rule = rule(all, at);
                shown.addAll(once(rule, entry.number()));
                at += rule.size() - 1;
            } else if (!statement.equals(new Statement(WRITTEN, entry.written()))
                    && !(atOnce && KNOWN_AND_REPORTED.contains(statement.question()))) {
                shown.add(statement);
            }
        }
        return entry.with(shown);
    }

    private static List<Statement> rule(List<Statement> all, int from) {
        int to = from + 1;
        while (to < all.size() && OF_THE_RULE.contains(all.get(to).question())) {
            to++;
        }
        return all.subList(from, to);
    }

    private List<Statement> once(List<Statement> rule, int number) {
        Integer before = said.putIfAbsent(List.copyOf(rule), number);
        if (before == null) {
            return rule;
        }
        List<Statement> again = new ArrayList<>();
        again.add(
                new Statement(DecidedBy.DECIDED_BY, rule.get(0).answer() + ": what it says stands in entry " + before));
        rule.stream()
                .filter(statement -> statement.question().equals(DecidedBy.TABLE)
                        && !statement.answer().startsWith(SIGNED))
                .forEach(again::add);
        return again;
    }
}
