package org.safecontact.evidence.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A picture as PNG from its first byte to its last, each part intact, with nothing behind it and nothing that moves. */
final class PngCheck implements ContentCheck {

    private static final byte[] BEGINNING = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** As many dots as no screen has, however far it was scrolled: what says more fills the memory of whoever opens it. House default. */
    private static final long MOST_DOTS = 100_000_000;

    private enum Part {
        BEGINNING,
        HEAD,
        CONTENT,
        SUM,
        BEHIND
    }

    private Part part = Part.BEGINNING;
    private final byte[] head = new byte[8];
    private int filled;
    private long left;
    private String name = "";
    private final byte[] sides = new byte[8];
    private int sidesRead;
    private boolean first = true;
    private boolean pictured;
    private final CRC32 sum = new CRC32();

    @Override
    public void next(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            if (part == Part.BEHIND) {
                throw new FileRefused("There is something more behind this picture. Please take a plain screenshot.");
            }
            if (part == Part.CONTENT) {
                int take = (int) Math.min(left, length - at);
                sum.update(bytes, at, take);
                sides(bytes, at, take);
                left -= take;
                at += take;
                if (left == 0) {
                    begin(Part.SUM);
                }
            } else {
                head[filled++] = bytes[at++];
                if (filled == (part == Part.SUM ? 4 : 8)) {
                    complete();
                }
            }
        }
    }

    @Override
    public void end() {
        if (part != Part.BEHIND || !pictured) {
            throw broken();
        }
    }

    /** The picture's width and height are the first bytes of its first part. */
    private void sides(byte[] bytes, int from, int length) {
        int take = Math.min(length, sides.length - sidesRead);
        if (take <= 0) {
            return;
        }
        System.arraycopy(bytes, from, sides, sidesRead, take);
        sidesRead += take;
        if (sidesRead == sides.length
                && number(sides) > MOST_DOTS / Math.max(1, number(Arrays.copyOfRange(sides, 4, 8)))) {
            throw new FileRefused("This picture is larger than any screen. Please take a plain screenshot.");
        }
    }

    private void complete() {
        switch (part) {
            case BEGINNING -> {
                if (!Arrays.equals(head, BEGINNING)) {
                    throw broken();
                }
                begin(Part.HEAD);
            }
            case HEAD -> part();
            default -> {
                if (number(head) != sum.getValue()) {
                    throw broken();
                }
                begin(name.equals("IEND") ? Part.BEHIND : Part.HEAD);
            }
        }
    }

    private void part() {
        left = number(head);
        name = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
        if (left > Integer.MAX_VALUE
                || !name.matches("[A-Za-z]{4}")
                || first && !name.equals("IHDR")
                || name.equals("IEND") && left != 0) {
            throw broken();
        }
        if (name.equals("acTL")) {
            throw new FileRefused("Moving pictures are never taken. Please take a plain screenshot.");
        }
        first = false;
        pictured |= name.equals("IDAT") && left > 0;
        sum.reset();
        sum.update(head, 4, 4);
        begin(left == 0 ? Part.SUM : Part.CONTENT);
    }

    private void begin(Part next) {
        part = next;
        filled = 0;
    }

    private static long number(byte[] bytes) {
        return (bytes[0] & 0xffL) << 24 | (bytes[1] & 0xffL) << 16 | (bytes[2] & 0xffL) << 8 | bytes[3] & 0xffL;
    }

    private static FileRefused broken() {
        return new FileRefused("This picture is damaged or not what it says it is. Please take the screenshot again.");
    }
}
