package org.safecontact.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safecontact.agency.HumanTime;
import org.safecontact.record.Statement;
import org.safecontact.record.TypedText;

/**
 * What somebody saw, to be noted. Texts are kept as they are and never become a link.
 *
 * @param kind what it is; null when not chosen
 * @param app which app or site
 * @param handle the name or account that was shown
 * @param seenFrom when it began, null when not known
 * @param seenTo when it ended, null when not known
 * @param device on which phone, tablet or computer
 * @param words the words that were seen; must be empty for a picture that may be indecent
 * @param ticks what is ticked about such a picture
 * @param place where the device or the thing is now
 * @param holder who has it
 */
public record NewItem(
        EvidenceKind kind,
        String app,
        String handle,
        Instant seenFrom,
        Instant seenTo,
        String device,
        String words,
        Set<Tick> ticks,
        String place,
        String holder) {

    public NewItem {
        app = TypedText.clean(app);
        handle = TypedText.clean(handle);
        device = TypedText.clean(device);
        words = TypedText.clean(words);
        place = TypedText.clean(place);
        holder = TypedText.clean(holder);
        ticks = ticks == null ? Set.of() : Set.copyOf(ticks);
    }

    /** What the record says of it. */
    List<Statement> statements(HumanTime times) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("What it is", kind.words()));
        add(statements, "Which app", app);
        add(statements, "Name or account shown", handle);
        add(statements, "Seen from", seenFrom == null ? "" : times.full(seenFrom));
        add(statements, "Seen until", seenTo == null ? "" : times.full(seenTo));
        add(statements, "On which device", device);
        add(statements, "The words that were seen", words);
        ticks.stream().sorted().forEach(tick -> statements.add(new Statement(tick.words(), "yes")));
        add(statements, "Where it is", place);
        add(statements, "Who has it", holder);
        return statements;
    }

    private static void add(List<Statement> statements, String question, String answer) {
        if (!answer.isEmpty()) {
            statements.add(new Statement(question, answer));
        }
    }
}
