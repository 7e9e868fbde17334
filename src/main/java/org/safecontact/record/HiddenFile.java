package org.safecontact.record;

import java.util.regex.Pattern;

/**
 * Finds a file that was pasted into a text: a picture in letters is a picture (domain brief, section 4, prohibition 3).
 */
public final class HiddenFile {

    private static final Pattern FILE =
            Pattern.compile("data:[\\w.+-]{1,60}/[\\w.+-]{1,80}[;,]|[A-Za-z0-9+/_=-]{200,}", Pattern.CASE_INSENSITIVE);

    /** A file in lines of letters, as mail programs break it. */
    private static final Pattern FILE_IN_LINES = Pattern.compile("(?:[A-Za-z0-9+/]{60,80}\\r?\\n){5,}");

    private HiddenFile() {}

    /** Whether the text holds a data address, or a run of letters as no language has. */
    public static boolean in(String text) {
        return FILE.matcher(text).find() || FILE_IN_LINES.matcher(text).find();
    }
}
