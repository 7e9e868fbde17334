package org.safecontact.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.safecontact.access.CurrentPerson;
import org.safecontact.engine.FormRefused;
import org.safecontact.evidence.EvidenceFile;
import org.safecontact.evidence.EvidenceFiles;
import org.safecontact.evidence.OpenedFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The only address in the product that takes a file, and the only one that gives one out. The request is read as it
 * comes, past memory and disk: a container that takes it in first would make a copy of its own.
 */
@Controller
class FileController {

    private static final int LONGEST_FIELD = 1_000;
    /** Room for the other field and the borders between them. */
    private static final long AROUND_THE_FILE = 64 * 1024;

    record Opening(String reason) {}

    private final EvidenceFiles files;
    private final CurrentPerson person;

    FileController(EvidenceFiles files, CurrentPerson person) {
        this.files = files;
        this.person = person;
    }

    /** A form of two fields, in this order: {@code confirmation} (the words themselves) and {@code file}. */
    @PostMapping(path = "/safe-contact/e/{reference}/items/{item}/files", consumes = "multipart/form-data")
    @ResponseBody
    Map<String, Object> add(
            @PathVariable("reference") String reference, @PathVariable("item") int item, HttpServletRequest request)
            throws IOException {
        String by = person.required();
        if (request.getContentLengthLong() > files.largest().toBytes() + AROUND_THE_FILE) {
            throw new FormRefused(
                    "file", "This file is too large. At most " + files.largest().toMegabytes() + " MB fit.");
        }
        try {
            return take(reference, item, by, request);
        } catch (FileUploadException | UncheckedIOException brokenOff) {
            throw new FormRefused("file", "The file did not arrive whole. Please try again.");
        }
    }

    private Map<String, Object> take(String reference, int item, String by, HttpServletRequest request)
            throws IOException {
        String confirmation = null;
        FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            try (InputStream in = part.openStream()) {
                if (part.isFormField() && part.getFieldName().equals("confirmation")) {
                    confirmation = new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
                } else if (!part.isFormField() && part.getFieldName().equals("file")) {
                    return added(files.add(reference, item, by, confirmation, in));
                }
            }
        }
        files.mayCome(reference, item, by, confirmation);
        throw new FormRefused("file", "Please choose a file.");
    }

    /** Gives a file out to be saved, never to be shown: whatever it is, a browser must not make a page of it. */
    @PostMapping("/safe-contact/e/{reference}/files/{file}/open")
    void open(
            @PathVariable("reference") String reference,
            @PathVariable("file") int file,
            @RequestBody Opening opening,
            HttpServletResponse response)
            throws IOException {
        OpenedFile opened = files.open(reference, file, person.required(), opening.reason());
        String name = reference + "-file-" + file + "." + opened.file().type().extension();
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(opened.file().size());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        opened.writeTo(response.getOutputStream());
    }

    private static Map<String, Object> added(EvidenceFile file) {
        return Map.of("number", file.number(), "sha256", file.sha256());
    }
}
