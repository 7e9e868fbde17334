package org.safecontact.evidence.file;

/** One picture as JPEG from its first byte to its last, with nothing behind it. */
final class JpegCheck implements ContentCheck {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;

    private enum Part {
        START,
        MARK,
        MARK_NAME,
        LENGTH,
        CONTENT,
        SCAN,
        SCAN_MARK,
        BEHIND
    }

    private Part part = Part.START;
    private int seen;
    private int name;
    private int left;

    @Override
    public void next(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            if (part == Part.CONTENT) {
                int take = Math.min(left, length - at);
                left -= take;
                at += take - 1;
                if (left == 0) {
                    part = name == SCAN ? Part.SCAN : Part.MARK;
                }
            } else {
                step(bytes[at] & 0xff);
            }
        }
    }

    @Override
    public void end() {
        if (part != Part.BEHIND) {
            throw broken();
        }
    }

    private void step(int value) {
        switch (part) {
            case START -> start(value);
            case MARK -> {
                require(value == 0xff);
                part = Part.MARK_NAME;
            }
            case MARK_NAME -> mark(value);
            case LENGTH -> length(value);
            case SCAN -> part = value == 0xff ? Part.SCAN_MARK : Part.SCAN;
            case SCAN_MARK -> {
                boolean stillScan = value == 0 || value >= 0xd0 && value <= 0xd7;
                if (stillScan) {
                    part = Part.SCAN;
                } else {
                    mark(value);
                }
            }
            default ->
                throw new FileRefused("There is something more behind this picture. Please take a plain screenshot.");
        }
    }

    private void start(int value) {
        require(value == (seen == 0 ? 0xff : START));
        if (++seen == 2) {
            part = Part.MARK;
        }
    }

    private void mark(int value) {
        if (value == 0xff) {
            return;
        }
        require(value != 0 && value != START);
        name = value;
        seen = 0;
        part = value == END ? Part.BEHIND : Part.LENGTH;
    }

    private void length(int value) {
        left = seen == 0 ? value << 8 : left | value;
        if (++seen == 2) {
            require(left >= 2);
            left -= 2;
            part = left > 0 ? Part.CONTENT : name == SCAN ? Part.SCAN : Part.MARK;
        }
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw broken();
        }
    }

    private static FileRefused broken() {
        return new FileRefused("This picture is damaged or not what it says it is. Please take the screenshot again.");
    }
}
