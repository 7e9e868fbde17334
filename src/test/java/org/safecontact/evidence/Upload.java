package org.safecontact.evidence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.safecontact.journey.Visitor;

/** A form with a file, as a browser sends it. */
public final class Upload {

    private static final String BORDER = "----sc7MA4YWxkTrZu0gW";

    private Upload() {}

    public static HttpResponse<byte[]> send(
            Visitor visitor, String reference, int item, String confirmation, String name, byte[] file) {
        return send(visitor, reference, item, confirmation, name, () -> new ByteArrayInputStream(file));
    }

    public static HttpResponse<byte[]> send(
            Visitor visitor, String reference, int item, String confirmation, String name, Supplier<InputStream> file) {
        String head = confirmation == null
                ? ""
                : "--" + BORDER + "\r\nContent-Disposition: form-data; name=\"confirmation\"\r\n\r\n" + confirmation
                        + "\r\n";
        head += "--" + BORDER + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n";
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8);
        BodyPublisher body =
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(java.util.Collections.enumeration(
                        List.of(new ByteArrayInputStream(before), file.get(), new ByteArrayInputStream(after)))));
        return visitor.raw(
                "/safe-contact/e/" + reference + "/items/" + item + "/files",
                "multipart/form-data; boundary=" + BORDER,
                body);
    }
}
