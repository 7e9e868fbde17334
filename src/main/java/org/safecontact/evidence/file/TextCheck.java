package org.safecontact.evidence.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.safecontact.record.HiddenFile;

/** Text in UTF-8 and nothing else: no control characters, no page in disguise, no file in letters. */
final class TextCheck implements ContentCheck {

    private static final int OVERLAP = 600;
    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype|html|script|svg|iframe)\\b", Pattern.CASE_INSENSITIVE);

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final byte[] rest = new byte[4];
    private int restLength;
    private String before = "";

    @Override
    public void next(byte[] bytes, int length) {
        ByteBuffer in = ByteBuffer.allocate(restLength + length);
        in.put(rest, 0, restLength).put(bytes, 0, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        if (decoder.decode(in, out, false).isError()) {
            throw notText();
        }
        restLength = in.remaining();
        in.get(rest, 0, restLength);
        check(out.flip().toString());
    }

    @Override
    public void end() {
        if (restLength > 0) {
            throw notText();
        }
    }

    private void check(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ' && character != '\n' && character != '\r' && character != '\t' || character == 0x7f) {
                throw notText();
            }
        }
        String seen = before + text;
        if (HiddenFile.in(seen)) {
            throw new FileRefused("There is a picture or file in letters inside this text. Please take it out.");
        }
        if (PAGE.matcher(seen).find()) {
            throw new FileRefused("This is a page, not plain text. Please copy the words into a text file.");
        }
        before = seen.substring(Math.max(0, seen.length() - OVERLAP));
    }

    private static FileRefused notText() {
        return new FileRefused("This is not plain text. Please save it as plain text (UTF-8).");
    }
}
