package org.safecontact.evidence.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A document of words: no file inside, nothing that runs or moves, no large picture (practice notes, section 4). What
 * cannot be looked into is refused. Works on the bytes of a document small enough to hold, and unpacks no more than a
 * bound at a time.
 */
final class PdfCheck {

    /** Pixels of one picture, about a letterhead's logo; and of all together. House defaults. */
    private static final long LARGEST_PICTURE = 40_000;

    private static final long ALL_PICTURES = 120_000;
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int WINDOW = 64 * 1024;
    private static final int OVERLAP = 600;

    private static final Pattern INSIDE = Pattern.compile(
            "/(?:EmbeddedFiles?|Filespec|EF|RichMedia\\w*|Movie|Sound|3D|Rendition|JavaScript|JS|Launch|XFA|SubmitForm"
                    + "|ImportData|GoToE|Encrypt)(?=[\\s/<>\\[\\]()%]|$)");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("\\bstream\\r?\\n");
    private static final Pattern WIDTH = Pattern.compile("/(?:Width|W)\\s+(\\d{1,7})(?!\\d|\\s+\\d+\\s+R)");
    private static final Pattern HEIGHT = Pattern.compile("/(?:Height|H)\\s+(\\d{1,7})(?!\\d|\\s+\\d+\\s+R)");
    private static final Pattern INLINE = Pattern.compile("(?s)\\bBI\\b([^\\x00]{0,400}?)\\bID\\s");
    private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image(?=[\\s/<>\\[\\]()%]|$)");
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(/\\w+|\\[[^\\]]*\\]|\\d+\\s+\\d+\\s+R)");
    private static final Pattern PLAIN_DEFLATE = Pattern.compile("\\[?\\s*/(?:FlateDecode|Fl)\\s*\\]?");

    private final String document;
    private long pictures;
    private long unpacked;

    private PdfCheck(byte[] bytes) {
        this.document = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** @throws FileRefused when it holds what may not be in it, or cannot be looked into */
    static void check(byte[] bytes) {
        new PdfCheck(bytes).check();
    }

    private void check() {
        int end = document.lastIndexOf("%%EOF");
        if (!document.startsWith("%PDF-")
                || end < 0
                || !document.substring(end + 5).isBlank()) {
            throw new FileRefused("This document is damaged, or there is something more behind it.");
        }
        int at = 0;
        Matcher stream = STREAM.matcher(document);
        while (stream.find(at)) {
            scan(document.substring(at, stream.start()));
            int stop = document.indexOf("endstream", stream.end());
            if (stop < 0) {
                throw notReadable();
            }
            stream(dictionary(at, stream.start()), stream.end(), stop);
            at = stop + "endstream".length();
        }
        scan(document.substring(at));
    }

    private String dictionary(int from, int to) {
        int begin = document.lastIndexOf("obj", to);
        return plain(document.substring(Math.max(begin, from), to));
    }

    private void stream(String dictionary, int from, int to) {
        if (IMAGE.matcher(dictionary).find()) {
            picture(dictionary);
            return;
        }
        Matcher filter = FILTER.matcher(dictionary);
        if (!filter.find()) {
            scan(document.substring(from, to));
        } else if (PLAIN_DEFLATE.matcher(filter.group(1)).matches()) {
            unpack(document.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            throw notReadable();
        }
    }

    private void unpack(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] window = new byte[WINDOW];
            String before = "";
            while (!inflater.finished()) {
                int length = inflater.inflate(window);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw notReadable();
                }
                unpacked += length;
                if (unpacked > MOST_UNPACKED) {
                    throw notReadable();
                }
                String text = before + new String(window, 0, length, StandardCharsets.ISO_8859_1);
                scan(text);
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
        } catch (DataFormatException damaged) {
            throw notReadable();
        } finally {
            inflater.end();
        }
    }

    private void scan(String text) {
        String plain = plain(text);
        if (INSIDE.matcher(plain).find()) {
            throw new FileRefused(
                    "There is a file, a form or something that runs inside this document, or it is locked."
                            + " Please copy the words into a text file.");
        }
        Matcher inline = INLINE.matcher(plain);
        while (inline.find()) {
            if (inline.group(1).contains("/W")) {
                picture(inline.group(1));
            }
        }
    }

    private void picture(String dictionary) {
        Matcher width = WIDTH.matcher(dictionary);
        Matcher height = HEIGHT.matcher(dictionary);
        long size = width.find() && height.find()
                ? Long.parseLong(width.group(1)) * Long.parseLong(height.group(1))
                : Long.MAX_VALUE;
        if (size > LARGEST_PICTURE || (pictures += size) > ALL_PICTURES) {
            throw new FileRefused("There are pictures in this document. Please copy the words into a text file.");
        }
    }

    /** Names may be written with escapes, so that {@code /J#53} means {@code /JS}. */
    private static String plain(String text) {
        return text.indexOf('#') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static FileRefused notReadable() {
        return new FileRefused("We cannot look into this document. Please copy the words into a text file.");
    }
}
