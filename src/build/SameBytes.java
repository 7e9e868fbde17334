import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives every entry of the packaged jar the same time and leaves each in its place, so that two builds give the same bytes. Asked to do so
 * itself, Spring Boot's plugin puts the libraries into the order of the alphabet, in which a class is found last (docs/measured.md).
 * Called by the build: {@code java SameBytes.java <jar> <time, as in ISO 8601, UTC>}.
 */
class SameBytes {

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(arguments[1]), ZoneOffset.UTC);
        Path again = jar.resolveSibling(jar.getFileName() + ".again");
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(again);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(at(time, entry));
                try (InputStream bytes = from.getInputStream(entry)) {
                    bytes.transferTo(to);
                }
            }
        }
        Files.move(again, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ZipEntry at(LocalDateTime time, ZipEntry entry) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(time);
        same.setComment(entry.getComment());
        same.setMethod(entry.getMethod());
        if (entry.getMethod() == ZipEntry.STORED) {
            same.setSize(entry.getSize());
            same.setCrc(entry.getCrc());
        }
        return same;
    }
}
