package org.safecontact.agency;

/**
 * One thing that is wrong with the agency's folder, or with what somebody wants to keep on a page.
 *
 * @param file the file it stands in
 * @param line the line, counted from 1; 0 when it is about the file as a whole
 * @param item the id of the entry; empty when it is about none
 * @param field the field of the entry; empty when it is about the entry as a whole
 * @param sentence what is wrong and what to write instead
 */
record Problem(String file, int line, String item, String field, String sentence) {

    Problem(String file, int line, String sentence) {
        this(file, line, "", "", sentence);
    }

    String words() {
        return file + (line > 0 ? ", line " + line : "") + ": " + (item.isEmpty() ? "" : item + ": ") + sentence;
    }
}
