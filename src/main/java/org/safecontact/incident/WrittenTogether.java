package org.safecontact.incident;

import java.util.ArrayList;
import java.util.List;
import org.safecontact.record.Entry;

/** Finds again what one form left in the record: an entry for each kind of what was said, one right after the other. */
public final class WrittenTogether {

    private WrittenTogether() {}

    /**
     * @param entries of one case, oldest first
     * @param title the heading that the form's entries have
     * @return the entries of each form that was sent, oldest first
     */
    public static List<List<Entry>> of(List<Entry> entries, String title) {
        List<List<Entry>> forms = new ArrayList<>();
        List<Entry> form = null;
        for (Entry entry : entries) {
            if (!entry.title().equals(title)) {
                form = null;
            } else if (form != null && goesOn(form, entry)) {
                form.add(entry);
            } else {
                form = new ArrayList<>(List.of(entry));
                forms.add(form);
            }
        }
        return forms;
    }

    private static boolean goesOn(List<Entry> form, Entry entry) {
        return form.get(0).author().equals(entry.author())
                && form.stream().noneMatch(before -> before.kind() == entry.kind());
    }
}
