package org.safecontact.pattern;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A picture of figures, as wide as a telephone shows it without making its words smaller. Kinds differ in how they are filled, not in colour alone.
 *
 * @param boxes what is filled
 * @param words what is written
 */
public record Drawing(int width, int height, List<Box> boxes, List<Words> words) {

    /** How a part is filled. */
    public enum Fill {
        FULL,
        STRIPED,
        HOLLOW,
        /** A line to stand on. */
        RULE;

        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Box(double x, double y, double width, double height, Fill fill) {}

    /** @param anchor where x is: {@code start}, {@code middle} or {@code end} of the words */
    public record Words(double x, double y, String anchor, String words) {}

    /** One kind of what is counted, and how often it was in each week. */
    record Series(Fill fill, List<Integer> counts) {}

    /** A line of marks: in which weeks it was so. */
    record Marks(String heading, List<Integer> counts) {}

    private static final int WIDE = 320;
    private static final int TOP = 18;
    private static final int TALL = 84;
    /** One contact in a quiet time is no tower. */
    private static final double TALLEST_UNIT = 20;

    private static final int BAR = 120;
    private static final int HEADING = 96;
    private static final int LINE = 20;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    /** Columns of weeks, one kind standing on the other. */
    static Drawing columns(Weeks weeks, List<Series> series) {
        List<Integer> totals = IntStream.range(0, weeks.count())
                .mapToObj(week -> series.stream()
                        .mapToInt(kind -> kind.counts().get(week))
                        .sum())
                .toList();
        int most = Math.max(1, Collections.max(totals));
        double unit = Math.min(TALLEST_UNIT, (double) TALL / most);
        double base = Math.ceil(TOP + most * unit);
        double step = (double) WIDE / weeks.count();
        List<Box> boxes = new ArrayList<>();
        List<Words> words = new ArrayList<>();
        for (int week = 0; week < weeks.count(); week++) {
            double below = base;
            for (Series kind : series) {
                double tall = kind.counts().get(week) * unit;
                if (tall > 0) {
                    below -= tall;
                    boxes.add(new Box(
                            round(week * step + step * 0.1),
                            round(below),
                            round(step * 0.8),
                            round(tall),
                            kind.fill()));
                }
            }
            if (totals.get(week) > 0 && step >= LINE) {
                words.add(new Words(
                        round(week * step + step / 2), round(below - 4), "middle", String.valueOf(totals.get(week))));
            }
        }
        boxes.add(new Box(0, base, WIDE, 1, Fill.RULE));
        words.addAll(days(weeks, 0, step, base + 16));
        return new Drawing(WIDE, (int) base + 22, boxes, words);
    }

    /** A line for each thing that is looked for, a mark for each week in which it was so. */
    static Drawing marks(Weeks weeks, List<Marks> lines) {
        double step = (double) (WIDE - HEADING) / weeks.count();
        double side = Math.min(step * 0.8, LINE * 0.7);
        List<Box> boxes = new ArrayList<>();
        List<Words> words = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            double y = line * LINE;
            words.add(new Words(0, y + LINE * 0.7, "start", lines.get(line).heading()));
            boxes.add(new Box(HEADING, y + LINE - 1.0, WIDE - HEADING, 1, Fill.RULE));
            for (int week = 0; week < weeks.count(); week++) {
                if (lines.get(line).counts().get(week) > 0) {
                    boxes.add(new Box(
                            round(HEADING + week * step + (step - side) / 2),
                            round(y + 2),
                            round(side),
                            LINE - 6.0,
                            Fill.FULL));
                }
            }
        }
        double below = lines.size() * LINE;
        words.addAll(days(weeks, HEADING, step, below + 14));
        return new Drawing(WIDE, (int) below + 20, boxes, words);
    }

    /** One bar in a table, of kinds one after the other; all bars of a table have the same measure. */
    static Drawing bar(int most, List<Integer> counts, Fill... fills) {
        double unit = Math.min(TALLEST_UNIT, (double) (BAR - 2) / Math.max(1, most));
        List<Box> boxes = new ArrayList<>();
        double x = 1;
        for (int kind = 0; kind < fills.length; kind++) {
            double wide = counts.get(kind) * unit;
            if (wide > 0) {
                boxes.add(new Box(round(x), 1, round(wide), 12, fills[kind]));
            }
            x += wide;
        }
        return new Drawing(BAR, 14, boxes, List.of());
    }

    /** The Mondays of some weeks, as many as can be read. */
    private static List<Words> days(Weeks weeks, double from, double step, double y) {
        int every = (int) Math.ceil(56 / step);
        return IntStream.range(0, weeks.count())
                .filter(week -> week % every == 0 && (week == 0 || from + week * step + 36 <= WIDE))
                .mapToObj(week -> new Words(round(from + week * step), y, "start", DAY.format(weeks.monday(week))))
                .toList();
    }

    private static double round(double exact) {
        return Math.round(exact * 10) / 10.0;
    }
}
