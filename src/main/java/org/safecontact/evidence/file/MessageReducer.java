package org.safecontact.evidence.file;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Properties;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.safecontact.record.HiddenFile;

/** Makes headers and text of an e-mail; one with an attachment or a picture inside is refused. */
final class MessageReducer {

    private static final int DEEPEST = 6;

    private final StringBuilder text = new StringBuilder();

    private MessageReducer() {}

    /**
     * @param bytes an e-mail as a file
     * @return its headers, an empty line and its text, in UTF-8
     * @throws FileRefused when something is attached or it cannot be read
     */
    static byte[] reduce(byte[] bytes) {
        MessageReducer reducer = new MessageReducer();
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            Enumeration<String> headers = message.getAllHeaderLines();
            while (headers.hasMoreElements()) {
                reducer.text.append(headers.nextElement()).append('\n');
            }
            reducer.text.append('\n');
            int body = reducer.text.length();
            reducer.part(message, 0);
            if (HiddenFile.in(reducer.text.substring(body))) {
                throw somethingInside();
            }
        } catch (MessagingException | IOException | ParseException | RuntimeException unreadable) {
            throw unreadable instanceof FileRefused refused
                    ? refused
                    : new FileRefused("This e-mail cannot be read. Please copy its words into a text file.");
        }
        return reducer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void part(Part part, int depth) throws MessagingException, IOException, ParseException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null) {
            throw somethingInside();
        }
        if (part.isMimeType("multipart/*")) {
            several((Multipart) part.getContent(), part.isMimeType("multipart/alternative"), depth);
        } else if (part.isMimeType("text/plain")) {
            text.append(String.valueOf(part.getContent())).append('\n');
        } else if (part.isMimeType("text/html")) {
            text.append(words(page(part))).append('\n');
        } else {
            throw somethingInside();
        }
    }

    /** Of the same thing said twice the plain words are kept; the page is still looked at. */
    private void several(Multipart parts, boolean sameThing, int depth)
            throws MessagingException, IOException, ParseException {
        boolean plain = false;
        for (int at = 0; at < parts.getCount(); at++) {
            BodyPart part = parts.getBodyPart(at);
            if (sameThing && plain && part.isMimeType("text/html")) {
                page(part);
            } else {
                part(part, depth + 1);
            }
            plain |= part.isMimeType("text/plain");
        }
    }

    private static String page(Part part) throws MessagingException, IOException {
        String page = String.valueOf(part.getContent());
        if (HiddenFile.addressIn(page)) {
            throw somethingInside();
        }
        return page;
    }

    private static String words(String page) throws ParseException {
        StringBuilder words = new StringBuilder();
        new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(page, new AbstractMarkupHandler() {
            private boolean shown = true;

            @Override
            public void handleOpenElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
                String name = new String(buffer, nameOffset, nameLength).toLowerCase(Locale.ROOT);
                shown = !name.equals("script") && !name.equals("style") && !name.equals("head");
            }

            @Override
            public void handleCloseElementStart(char[] buffer, int nameOffset, int nameLength, int line, int column) {
                shown = true;
                words.append(' ');
            }

            @Override
            public void handleText(char[] buffer, int offset, int length, int line, int column) {
                if (shown) {
                    words.append(buffer, offset, length);
                }
            }
        });
        return words.toString();
    }

    private static FileRefused somethingInside() {
        return new FileRefused(
                "There is a picture or file inside this e-mail. Please copy its words into a text file.");
    }
}
