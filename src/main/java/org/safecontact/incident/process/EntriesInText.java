package org.safecontact.incident.process;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.incident.WrittenTogether;
import org.safecontact.record.Entry;
import org.safecontact.record.Statement;
import org.springframework.stereotype.Component;

/** What stands in the record as text of a form: the questions in bold, what was typed as it was typed. */
@Component
class EntriesInText {

    private final Agency agency;
    private final HumanTime time;

    EntriesInText(Agency agency, HumanTime time) {
        this.agency = agency;
        this.time = time;
    }

    /** What somebody wrote last under that heading, all of it, and who: one that was sent back is written again. */
    String writtenLast(List<Entry> entries, String heading) {
        return writtenLast(entries, heading, UnaryOperator.identity());
    }

    String writtenLast(List<Entry> entries, String heading, UnaryOperator<List<Statement>> order) {
        return WrittenTogether.of(entries, heading).stream()
                .reduce((earlier, later) -> later)
                .map(said -> written(said, order))
                .orElse("");
    }

    String written(List<Entry> entries, UnaryOperator<List<Statement>> order) {
        Entry first = entries.get(0);
        return "**" + first.title() + "**, " + agency.nameOf(first.author().personId()) + ", "
                + time.at(first.writtenAt()) + ":\n\n" + inText(entries, order);
    }

    /** The newest of that heading, the child's words in it too. */
    static String newest(List<Entry> entries, String heading, UnaryOperator<List<Statement>> order) {
        return WrittenTogether.of(entries, heading).stream()
                .reduce((earlier, later) -> later)
                .map(written -> inText(written, order))
                .orElse("");
    }

    static String inText(List<Entry> written, UnaryOperator<List<Statement>> order) {
        List<Statement> said =
                written.stream().flatMap(entry -> entry.statements().stream()).toList();
        return order.apply(said).stream().map(EntriesInText::inText).collect(Collectors.joining("\n\n"));
    }

    static String inText(Statement said) {
        return "**" + said.question() + "** " + AsTyped.inText(said.answer());
    }

    static String answer(Entry entry, String question) {
        return entry.statements().stream()
                .filter(said -> said.question().equals(question))
                .map(Statement::answer)
                .findFirst()
                .orElse("");
    }

    static String inLines(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}
