package org.safecontact.incident.process;

import java.util.List;
import org.safecontact.agency.Agency;
import org.safecontact.agency.HumanTime;
import org.safecontact.engine.AsTyped;
import org.safecontact.engine.OpenTask;
import org.safecontact.incident.Handing;
import org.safecontact.record.Entry;
import org.springframework.stereotype.Component;

/** Why somebody asked for it, sent it back, gave it back or handed it over, in that person's words. */
@Component
class ReasonsGiven {

    private final Agency agency;
    private final HumanTime time;

    ReasonsGiven(Agency agency, HumanTime time) {
        this.agency = agency;
        this.time = time;
    }

    /** The words of whoever handed this very to-do to the person who has it now, or gave it back last. */
    String handedOver(List<Entry> entries, OpenTask task) {
        return entries.stream()
                .filter(entry -> !entry.writtenAt().isBefore(task.createdAt()))
                .filter(entry -> says(entry, Handing.WHAT, task.name()))
                .filter(entry -> entry.title().equals(Handing.GIVEN_BACK)
                        || entry.title().equals(Handing.HANDED_OVER)
                                && task.assignee()
                                        .filter(has -> says(entry, Handing.TO, agency.nameOf(has)))
                                        .isPresent())
                .reduce((earlier, later) -> later)
                .map(entry -> entry.title().equals(Handing.GIVEN_BACK)
                        ? "**Given back by " + agency.nameOf(entry.author().personId()) + ".** "
                                + AsTyped.inText(EntriesInText.answer(entry, Handing.WHY))
                        : "**Handed over to " + handedTo(entry, task) + " by "
                                + agency.nameOf(entry.author().personId()) + ".** "
                                + AsTyped.inText(EntriesInText.answer(entry, Handing.SHOULD_KNOW)))
                .orElse("");
    }

    /** What the second person missed, and when they sent it back. */
    String sentBackWhy(List<Entry> entries, String title, String question) {
        return entries.stream()
                .filter(entry -> entry.title().equals(title)
                        && !EntriesInText.answer(entry, question).isEmpty())
                .reduce((earlier, later) -> later)
                .map(back -> "**Sent back by " + agency.nameOf(back.author().personId()) + ", "
                        + time.at(back.writtenAt()) + ":** " + AsTyped.inText(EntriesInText.answer(back, question)))
                .orElse("");
    }

    /** The reason of whoever asked last for what a second person decides. */
    String askedWhy(List<Entry> entries, String title, String question) {
        return entries.stream()
                .filter(entry -> entry.title().equals(title)
                        && !EntriesInText.answer(entry, question).isEmpty())
                .reduce((earlier, later) -> later)
                .map(asked -> "**Why, says " + agency.nameOf(asked.author().personId()) + ":** "
                        + AsTyped.inText(EntriesInText.answer(asked, question)))
                .orElse("");
    }

    private static String handedTo(Entry entry, OpenTask task) {
        return task.person().equals(task.assignee()) ? "you" : EntriesInText.answer(entry, Handing.TO);
    }

    private static boolean says(Entry entry, String question, String answer) {
        return EntriesInText.answer(entry, question).equals(answer);
    }
}
