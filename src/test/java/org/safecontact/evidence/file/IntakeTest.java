package org.safecontact.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.safecontact.evidence.file.Samples.behind;
import static org.safecontact.evidence.file.Samples.jpeg;
import static org.safecontact.evidence.file.Samples.mail;
import static org.safecontact.evidence.file.Samples.mailWith;
import static org.safecontact.evidence.file.Samples.pdf;
import static org.safecontact.evidence.file.Samples.png;
import static org.safecontact.evidence.file.Samples.text;
import static org.safecontact.evidence.file.Samples.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecontact.evidence.FileType;

/** What is taken, what is refused, by content alone (practice notes, section 4; domain brief, section 4). */
class IntakeTest {

    private static final long LARGEST = 25L * 1024 * 1024;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("a screenshot", png(), FileType.PNG),
                arguments("a screenshot as JPEG", jpeg(), FileType.JPEG),
                arguments("copied words", text("22:04 “come home”\n22:05 no 😀\r\n"), FileType.TEXT),
                arguments("one letter", text("a"), FileType.TEXT),
                arguments("a document of words", pdf("BT (hello) Tj ET", ""), FileType.PDF),
                arguments("an e-mail", text(mail("text/plain", "hello")), FileType.MESSAGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void taken(String what, byte[] file, FileType type) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Intake.Taken taken =
                Intake.take(new ByteArrayInputStream(file), LARGEST, (bytes, length) -> kept.write(bytes, 0, length));
        assertThat(taken.type()).isEqualTo(type);
        assertThat(taken.size()).isEqualTo(kept.size());
        assertThat(taken.sha256()).isEqualTo(sha256(kept.toByteArray()));
        assertThat(taken.receivedSha256()).isEqualTo(sha256(file));
        if (type != FileType.MESSAGE) {
            assertThat(kept.toByteArray()).isEqualTo(file);
        }
    }

    static Stream<Arguments> refused() {
        byte[] film = Samples.text("\0\0\0\u0020ftypisom\0\0\2\0isomiso2avc1mp41");
        return Stream.of(
                arguments("nothing", new byte[0], "empty"),
                arguments("an archive", zip(), "not taken"),
                arguments("a film", film, "Videos"),
                arguments("a GIF", text("GIF89a\1\0\1\0\0\0\0;"), "kind of picture"),
                arguments("a HEIC", text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "kind of picture"),
                arguments(
                        "an SVG",
                        text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"),
                        "not taken"),
                arguments(
                        "an SVG as XML",
                        text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                        "not taken"),
                arguments("a page", text("<!DOCTYPE html><html><body>hi</body></html>"), "not taken"),
                arguments("a page behind words", text("hello\n<script>alert(1)</script>"), "a page"),
                arguments("a program", text("\u007fELF\2\1\1\0\0\0\0\0\0\0\0\0"), "not taken"),
                arguments("a script", text("#!/bin/sh\nrm -rf /\n"), "not taken"),
                arguments("PNG with an archive behind", behind(png(), zip()), "more behind"),
                arguments("PNG with a page behind", behind(png(), text("<html>")), "more behind"),
                arguments("JPEG with an archive behind", behind(jpeg(), zip()), "more behind"),
                arguments("JPEG with a second picture behind", behind(jpeg(), jpeg()), "more behind"),
                arguments("half a PNG", Arrays.copyOf(png(), png().length / 2), "damaged"),
                arguments("half a JPEG", Arrays.copyOf(jpeg(), jpeg().length / 2), "damaged"),
                arguments("a changed PNG", changed(png()), "damaged"),
                arguments("a PNG without a picture", withoutPicture(png()), "damaged"),
                arguments("a small PNG that fills the memory", withSides(png(), (byte) 1), "larger than any screen"),
                arguments("bytes that are no text", new byte[] {'a', 'b', (byte) 0xc3, 'c', 'd'}, "plain text"),
                arguments(
                        "text in another alphabet's bytes",
                        "café ".repeat(9).getBytes(StandardCharsets.ISO_8859_1),
                        "text"),
                arguments(
                        "a picture in letters",
                        text("look: data:image/png;base64,"
                                + Base64.getEncoder().encodeToString(png())),
                        "picture or file in letters"),
                arguments(
                        "a picture in lines of letters",
                        text("look\n" + Base64.getMimeEncoder().encodeToString(Samples.largePng(40))),
                        "picture or file in letters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, byte[] file, String why) {
        assertThatThrownBy(() -> take(file)).isInstanceOf(FileRefused.class).hasMessageContaining(why);
    }

    static Stream<Arguments> refusedDocuments() {
        String image =
                "5 0 obj <</Type/XObject/Subtype/Image/Width %s/Height %s/Length 3>>\nstream\nabc\nendstream endobj";
        String large = "5 0 obj <</Type/XObject/Subtype/Image%s>>\nstream\nabc\nendstream endobj";
        return Stream.of(
                arguments("a file inside", pdf("x", "5 0 obj <</Type/EmbeddedFile>> endobj"), "inside"),
                arguments(
                        "a file inside, spelled otherwise",
                        pdf("x", "5 0 obj <</Type/Emb#65ddedFile>> endobj"),
                        "inside"),
                arguments(
                        "a file by way of its name",
                        pdf("x", "5 0 obj <</Names[(a) <</EF<</F 6 0 R>>>>]>> endobj"),
                        "inside"),
                arguments(
                        "something that runs",
                        pdf("x", "5 0 obj <</S/JavaScript/JS(app.alert\\(1\\))>> endobj"),
                        "inside"),
                arguments("a film", pdf("x", "5 0 obj <</Subtype/RichMedia>> endobj"), "inside"),
                arguments("locked", pdf("x", "5 0 obj <</Encrypt 6 0 R>> endobj"), "locked"),
                arguments("a large picture", pdf("x", image.formatted("1080", "1920")), "pictures"),
                arguments("a picture of unknown size", pdf("x", image.formatted("6 0 R", "7 0 R")), "pictures"),
                arguments(
                        "many small pictures", pdf("x", (image.formatted("190", "190") + "\n").repeat(5)), "pictures"),
                arguments(
                        "a picture within the page",
                        pdf("q BI /W 900 /H 900 /CS /G /BPC 8 ID abc EI Q", ""),
                        "pictures"),
                arguments("a file named in a packed part", pdf("5 0 obj <</Type /EmbeddedFile>>", ""), "inside"),
                arguments(
                        "packed in an unusual way",
                        pdf("x", "5 0 obj <</Filter[/ASCII85Decode/FlateDecode]>>\nstream\nabc\nendstream endobj"),
                        "look into"),
                arguments(
                        "a large picture behind a name that looks like a beginning",
                        pdf("x", large.formatted("/Width 1080/Height 1920/Name(obj)")),
                        "pictures|look into"),
                arguments(
                        "a large picture behind what looks like another beginning",
                        pdf("x", large.formatted("/Width 1080/Height 1920/Name(5 0 obj <<)")),
                        "pictures"),
                arguments(
                        "a large picture behind a beginning in a comment",
                        pdf("x", large.formatted("/Width 1080/Height 1920%5 0 obj <<\n")),
                        "look into"),
                arguments(
                        "a picture called so behind a comment",
                        pdf("x", large.replace("/Image", "%%c\n/Image").formatted("/Width 1080/Height 1920")),
                        "look into"),
                arguments(
                        "a small size in a comment",
                        pdf("x", large.formatted("/Width%/Width 9\n1080/Height%/Height 9\n1920")),
                        "look into"),
                arguments("two sizes", pdf("x", large.formatted("/Width 9/Height 9/W 1080/H 1920")), "pictures"),
                arguments(
                        "a picture within the page, its size behind a comment",
                        pdf("q BI /W%c\n900 /H 900 /CS /G /BPC 8 ID abc EI Q", ""),
                        "pictures"),
                arguments(
                        "a picture within the page, its size far behind",
                        pdf("q BI " + "/CS /G ".repeat(90) + "/W 900 /H 900 ID abc EI Q", ""),
                        "pictures"),
                arguments(
                        "a picture in a stream that is not packed",
                        pdf(
                                "x",
                                "5 0 obj <</Length 9>>\nstream\n" + large.formatted("/Width 1080/Height 1920")
                                        + "\nendstream endobj"),
                        "pictures"),
                arguments(
                        "something packed in a stream that is not packed",
                        pdf(
                                "x",
                                "5 0 obj <</Length 9>>\nstream\n6 0 obj <</Filter/FlateDecode>> stream\nabc\nendstream"
                                        + " endobj endstream endobj"),
                        "look into"),
                arguments(
                        "packed by the short name",
                        pdf("x", "5 0 obj <</F/FlateDecode>>\nstream\nabc\nendstream endobj"),
                        "look into"),
                arguments(
                        "packed, said behind a comment",
                        pdf("x", "5 0 obj <</Filter%c\n/FlateDecode>>\nstream\nabc\nendstream endobj"),
                        "look into"),
                arguments(
                        "a stream that begins otherwise",
                        pdf("x", "5 0 obj <</Filter/FlateDecode>>\nstream\rabc\nendstream endobj"),
                        "look into"),
                arguments(
                        "packed and changed once more",
                        pdf("x", "5 0 obj <</DecodeParms<</Predictor 12>>>>\nstream\nabc\nendstream endobj"),
                        "look into"),
                arguments(
                        "a picture that says its size itself",
                        pdf("x", large.formatted("/Width 9/Height 9/Filter/JPXDecode")),
                        "pictures"),
                arguments(
                        "a picture of more than its size",
                        pdf("x", large.formatted("/Width 9/Height 9").replace("abc", "abc".repeat(9_000))),
                        "pictures"),
                arguments(
                        "something behind what is packed",
                        new String(pdf("x", ""), StandardCharsets.ISO_8859_1)
                                .replace("\nendstream", "abc\nendstream")
                                .getBytes(StandardCharsets.ISO_8859_1),
                        "look into"),
                arguments("a bomb", pdf("x".repeat(70 * 1024 * 1024), ""), "look into"),
                arguments("an archive behind", behind(pdf("x", ""), zip()), "behind"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedDocuments(String what, byte[] file, String why) {
        assertThatThrownBy(() -> take(file)).isInstanceOf(FileRefused.class).hasMessageFindingMatch(why);
    }

    @Test
    void aDocumentMayHaveALetterhead() {
        String logo = "5 0 obj <</Subtype/Image/Width 180/Height 60/Length 3>>\nstream\nabc\nendstream endobj";
        assertThatCode(() -> take(pdf("BT (hello) Tj ET", logo))).doesNotThrowAnyException();
        String small = "q BI /W 90 /H 90 /CS /G /BPC 8 ID abc EI Q ";
        assertThatCode(() -> take(pdf("BT (BI Ltd) Tj ET " + small, ""))).doesNotThrowAnyException();
        byte[] far = pdf("BT (hello) Tj ET\n".repeat(9_000) + small.repeat(14), "");
        assertThatCode(() -> take(far)).doesNotThrowAnyException();
    }

    @Test
    void aDocumentMayListWhereItsPartsAre() {
        byte[] rows = Samples.packed(new byte[40]);
        String offsets =
                "6 0 obj\n<</Type/XRef/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>/ID[<00><00>]>>"
                        + "\nstream\n" + Samples.latin(rows) + "\nendstream endobj";
        String document =
                "%PDF-1.5\n%\u00e2\u00e3\n1 0 obj <</Type/Catalog>> endobj\n" + offsets + "\nstartxref\n9\n%%EOF\n";
        assertThatCode(() -> take(document.getBytes(StandardCharsets.ISO_8859_1)))
                .doesNotThrowAnyException();
    }

    @Test
    void anEmailIsReducedToHeadersAndText() throws IOException {
        String both = mail(
                "multipart/alternative; boundary=b",
                "--b\r\nContent-Type: text/plain\r\n\r\nplain words\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                        + "<p>page words</p>\r\n--b--\r\n");
        assertThat(kept(text(both))).contains("Subject: Hello", "plain words").doesNotContain("page words", "<p>");
        String page = mail("text/html", "<html><style>x</style><p>come <b>home</b></p><script>1</script></html>");
        assertThat(kept(text(page))).contains("From: somebody", "come", "home").doesNotContain("<b>", "script", "x</");
    }

    static Stream<Arguments> refusedEmails() {
        return Stream.of(
                arguments("an attachment", mailWith("Content-Disposition: attachment; filename=a.png", png())),
                arguments("a picture inside", mailWith("Content-Type: image/png\r\nContent-ID: <a>", png())),
                arguments("a named text", mailWith("Content-Type: text/plain; name=a.txt", text("hello"))),
                arguments("another e-mail inside", mail("message/rfc822", mailWith("Content-Type: image/png", png()))),
                arguments("a picture in the page", mail("text/html", "<img src=\"data:image/png;base64,AAAA\">")),
                arguments(
                        "a picture in the other way to say it",
                        mail(
                                "multipart/alternative; boundary=b",
                                "--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                                        + "<img src='DATA:image/png;base64,AAAA'>\r\n--b--\r\n")),
                arguments(
                        "a picture in letters",
                        mail("text/plain", Base64.getMimeEncoder().encodeToString(Samples.largePng(40)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedEmails(String what, String mail) {
        assertThatThrownBy(() -> take(text(mail)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("inside this e-mail");
    }

    @Test
    void whatIsTooLargeIsRefusedAsSoonAsItIs() {
        int[] passed = {0};
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("a".repeat(100).getBytes(StandardCharsets.UTF_8)), new Endless(' '));
        assertThatThrownBy(() -> Intake.take(endless, LARGEST, (bytes, length) -> passed[0] += length))
                .isInstanceOf(FileRefused.class)
                .hasMessage("This file is too large. At most 25 MB fit.");
        assertThat(passed[0]).isLessThanOrEqualTo((int) LARGEST);
    }

    @Test
    void randomBytesNeverComeThroughAndNeverBreakAnything() {
        Random random = new Random(11);
        byte[][] beginnings = {png(), jpeg(), pdf("BT (x) Tj ET", ""), text(mail("text/plain", "hi"))};
        for (int round = 0; round < 400; round++) {
            byte[] file = beginnings[round % beginnings.length].clone();
            for (int change = 0; change < 3; change++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                take(file);
            } catch (FileRefused expected) {
                assertThat(expected.getMessage()).isNotBlank();
            } catch (IOException unexpected) {
                throw new AssertionError(unexpected);
            }
        }
    }

    private static Intake.Taken take(byte[] file) throws IOException {
        return Intake.take(new ByteArrayInputStream(file), LARGEST, (bytes, length) -> {});
    }

    private static String kept(byte[] file) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Intake.take(new ByteArrayInputStream(file), LARGEST, (bytes, length) -> kept.write(bytes, 0, length));
        return kept.toString(StandardCharsets.UTF_8);
    }

    /** The beginning with its head, and the end. */
    private static byte[] withoutPicture(byte[] png) {
        byte[] head = Arrays.copyOf(png, 33);
        return behind(head, Arrays.copyOfRange(png, png.length - 12, png.length));
    }

    /** Each side some 16 million dots. */
    private static byte[] withSides(byte[] png, byte first) {
        byte[] large = png.clone();
        large[16] = first;
        large[20] = first;
        return large;
    }

    private static byte[] changed(byte[] file) {
        byte[] changed = file.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(HexFormat.of().formatHex(bytes), impossible);
        }
    }

    private static final class Endless extends InputStream {
        private final int value;

        private Endless(int value) {
            this.value = value;
        }

        @Override
        public int read() {
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) value);
            return length;
        }
    }
}
