package org.safecontact.evidence.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people and attackers make them. */
public final class Samples {

    private Samples() {}

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpg");
    }

    /** A picture of noise, so that it does not pack. */
    public static byte[] largePng(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(7);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return written(image, "png");
    }

    public static byte[] zip() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("picture.png"));
                zip.write(png());
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] behind(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A document of one page; the content stream is packed. */
    public static byte[] pdf(String content, String moreObjects) {
        byte[] packed = packed(text(content));
        return behind(
                text("""
                        %%PDF-1.4
                        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                        3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R>> endobj
                        %s
                        4 0 obj <</Length %d/Filter/FlateDecode>>
                        stream
                        """.formatted(moreObjects, packed.length)),
                behind(packed, text("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n")));
    }

    public static byte[] packed(byte[] plain) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
                deflate.write(plain);
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public static String mail(String type, String body) {
        return "From: somebody@example.org\r\nTo: carer@example.org\r\nSubject: Hello\r\nMessage-ID: <1@example.org>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body;
    }

    public static String mailWith(String partHeaders, byte[] content) {
        return mail(
                "multipart/mixed; boundary=b",
                "--b\r\nContent-Type: text/plain\r\n\r\nSee this\r\n--b\r\n" + partHeaders
                        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(content) + "\r\n--b--\r\n");
    }

    private static byte[] picture(String format) {
        return written(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
