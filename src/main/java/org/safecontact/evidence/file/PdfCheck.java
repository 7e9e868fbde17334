package org.safecontact.evidence.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
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

    /** More bytes than a pixel of any kind takes, and what a picture may carry beside its pixels: its kind of colour, say. */
    private static final int BYTES_A_PIXEL = 8;

    private static final int BESIDE_PIXELS = 16 * 1024;

    /** Where a name or a word ends. */
    private static final String END = "(?![^\\x00\\s/<>\\[\\](){}%])";

    private static final String BLANK = "[\\x00\\s]";

    private static final Pattern INSIDE = Pattern.compile(
            "/(?:EmbeddedFiles?|Filespec|EF|RichMedia\\w*|Movie|Sound|3D|Rendition|JavaScript|JS|Launch|XFA|SubmitForm"
                    + "|ImportData|GoToE|Encrypt)" + END);
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("\\bstream\\r?\\n");
    private static final Pattern OBJECT = Pattern.compile("\\d" + BLANK + "+obj(?=" + BLANK + "*<<)");
    private static final Pattern OBJECT_IN_STREAM = Pattern.compile("obj(?<=[\\d\\x00\\s]obj)" + END);
    private static final Pattern STRAY = Pattern.compile("\\bstream\\b|/Filter" + END);
    private static final Pattern NOT_PLAIN = Pattern.compile("[%()]");
    private static final Pattern WIDTH = Pattern.compile("/(?:Width|W)" + END);
    private static final Pattern HEIGHT = Pattern.compile("/(?:Height|H)" + END);
    private static final Pattern NUMBER =
            Pattern.compile("\\s+(\\d{1,7})" + END + "(?!" + BLANK + "*\\d+" + BLANK + "+R)");
    private static final Pattern INLINE = Pattern.compile("BI(?<![^\\x00\\s\\[\\](){}<>]BI)(?=" + BLANK + "*[/%])");
    private static final Pattern INLINE_WORDS = Pattern.compile("[^\\x00]{0,400}?\\bID" + BLANK);
    private static final Pattern IMAGE = Pattern.compile("/Image" + END);
    private static final Pattern OWN_SIZE = Pattern.compile("/(?:JPXDecode|JBIG2Decode)" + END);
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(/\\w+|\\[[^\\]]*\\])");
    private static final Pattern PLAIN_DEFLATE = Pattern.compile("\\[?\\s*/(?:FlateDecode|Fl)\\s*\\]?");
    private static final Pattern OTHER_FILTER = Pattern.compile("/(?:F|Filter|DP|\\w+Decode)" + END);
    private static final Pattern PREDICTOR = Pattern.compile("/Predictor" + END + "(?!\\s+1" + END + ")");
    private static final Pattern OF_OFFSETS = Pattern.compile("/Type\\s*/XRef" + END);

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
            int stop = document.indexOf("endstream", stream.end());
            if (stop < 0) {
                throw notReadable();
            }
            int begin = dictionary(at, stream.start());
            between(document.substring(at, begin));
            stream(plain(document.substring(begin, stream.start())), document.substring(stream.end(), stop));
            at = stop + "endstream".length();
        }
        between(document.substring(at));
    }

    /** Where what describes a stream begins. What is in a comment begins nothing. */
    private int dictionary(int from, int to) {
        int begin = OBJECT.matcher(document)
                .region(from, to)
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow(PdfCheck::notReadable)
                .end();
        int line = 1 + Math.max(document.lastIndexOf('\n', begin - 1), document.lastIndexOf('\r', begin - 1));
        if (document.substring(Math.max(line, from), begin).contains("%")) {
            throw notReadable();
        }
        return begin;
    }

    /** What stands between streams may not look like one: it would be read otherwise by others than by us. */
    private void between(String text) {
        scan(text, true);
        if (STRAY.matcher(plain(text)).find()) {
            throw notReadable();
        }
    }

    private void stream(String dictionary, String data) {
        scan(IMAGE.matcher(dictionary).replaceAll(""), true);
        if (NOT_PLAIN.matcher(dictionary).find()) {
            throw notReadable();
        }
        if (IMAGE.matcher(dictionary).find()) {
            pictureOf(dictionary, data);
            return;
        }
        Matcher filter = FILTER.matcher(dictionary);
        boolean packed = filter.find();
        String rest = packed ? filter.replaceFirst("") : dictionary;
        if (OTHER_FILTER.matcher(rest).find()
                || PREDICTOR.matcher(rest).find() && !OF_OFFSETS.matcher(rest).find()) {
            throw notReadable();
        }
        if (!packed) {
            inStream(data, true);
        } else if (PLAIN_DEFLATE
                .matcher(filter.reset().results().findFirst().orElseThrow().group(1))
                .matches()) {
            unpack(data.getBytes(StandardCharsets.ISO_8859_1));
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
                inStream(text, inflater.finished());
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
            if (!new String(packed, StandardCharsets.ISO_8859_1)
                    .substring(packed.length - inflater.getRemaining())
                    .isBlank()) {
                throw notReadable();
            }
        } catch (DataFormatException damaged) {
            throw notReadable();
        } finally {
            inflater.end();
        }
    }

    private void inStream(String text, boolean whole) {
        scan(text, whole);
        requireNoObject(text);
    }

    private static void requireNoObject(String text) {
        if (OBJECT_IN_STREAM.matcher(text).find()) {
            throw notReadable();
        }
    }

    /** @param whole whether it ends here; otherwise its last part comes once more, with what follows */
    private void scan(String text, boolean whole) {
        String plain = plain(text);
        if (INSIDE.matcher(plain).find()) {
            throw new FileRefused(
                    "There is a file, a form or something that runs inside this document, or it is locked."
                            + " Please copy the words into a text file.");
        }
        if (IMAGE.matcher(plain).find()) {
            throw pictures();
        }
        Matcher inline = INLINE.matcher(plain);
        while (inline.find() && (whole || inline.start() < plain.length() - OVERLAP)) {
            Matcher words = INLINE_WORDS.matcher(plain).region(inline.end(), plain.length());
            if (!words.lookingAt() || NOT_PLAIN.matcher(words.group()).find()) {
                throw pictures();
            }
            picture(words.group());
        }
    }

    private void pictureOf(String dictionary, String data) {
        if (OWN_SIZE.matcher(dictionary).find()) {
            throw pictures();
        }
        long size = picture(dictionary);
        if (data.length() > size * BYTES_A_PIXEL + BESIDE_PIXELS) {
            throw pictures();
        }
        requireNoObject(data);
    }

    private long picture(String dictionary) {
        long size = only(WIDTH, dictionary) * only(HEIGHT, dictionary);
        pictures += size;
        if (size > LARGEST_PICTURE || pictures > ALL_PICTURES) {
            throw pictures();
        }
        return size;
    }

    /** The number behind a name: said once, and here. */
    private static long only(Pattern name, String dictionary) {
        List<MatchResult> said = name.matcher(dictionary).results().toList();
        if (said.size() != 1) {
            throw pictures();
        }
        Matcher number = NUMBER.matcher(dictionary).region(said.get(0).end(), dictionary.length());
        if (!number.lookingAt()) {
            throw pictures();
        }
        return Long.parseLong(number.group(1));
    }

    private static FileRefused pictures() {
        return new FileRefused("There are pictures in this document. Please copy the words into a text file.");
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
