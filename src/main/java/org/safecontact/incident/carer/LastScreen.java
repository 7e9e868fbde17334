package org.safecontact.incident.carer;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/**
 * The last screen of whoever reported, in words.
 *
 * @param title the first line
 * @param lines what to know and do, one sentence or two each
 * @param dutyFirst whether ringing duty comes before everything else
 * @param whom whom to ring: duty, or the registered manager where whoever is on duty is told nothing
 * @param telephone their number at this moment
 * @param whoHasIt the line of them that says who has it and when they ring; empty where none does
 * @param withTheChild what a carer could say to the child, of what the report is about
 */
@NamedInterface("carer")
public record LastScreen(
        String title,
        List<String> lines,
        boolean dutyFirst,
        String whom,
        String telephone,
        String whoHasIt,
        List<WithTheChild.Words> withTheChild) {

    LastScreen(String title, List<String> lines, boolean dutyFirst, WhomToRing.Whom toRing) {
        this(title, lines, dutyFirst, toRing, "", List.of());
    }

    LastScreen(
            String title,
            List<String> lines,
            boolean dutyFirst,
            WhomToRing.Whom toRing,
            String whoHasIt,
            List<WithTheChild.Words> withTheChild) {
        this(
                title,
                lines.stream()
                        .map(line -> line.replace("ring duty", "ring " + toRing.words())
                                .replace("then duty", "then " + toRing.words()))
                        .toList(),
                dutyFirst,
                toRing.words(),
                toRing.telephone(),
                whoHasIt,
                withTheChild);
    }

    /** Whom to ring now, before everything else, a sentence each. */
    public List<String> ringNow() {
        return Stream.of(
                        title.endsWith(ThankYou.RING_999) ? ThankYou.RING_999 : "",
                        dutyFirst ? "Please ring " + whom + " now: " + telephone : "")
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
